import os
import unicodedata
from pathlib import Path

import pytest

from dossier.model import Config, Problem
from dossier.read import Sources, asset_file, read_dossier

NFD = unicodedata.normalize("NFD", "Café.txt")


def dossier(root: Path, files: dict[str, bytes | str]) -> Path:
    for name, data in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def read(root: Path, files: dict[str, bytes | str]) -> tuple[Sources, tuple[Problem, ...]]:
    return read_dossier(dossier(root, files), Config())


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(each.code, each.position.path) for each in problems]


def test_every_file_finds_its_place(tmp_path: Path) -> None:
    sources, problems = read(
        tmp_path,
        {
            "seeds/b/Deep.MD": "x",
            "seeds/a.txt": "x",
            "seeds/a.txt.yaml": "title: x",
            "seeds/map.png": b"\x89PNG",
            "content/index.md": "x",
            "content/more/method.markdown": "x",
            "content/glossary.yaml": "[]",
            "content/people.yml": "[]",
            "content/events.yaml": "[]",
            "content/photo.jpg": b"\xff\xd8",
            "dossier.yaml": "title: x",
        },
    )

    assert [each.path for each in sources.documents] == ["seeds/a.txt", "seeds/b/Deep.MD"]
    assert [each.path for each in sources.records] == ["seeds/a.txt.yaml"]
    assert [each.path for each in sources.pages] == [
        "content/index.md",
        "content/more/method.markdown",
    ]
    assert [each.path for each in sources.entries] == [
        "content/glossary.yaml",
        "content/people.yml",
    ]
    assert [each.path for each in sources.events] == ["content/events.yaml"]
    assert sources.assets == ("content/photo.jpg", "seeds/map.png")
    assert problems == ()


def test_a_folder_without_a_dossier_is_empty(tmp_path: Path) -> None:
    assert read_dossier(tmp_path, Config()) == (Sources(), ())


def test_a_source_knows_its_bytes(tmp_path: Path) -> None:
    sources, _ = read(tmp_path, {"seeds/a.txt": b"\xef\xbb\xbfabc\r\n"})

    source = sources.documents[0]

    assert (source.kind, source.text, source.encoding, source.size) == (
        "document",
        "abc\n",
        "utf-8",
        8,
    )
    assert source.digest == "c3199f17595cd7b59cea561d9cb96f204ef903c38b1b9cb4a50b7e68d286f675"


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".git/config",
        "Thumbs.db",
        "a.txt~",
        "#a.txt#",
        ".a.txt.swp",
        "~$a.docx",
        "a.md.bak",
    ],
)
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, {f"seeds/{name}": "x"}) == (Sources(), ())


def test_a_record_finds_its_document(tmp_path: Path) -> None:
    sources, _ = read(
        tmp_path, {"seeds/a.txt": "x", "seeds/b.txt": "x", "seeds/b.txt.yml": "title: x"}
    )

    records = [sources.record_of(document) for document in sources.documents]

    assert [record and record.path for record in records] == [None, "seeds/b.txt.yml"]


def test_a_record_without_a_document_suggests_the_nearest(tmp_path: Path) -> None:
    sources, problems = read(
        tmp_path, {"seeds/strike.txt": "x", "seeds/strikes.txt.yaml": "title: x"}
    )

    assert codes(problems) == [("record-orphan", "seeds/strikes.txt.yaml")]
    assert problems[0].help == 'did you mean "seeds/strike.txt"?'
    assert sources.records == ()


def test_a_record_named_without_the_extension_is_told_its_name(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"seeds/a.txt": "x", "seeds/a.yaml": "title: x"})

    assert problems[0].help == 'its record would be "seeds/a.txt.yaml"'


def test_of_two_records_the_one_in_yaml_counts(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "seeds/a.txt": "x",
        "seeds/a.txt.yml": "",
        "seeds/a.txt.yaml": "",
    }
    sources, problems = read(tmp_path, files)

    assert codes(problems) == [("record-twice", "seeds/a.txt.yml")]
    assert [each.path for each in sources.records] == ["seeds/a.txt.yaml"]


def test_a_format_that_comes_later_is_named_and_may_be_linked_to(tmp_path: Path) -> None:
    sources, problems = read(
        tmp_path, {"seeds/a.docx": "x", "seeds/a.docx.yaml": "", "seeds/b.html": "x"}
    )

    assert codes(problems) == [
        ("format-unsupported", "seeds/a.docx"),
        ("format-unsupported", "seeds/b.html"),
    ]
    assert sources == Sources(assets=("seeds/a.docx",))


def test_a_mistyped_file_name_suggests_the_right_one(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"content/glosary.yaml": "[]"})

    assert codes(problems) == [("file-unknown", "content/glosary.yaml")]
    assert problems[0].help == 'did you mean "content/glossary.yaml"?'


def test_bytes_that_are_no_text_stop_only_their_own_file(tmp_path: Path) -> None:
    sources, problems = read(tmp_path, {"seeds/a.txt": b"abc\0", "seeds/b.txt": "x"})

    assert codes(problems) == [("encoding-undecodable", "seeds/a.txt")]
    assert "byte 3" in problems[0].message
    assert [each.path for each in sources.documents] == ["seeds/b.txt"]


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"seeds/a.txt": "Mañana será otro día".encode("cp1252")})

    assert codes(problems) == [("encoding-guessed", "seeds/a.txt")]


@pytest.mark.parametrize("target", ["../secret.txt", "/etc/hostname", "../outside"])
def test_a_link_out_of_the_dossier_is_refused(tmp_path: Path, target: str) -> None:
    dossier(tmp_path, {"secret.txt": "x", "outside/a.txt": "x", "d/seeds/b.txt": "x"})
    (tmp_path / "d/seeds/a.txt").symlink_to(f"../{target}" if target.startswith(".") else target)

    sources, problems = read_dossier(tmp_path / "d", Config())

    assert codes(problems) == [("path-outside", "seeds/a.txt")]
    assert [each.path for each in sources.documents] == ["seeds/b.txt"]


def test_a_folder_of_seeds_that_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    dossier(tmp_path, {"elsewhere/a.txt": "x", "d/content/index.md": "x"})
    (tmp_path / "d/seeds").symlink_to(tmp_path / "elsewhere")

    sources, problems = read_dossier(tmp_path / "d", Config())

    assert codes(problems) == [("path-outside", "seeds")]
    assert sources.documents == ()


def test_links_inside_the_dossier_are_followed_and_never_in_circles(tmp_path: Path) -> None:
    dossier(tmp_path, {"seeds/a/a.txt": "x"})
    (tmp_path / "seeds/a/again").symlink_to(tmp_path / "seeds")
    (tmp_path / "seeds/b.txt").symlink_to("a/a.txt")

    sources, problems = read_dossier(tmp_path, Config())

    assert [each.path for each in sources.documents] == ["seeds/a/a.txt", "seeds/b.txt"]
    assert problems == ()


def test_a_link_to_nothing_and_a_pipe_are_unreadable(tmp_path: Path) -> None:
    dossier(tmp_path, {"seeds/c.txt": "x"})
    (tmp_path / "seeds/a.txt").symlink_to("gone.txt")
    os.mkfifo(tmp_path / "seeds/b.txt")

    _, problems = read_dossier(tmp_path, Config())

    assert codes(problems) == [
        ("file-unreadable", "seeds/a.txt"),
        ("file-unreadable", "seeds/b.txt"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    dossier(tmp_path, {"seeds/a.txt": "x"})
    (tmp_path / "seeds/a.txt").chmod(0)

    _, problems = read_dossier(tmp_path, Config())

    assert codes(problems) == [("file-unreadable", "seeds/a.txt")]


def test_a_name_that_is_no_utf_8_is_unreadable(tmp_path: Path) -> None:
    dossier(tmp_path, {"seeds/c.txt": "x"})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/seeds/\xff.txt")).write_text("x", encoding="utf-8")

    _, problems = read_dossier(tmp_path, Config())

    assert codes(problems) == [("file-unreadable", "seeds/\\xff.txt")]


def test_names_are_in_nfc_however_the_disk_spells_them(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        f"seeds/{NFD}": "x",
        f"seeds/{NFD}.yaml": "",
        f"seeds/{NFD}.png": "p",
    }
    sources, problems = read(tmp_path, files)

    assert [each.path for each in sources.documents] == ["seeds/Café.txt"]
    assert sources.record_of(sources.documents[0])
    assert asset_file(tmp_path, sources.assets[0]).read_text(encoding="utf-8") == "p"
    assert problems == ()


def test_one_name_in_two_unicode_forms_is_an_error(tmp_path: Path) -> None:
    sources, problems = read(tmp_path, {f"seeds/{NFD}": "x", "seeds/Café.txt": "y"})

    assert codes(problems) == [("path-twice", "seeds/Café.txt")]
    assert len(sources.documents) == 1


def test_paths_that_differ_only_by_case_are_named_together(tmp_path: Path) -> None:
    sources, problems = read(tmp_path, {"seeds/A.txt": "x", "seeds/a.txt": "y"})

    assert codes(problems) == [("path-case", "seeds/a.txt")]
    assert len(sources.documents) == 2
