"""Documents and records that mean harm, or are merely very large: shown as text, and in time."""

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.builds import built_site, run_dossier

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
QUOTED = '"<script>alert(1)</script><img src=x onerror=alert(1)>"'
FIELDS = (
    "title",
    "subtitle",
    "author",
    "container-title",
    "publisher",
    "summary",
    "note",
    "rights",
)

FILES = {
    "dossier.yaml": f"title: {QUOTED}\nsubtitle: {QUOTED}\ndescription: {QUOTED}\nauthor: {QUOTED}\n",
    "seeds/a.md": f"# {EVIL}\n\n{EVIL} and `{EVIL}`\n\n<div onclick=x>\n{EVIL}\n</div>\n\n[x](javascript:alert(1)) ![{EVIL}](x.png)\n",
    "seeds/a.md.yaml": "".join(f"{field}: {QUOTED}\n" for field in FIELDS)
    + f"tags: [{QUOTED}]\ndate: 2024\n",
    "seeds/b.txt": f"{EVIL}\n\n{EVIL}\n",
    "content/index.md": f"{EVIL}\n",
    "content/people.yaml": (
        f"- name: {QUOTED}\n  id: villain\n  role: {QUOTED}\n  definition: {QUOTED}\n"
        f"  aliases: [{QUOTED}]\n  facts: {{{QUOTED}: {QUOTED}}}\n"
    ),
    "content/glossary.yaml": f"- term: EVIL\n  expansion: {QUOTED}\n  definition: {QUOTED}\n",
    "content/events.yaml": f"- id: e\n  title: {QUOTED}\n  description: {QUOTED}\n  entries: [villain]\n  date: 2024\n",
}


class _Harm(HTMLParser):
    """Collects what would run: handlers, inline scripts, addresses that are programs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.found += [f"{tag} {name}" for name in named if name.startswith("on")]
        if tag == "script" and "src" not in named:
            self.found.append("inline script")
        address = (named.get("href") or named.get("src") or "").strip().lower()
        if address.startswith(("javascript:", "data:text", "vbscript:")):
            self.found.append(address)


def harm_in(page: str) -> list[str]:
    reader = _Harm()
    reader.feed(page)
    reader.close()
    return reader.found


def test_markup_in_every_field_and_document_shows_as_text(tmp_path: Path) -> None:
    site = built_site(tmp_path, FILES)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}

    assert any("&lt;script&gt;alert(1)" in page for page in pages.values())
    assert [(str(path), harm) for path, page in pages.items() for harm in harm_in(page)] == []


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "](" * 50_000, "*a_" * 40_000, "> " * 20_000 + "x", "`" * 100_000]
)
def test_hostile_markdown_builds_in_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(text, encoding="utf-8")

    run = run_dossier("build", str(tmp_path), timeout=120)

    assert run.returncode == 0, run.stderr[-500:]
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_a_document_of_twenty_megabytes_builds(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    paragraph = "The PMF met the council in Baghdad, and nobody said why. " * 12 + "\n\n"
    (tmp_path / "seeds" / "a.txt").write_text(
        paragraph * (20_000_000 // len(paragraph)), encoding="utf-8"
    )
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "glossary.yaml").write_text(
        "- {term: PMF, expansion: Forces}\n", encoding="utf-8"
    )
    started = time.process_time()

    run = run_dossier("build", str(tmp_path), timeout=900)

    assert run.returncode == 0, run.stderr[-500:]
    assert time.process_time() - started < 900
