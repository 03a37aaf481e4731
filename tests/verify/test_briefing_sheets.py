"""Briefing sheets: what `dossier brief` drafts, Word and LibreOffice read, and `dossier verify` finds without fault."""

from pathlib import Path

import docx
import pytest

from dossier.verify import Checking, Published, verify
from tests.builds import run_dossier
from tests.verify import office
from tests.verify.river import BASE

PASSAGES = ("treaty#ptbtbtr", f"{BASE}readings/minutes/index.html#pjxpn91:~:text=The", "px77jfw")
QUOTED = (
    "The upper country shall deliver “not less than” 350,000 acre-feet a year—measured at the gauge—in cycles of five years.",
    "The delegates agreed to defer the delivery of 250,000 acre-feet until the canal is repaired.",
    "Hydroelectric plants at the dams are shared in equal parts by the two governments.",
)
ADDRESSES = (
    f"{BASE}readings/treaty/#ptbtbtr",
    f"{BASE}readings/minutes/#pjxpn91",
    f"{BASE}readings/treaty/#px77jfw",
    f"{BASE}glossary/#acre-foot",
    BASE,
)


def drafted(river: Path, folder: Path, form: str, *options: str) -> Path:
    """The sheet in a file."""
    path = folder / f"sheet.{form}"
    run = run_dossier(
        "brief", str(river), *PASSAGES, "--format", form, "--output", str(path), *options
    )
    assert run.returncode == 0, run.stderr
    return path


@pytest.mark.parametrize("form", ["docx", "md", "html"])
def test_a_sheet_stands_the_check(
    form: str, tmp_path: Path, river: Path, river_site: Published
) -> None:
    verdict = verify(drafted(river, tmp_path, form), river_site, Checking(all=True))

    assert {it.state for it in verdict.links} == {"alive"}
    assert set(ADDRESSES) == {it.link.address for it in verdict.links}
    assert {it.state for it in verdict.quotations} <= {"verbatim", "typography"}
    assert set(QUOTED) <= {it.quotation.text for it in verdict.quotations}


def test_word_sees_quotations_sources_and_terms(tmp_path: Path, river: Path) -> None:
    document = docx.Document(str(drafted(river, tmp_path, "docx", "--title", "On <rivers> & dams")))

    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        assert paragraph.style is not None
        by_style.setdefault(paragraph.style.name or "", []).append(paragraph.text)

    assert by_style["Title"] == ["On <rivers> & dams"]
    assert by_style["Quote"] == list(QUOTED)
    assert by_style["Source"][0] == ("— Water treaty, ¶ 1. “Water treaty.” February 3, 1944.")
    assert by_style["Term"] == ["acre-foot: The water that covers an acre one foot deep."]


def test_libreoffice_reads_the_sheet(tmp_path: Path, river: Path, river_site: Published) -> None:
    sheet = drafted(river, tmp_path, "docx")

    made = office.converted(sheet, "docx:MS Word 2007 XML", tmp_path)

    verdict = verify(made, river_site, Checking())
    assert {it.link.address for it in verdict.links} == set(ADDRESSES)
    assert set(QUOTED) <= {it.quotation.text for it in verdict.quotations}
    assert verdict.faults == 0


@pytest.mark.parametrize("form", ["docx", "md", "html"])
def test_a_sheet_is_the_same_to_the_byte(form: str, tmp_path: Path, river: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()

    assert drafted(river, first, form).read_bytes() == drafted(river, second, form).read_bytes()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("treaty#ptbtbts", 'did you mean "ptbtbtr"?'),
        ("traety#ptbtbtr", 'did you mean "treaty"?'),
        (f"{BASE}readings/treaty/", "names no passage"),
        ("../../etc/passwd#x", "no such page"),
    ],
)
def test_a_passage_that_is_not_there_is_told(name: str, told: str, river: Path) -> None:
    run = run_dossier("brief", str(river), name)

    assert run.returncode == 2
    assert told in run.stderr
