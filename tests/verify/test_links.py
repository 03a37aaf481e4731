"""Links: every way of writing an address, both readings of a changed passage, and PDF without its library."""

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.verify import Checking, Published, verify
from dossier.verify.addresses import Target, Whereabouts, readdressed, target_of
from tests.verify.river import BASE, REWORDED, REWORDED_TO, published_twice

WHERE = Whereabouts(
    (BASE,), "/srv/rivers/site", "/srv/rivers/papers", frozenset({"readings", "glossary"})
)


@pytest.mark.parametrize(
    "address",
    [
        f"{BASE}readings/x/#p1",
        f"{BASE}readings/x#p1",
        f"{BASE}readings/x/index.html#p1",
        f"{BASE}readings/x/index.md#p1",
        f"{BASE}readings//x/?utm_source=mail#p1",
        f"{BASE}readings/%78/#p1:~:text=some%20words",
        "http://RIVERS.example:80/dossier/readings/x/#p1",
        "//rivers.example/dossier/readings/x/#%701",
        " <https://rivers.example/dossier/readings/./y/../x/#p1> ",
        "/dossier/readings/x/#p1",
        "../site/readings/x/index.html#p1",
        "site/readings/x/#p1",
        "readings/x/#p1",
        "file:///srv/rivers/site/readings/x/index.html#p1",
    ],
)
def test_an_address_leads_into_the_dossier_however_it_is_written(address: str) -> None:
    found = target_of(address, WHERE)

    assert found is not None
    assert (found.page, found.fragment) == ("readings/x/", "p1")


@pytest.mark.parametrize(
    "address",
    [
        "https://rivers.example/other/readings/x/",
        "https://rivers.example/dossierreadings/x/",
        "https://rivers.example:8443/dossier/readings/x/",
        "https://other.example/dossier/readings/x/",
        "ftp://rivers.example/dossier/readings/x/",
        "mailto:readings@rivers.example",
        "papers/x.html",
        "#p1",
        "https://[broken/",
        "",
    ],
)
def test_an_address_that_leads_elsewhere_is_left_alone(address: str) -> None:
    assert target_of(address, WHERE) is None


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        (f"{BASE}readings/x/#p1", f"{BASE}readings/y/#p2"),
        ("http://rivers.example/dossier/readings/x", f"{BASE}readings/y/#p2"),
        ("readings/x/#p1", "readings/y/#p2"),
        ("../site/readings/x/index.html#p1", "../site/readings/y/index.html#p2"),
        ("/dossier/readings/x/", "/dossier/readings/y/#p2"),
    ],
)
def test_a_new_address_keeps_the_form_of_the_old(address: str, wanted: str) -> None:
    old = target_of(address, WHERE)
    assert old is not None

    assert readdressed(address, old, Target("readings/y/", "p2"), WHERE) == wanted


def test_an_address_that_is_broken_over_two_lines_is_read_as_one(
    tmp_path: Path, river_site: Published
) -> None:
    path = tmp_path / "mail.txt"
    path.write_text(f"See {BASE}readings/trea\nty/#payr0dx for more.\n", encoding="utf-8")

    verdict = verify(path, river_site, Checking())

    assert [(it.link.address, it.state) for it in verdict.links] == [
        (f"{BASE}readings/treaty/#payr0dx", "alive")
    ]


def git(root: Path, *arguments: str, day: str = "2025-03-01") -> None:
    moment = f"{day}T12:00:00+0000"
    subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=t", "-c", "user.email=t@t.example", *arguments],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment},
    )


def test_both_readings_of_a_changed_passage_are_shown_where_git_has_them(tmp_path: Path) -> None:
    root = tmp_path / "river"
    published_twice(root, between=lambda: _committed(root))
    path = tmp_path / "briefing.md"
    path.write_text(f"[dams]({BASE}readings/treaty/#pspacqs)\n", encoding="utf-8")

    verdict = verify(path, Published(root), Checking(since="2025-06-01"))

    assert [(it.state, it.earlier, it.now) for it in verdict.links] == [
        ("changed", REWORDED, REWORDED_TO)
    ]


def _committed(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "seeds", "content", "dossier.yaml", "dossier.lock")
    git(root, "commit", "-q", "-m", "first")


def test_a_site_without_a_lock_still_answers(tmp_path: Path) -> None:
    root = published_twice(tmp_path / "river")
    (root / "dossier.lock").unlink()
    path = tmp_path / "briefing.md"
    path.write_text(
        f"[a]({BASE}readings/survey/) [b]({BASE}readings/minutes/#pnq0z88) "
        f"[c]({BASE}readings/treaty/#pspacqs)\n",
        encoding="utf-8",
    )

    verdict = verify(path, Published(root), Checking(since="2025-06-01"))

    assert [it.state for it in verdict.links] == ["moved", "removed", "alive"]


def test_pdf_without_its_library_says_what_to_install(tmp_path: Path, river: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    program = (
        "import sys; sys.modules['pypdf'] = None; from dossier.cli import main; "
        f"main(['verify', {str(tmp_path / 'b.pdf')!r}, '--site', {str(river)!r}])"
    )

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert run.returncode == 2
    assert "dossier-site[verify]" in run.stderr
