"""Corrected copies: what moved or is gone leads where it should, all else stays, and Word still reads the file."""

import zipfile
from pathlib import Path

import docx
import pytest

from dossier.verify import Checking, Published, verify
from tests.builds import run_dossier
from tests.verify import claims, office, word_writer
from tests.verify.river import BASE

NEW = f"{BASE}readings/canal-survey/#pa3kzpc"
OLD = f"{BASE}readings/survey/#pa3kzpc"


def fix(path: Path, river: Path) -> Path:
    """The corrected copy."""
    run = run_dossier("verify", str(path), "--site", str(river), "--fix")
    assert run.returncode == 1, run.stderr
    return path.with_name(f"{path.stem}.fixed{path.suffix}")


@pytest.mark.parametrize("name", ["briefing.md", "briefing.html", "briefing.txt"])
def test_a_text_changes_in_the_moved_address_alone(name: str, tmp_path: Path, river: Path) -> None:
    path = tmp_path / name
    texts = {".md": claims.in_markdown, ".html": claims.in_html, ".txt": claims.in_text}
    path.write_text(texts[path.suffix](), encoding="utf-8")
    before = path.read_bytes()

    fixed = fix(path, river)

    assert fixed.read_text("utf-8") == before.decode().replace(OLD, NEW)
    assert path.read_bytes() == before


def test_a_relative_address_stays_relative(tmp_path: Path, river: Path) -> None:
    path = tmp_path / "briefing.md"
    path.write_text(
        "[a](../x/readings/survey/index.html#pa3kzpc) [b](readings/survey/index.html#pa3kzpc) "
        "[c](readings/nope/)\n",
        encoding="utf-8",
    )

    assert fix(path, river).read_text("utf-8") == (
        "[a](../x/readings/survey/index.html#pa3kzpc) "
        "[b](readings/canal-survey/index.html#pa3kzpc) [c](readings/nope/)\n"
    )


@pytest.mark.parametrize(
    "link", [word_writer.joined, word_writer.in_field, word_writer.in_simple_field]
)
def test_a_docx_leads_to_the_new_address(
    link: word_writer.Linker, tmp_path: Path, river: Path, river_site: Published
) -> None:
    path = tmp_path / "briefing.docx"
    word_writer.write(path, link)

    fixed = fix(path, river)

    before, after = (verify(it, river_site, Checking()) for it in (path, fixed))
    assert {it.link.address for it in before.links} - {it.link.address for it in after.links} == {
        OLD
    }
    assert {it.link.address for it in after.links} - {it.link.address for it in before.links} == {
        NEW
    }
    assert [it.text for it in docx.Document(str(fixed)).paragraphs] == [
        it.text for it in docx.Document(str(path)).paragraphs
    ]
    with zipfile.ZipFile(fixed) as archive:
        assert archive.testzip() is None


def test_libreoffice_reads_the_corrected_docx(tmp_path: Path, river: Path) -> None:
    path = tmp_path / "briefing.docx"
    word_writer.write(path, word_writer.joined)

    made = office.converted(fix(path, river), "html", tmp_path)

    assert NEW in made.read_text("utf-8").replace("\n", "")


def test_a_copy_that_is_there_is_never_replaced(tmp_path: Path, river: Path) -> None:
    path = tmp_path / "briefing.md"
    path.write_text(claims.in_markdown(), encoding="utf-8")
    (tmp_path / "briefing.fixed.md").write_text("mine", encoding="utf-8")

    run = run_dossier("verify", str(path), "--site", str(river), "--fix")

    assert run.returncode == 2
    assert "is there already" in run.stderr
    assert (tmp_path / "briefing.fixed.md").read_text("utf-8") == "mine"
