"""Documents from elsewhere: their bytes, the drafts of their records, and what is told of a vault."""

import os
import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builds import run_dossier

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}
"""1 January 2026."""
NAMES = ("a b.md", 'it\'s "quoted" #1.md', "ملف القراءة.txt", "Übersicht – 1.markdown")


def dossier_with(folder: Path, files: Mapping[str, str]) -> Path:
    """An empty dossier in `folder`, and the files of `folder/from`."""
    root = folder / "dossier"
    (root / "content").mkdir(parents=True)
    for path, text in files.items():
        file = folder / "from" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def record_of(root: Path, path: str) -> str:
    return (root / "seeds" / f"{path}.yaml").read_text(encoding="utf-8")


def test_the_seed_document_comes_in_with_its_debris_proposed(tmp_path: Path, corpora: Path) -> None:
    root = dossier_with(tmp_path, {})
    document = next((corpora / "seed").glob("*.txt"))

    added = run_dossier("add", str(document), "--dir", str(root), environment=DAY)

    data = document.read_bytes()
    record = record_of(root, document.name)
    assert added.returncode == 0, added.stderr
    assert (root / "seeds" / document.name).read_bytes() == data
    assert "title: US hits key allies in Iraq  # line 1, which stands alone\n" in record
    assert 'date: ""  #' in record
    assert "retrieved: 2026-01-01  #" in record
    assert sha256(data).hexdigest() in record
    assert re.findall(r'(?m)^#   - "(.*)"  #', record) == [
        "0 3",
        "Leave A Reply",
        "Your email address will not be published.",
    ]


def test_what_is_proposed_can_be_taken_at_its_word(tmp_path: Path, corpora: Path) -> None:
    root = dossier_with(tmp_path, {})
    document = next((corpora / "seed").glob("*.txt"))
    run_dossier("add", str(document), "--dir", str(root))
    file = root / "seeds" / f"{document.name}.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^# ( *- |remove:)", r"\1", text), encoding="utf-8")

    built = run_dossier("build", str(root), "--no-cache")

    page = next((root / "site" / "readings").glob("*/index.md")).read_text(encoding="utf-8")
    assert built.returncode == 0, built.stderr
    assert "remove-missing" not in built.stderr
    assert "Leave A Reply" not in page


def test_documents_with_front_matter_come_in_and_build_without_an_error(
    tmp_path: Path, corpora: Path
) -> None:
    root = dossier_with(tmp_path, {})
    documents = corpora / "white-house" / "documents" / "statements-releases"

    added = run_dossier("add", str(documents), "--dir", str(root))
    built = run_dossier("build", str(root), "--no-cache", timeout=120)

    assert (added.returncode, built.returncode) == (0, 0), added.stderr + built.stderr
    assert "record-" not in built.stderr
    for document in documents.rglob("*.md"):
        path = f"statements-releases/{document.relative_to(documents)}"
        assert (root / "seeds" / path).read_bytes() == document.read_bytes()
        assert not re.search("(?m)^(title|date|url|tags):", record_of(root, path))
        assert "retrieved: " in record_of(root, path)


def test_other_encodings_come_in_as_they_are_and_a_record_that_is_not_ours_is_named(
    tmp_path: Path, corpora: Path
) -> None:
    root = dossier_with(tmp_path, {})
    folder = corpora / "white-house" / "other-formats"

    added = run_dossier("add", str(folder), "--dir", str(root))
    built = run_dossier("build", str(root), "--no-cache")

    assert (added.returncode, built.returncode) == (0, 0), added.stderr + built.stderr
    assert "2024-02-02-statement.txt.yaml: " in added.stderr
    for document in folder.glob("*.txt"):
        assert (root / "seeds" / folder.name / document.name).read_bytes() == document.read_bytes()


def test_a_record_beside_its_document_comes_with_it(tmp_path: Path) -> None:
    files = {"notes/a.txt": "A\n\nWords.\n", "notes/a.txt.yaml": "title: Another\nslug: other\n"}
    root = dossier_with(tmp_path, files)

    added = run_dossier("add", str(tmp_path / "from" / "notes"), "--dir", str(root))

    assert added.returncode == 0, added.stderr
    assert record_of(root, "notes/a.txt") == files["notes/a.txt.yaml"]


def test_names_in_any_letters_come_in_and_build(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {name: f"{name}\n\nكلمات and words.\n" for name in NAMES})

    given_files = [str(tmp_path / "from" / name) for name in NAMES]
    added = run_dossier("add", *given_files, "--dir", str(root))
    built = run_dossier("build", str(root), "--no-cache")

    assert (added.returncode, built.returncode) == (0, 0), added.stderr + built.stderr
    assert {path.name for path in (root / "seeds").iterdir()} == {
        name + more for name in NAMES for more in ("", ".yaml")
    }


def test_a_name_that_is_taken_is_refused_and_the_same_bytes_are_there_already(
    tmp_path: Path,
) -> None:
    root = dossier_with(tmp_path, {"a.txt": "One\n\nWords.\n", "b.txt": "Two\n\nWords.\n"})
    files = [str(tmp_path / "from" / name) for name in ("a.txt", "b.txt")]
    run_dossier("add", *files, "--dir", str(root))
    record = root / "seeds" / "a.txt.yaml"
    record.write_text("title: Mine\n", encoding="utf-8")
    (tmp_path / "from" / "b.txt").write_text("Another\n", encoding="utf-8")

    again = run_dossier("add", *files, "--dir", str(root))

    assert again.returncode == 1
    assert "seeds/a.txt is there already, with the same bytes" in again.stdout
    assert "seeds/b.txt is another file; the one given was not added" in again.stderr
    assert record.read_text(encoding="utf-8") == "title: Mine\n"
    assert (root / "seeds" / "b.txt").read_text(encoding="utf-8") == "Two\n\nWords.\n"


def test_what_cannot_be_read_is_named_and_left_out(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {"a.txt": "One\n", "b.pdf": "%PDF", "c.exe": "MZ"})
    (tmp_path / "from" / "d.txt").write_bytes(b"\x00\x01\xff" * 9)

    files = sorted(map(str, (tmp_path / "from").iterdir()))
    added = run_dossier("add", *files, "--dir", str(root))

    assert added.returncode == 1
    assert sorted(path.name for path in (root / "seeds").iterdir()) == ["a.txt", "a.txt.yaml"]
    assert re.findall(r"left out: (\S+):", added.stderr) == ["b.pdf", "c.exe", "d.txt"]


def test_two_notes_of_one_name_get_two_addresses(tmp_path: Path) -> None:
    root = dossier_with(
        tmp_path, {f"vault/{folder}/index.md": f"# In {folder}\n\nWords.\n" for folder in "ab"}
    )

    added = run_dossier("add", str(tmp_path / "from" / "vault"), "--dir", str(root))
    built = run_dossier("build", str(root), "--no-cache")

    assert (added.returncode, built.returncode) == (0, 0), added.stderr + built.stderr
    assert {path.name for path in (root / "site" / "readings").iterdir() if path.is_dir()} == {
        "index",
        "b-index",
    }


def test_the_dossier_is_not_added_to_itself(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {"a.txt": "One\n"})

    assert run_dossier("add", str(root), "--dir", str(root)).returncode == 2
    assert run_dossier("add", str(tmp_path), "--dir", str(root)).returncode == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_disk_that_cannot_be_written_to_is_told_in_one_line(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {"a.txt": "One\n"})
    root.chmod(0o555)

    added = run_dossier("add", str(tmp_path / "from" / "a.txt"), "--dir", str(root))

    root.chmod(0o755)
    assert added.returncode == 1
    assert added.stderr.startswith("cannot write: ")
    assert added.stderr.count("\n") == 1


def vault(folder: Path, notes: int, astray: int) -> Path:
    """A vault of notes that name each other by file name, alias, path and in Markdown; `astray` links lead nowhere."""
    (folder / ".obsidian").mkdir(parents=True)
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for number in range(notes):
        following = (number + 1) % notes
        links = [
            f"[[Note {following}]]",
            f"[[Alias of {following}|so]]",
            f"[[part {following % 9}/Note {following}#Part]]",
            f"[there](<../part {following % 9}/Note {following}.md>)",
            "![a picture](../pictures/a%20b.png)",
            "`[[no link]]`",
            f"[[Nobody wrote {number}]]" if number < astray else "",
        ]
        head = f"---\naliases: [Alias of {number}]\ntags: [note]\n---\n"
        file = folder / f"part {number % 9}" / f"Note {number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(head + "Words " + " and ".join(links) + ".\n\n## Part\n", encoding="utf-8")
    return folder


def test_a_vault_of_two_thousand_notes_comes_in_with_200_links_to_nowhere(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {})
    folder = vault(tmp_path / "my vault", 2000, 200)
    before = os.times().children_user

    added = run_dossier("add", str(folder), "--dir", str(root))

    took = os.times().children_user - before
    assert added.returncode == 0, added.stderr
    assert "2,000 documents, 1 attachment and 2,000 records added" in added.stdout
    assert "this is an Obsidian vault" in added.stdout
    assert "10,000 of 10,200 links inside it lead somewhere" in added.stdout
    assert added.stdout.count("leads nowhere: seeds/") == 20
    assert "leads nowhere: … and 180 more" in added.stdout
    assert took < 10


def test_the_build_finds_the_same_links_to_nowhere_as_were_told(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {})
    run_dossier("add", str(vault(tmp_path / "vault", 40, 7)), "--dir", str(root))

    built = run_dossier("build", str(root), "--no-cache")

    assert built.returncode == 0, built.stderr
    assert (
        re.findall(r"warning\[((?:link|fragment|record|alias)-\w+)\]", built.stderr)
        == ["link-broken"] * 7
    )


FOREIGN = {
    "hugo/hugo.toml": "",
    "hugo/content/a.md": '+++\ntitle = "A"\ndate = 2024-02-02\naliases = ["/old/a/"]\n+++\n\n{{< figure src="x.png" >}}\n',
    "hugo/content/b.md": "---\ntitle: B\n---\n\nSee [A](a.md), [A](../a/) and [none](c.md).\n",
    "jekyll/_config.yml": "title: x\n",
    "jekyll/_posts/2024-01-05-c.md": "---\nlayout: post\n---\n\n{% include x.html %} {{ site.url }}\n",
    "mkdocs/mkdocs.yml": "site_name: x\n",
    "mkdocs/docs/d.md": "# D\n\n!!! note\n    Words.\n\nText.\n{: .wide }\n\n```\n{{< not this >}}\n```\n",
    "vault/.obsidian/app.json": "{}",
    "vault/e.md": "![[f.png]]\n\n> [!note] One\n\nWords. ^id1\n\n```dataview\nLIST\n```\n",
}


def test_pages_of_other_generators_come_in_and_what_does_not_map_is_told(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, FOREIGN)

    folders = [str(tmp_path / "from" / name) for name in ("hugo", "jekyll", "mkdocs", "vault")]
    added = run_dossier("add", *folders, "--dir", str(root))
    built = run_dossier("build", str(root), "--no-cache")

    assert (added.returncode, built.returncode) == (0, 0), added.stderr + built.stderr
    for told in (
        "this is a Hugo site",
        "this is a Jekyll site",
        "this is an MkDocs site",
        "this is an Obsidian vault",
        "2 of 3 links inside it lead somewhere",
        "leads nowhere: seeds/hugo/content/b.md:5: (c.md)",
        "1 × shortcodes {{< … >}}, first in seeds/hugo/content/a.md:7",
        "1 × tags {% … %}",
        "1 × variables {{ … }}",
        "1 × admonitions",
        "1 × attributes {: … }",
        "1 × embeds ![[…]]",
        "1 × callouts",
        "1 × block references",
        "1 × queries of plugins",
    ):
        assert told in added.stdout
    assert "its file's name begins with 2024-01-05" in record_of(
        root, "jekyll/_posts/2024-01-05-c.md"
    )
    assert (root / "site" / "old" / "a" / "index.html").is_file()


def test_an_interrupted_adding_is_finished_by_the_next(tmp_path: Path) -> None:
    root = dossier_with(tmp_path, {"a.txt": "One\n\nWords.\n"})
    (root / "seeds").mkdir()
    shutil.copy(tmp_path / "from" / "a.txt", root / "seeds")

    added = run_dossier("add", str(tmp_path / "from" / "a.txt"), "--dir", str(root))

    assert added.returncode == 0, added.stderr
    assert "title: One" in record_of(root, "a.txt")
