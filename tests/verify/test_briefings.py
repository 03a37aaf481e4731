"""Briefings made by real writers, each with a fault of every kind: all are found, and nothing else."""

from importlib import import_module
from pathlib import Path

import pytest

from dossier.verify import Checking, Published, Verdict, verify
from tests.verify import claims, office, word_writer


def checked(path: Path, site: Published, since: str = "2025-06-01") -> Verdict:
    return verify(path, site, Checking(since=since))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The briefing as HTML."""
    path = tmp_path / "briefing.html"
    path.write_text(claims.in_html(), encoding="utf-8")
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The briefing as a .docx."""
    path = tmp_path / "briefing.docx"
    word_writer.write(path, word_writer.joined)
    return path


@pytest.mark.parametrize(
    "link", [word_writer.joined, word_writer.in_field, word_writer.in_simple_field]
)
def test_python_docx(link: word_writer.Linker, tmp_path: Path, river_site: Published) -> None:
    word_writer.write(tmp_path / "briefing.docx", link)

    verdict = checked(tmp_path / "briefing.docx", river_site, since="")

    assert claims.found(verdict) == claims.wanted()


def test_python_docx_with_a_table_and_a_header(tmp_path: Path, river_site: Published) -> None:
    word_writer.write_table(tmp_path / "briefing.docx")

    assert claims.found(checked(tmp_path / "briefing.docx", river_site)) == claims.wanted()


def test_libreoffice_docx_from_a_web_page(
    page: Path, tmp_path: Path, river_site: Published
) -> None:
    made = office.converted(page, "docx:MS Word 2007 XML", tmp_path, "HTML (StarWriter)")

    assert claims.found(checked(made, river_site)) == claims.wanted()


def test_libreoffice_docx_from_another_docx(
    word: Path, tmp_path: Path, river_site: Published
) -> None:
    made = office.converted(word, "docx:MS Word 2007 XML", tmp_path)

    assert claims.found(checked(made, river_site)) == claims.wanted()


def test_libreoffice_web_page(word: Path, tmp_path: Path, river_site: Published) -> None:
    made = office.converted(word, "html", tmp_path)

    # it does not say which paragraphs are quotations
    assert claims.found(checked(made, river_site)) == claims.wanted(has_set_off=False)


def test_libreoffice_text(word: Path, tmp_path: Path, river_site: Published) -> None:
    made = office.converted(word, "txt:Text (encoded):UTF8", tmp_path)

    # its links are gone: it has quotations alone
    verdict = verify(made, river_site, Checking(all=True))
    assert verdict.links == ()
    assert {it.state for it in verdict.quotations} == {
        "verbatim",
        "typography",
        "altered",
        "not-found",
    }


def test_libreoffice_pdf(page: Path, tmp_path: Path, river_site: Published) -> None:
    made = office.converted(page, "pdf:writer_web_pdf_Export", tmp_path, "HTML (StarWriter)")

    assert claims.found(checked(made, river_site)) == claims.wanted(has_set_off=False)


def test_chromium_pdf(page: Path, tmp_path: Path, river_site: Published) -> None:
    made = office.printed(page, tmp_path / "printed.pdf")

    assert claims.found(checked(made, river_site)) == claims.wanted(has_set_off=False)


def test_weasyprint_pdf(page: Path, tmp_path: Path, river_site: Published) -> None:
    try:
        weasyprint = import_module("weasyprint")
    except (ImportError, OSError) as error:
        pytest.skip(f"no WeasyPrint here: {error}")
    made = tmp_path / "printed.pdf"
    weasyprint.HTML(str(page)).write_pdf(str(made))

    assert claims.found(checked(made, river_site)) == claims.wanted(has_set_off=False)


def test_a_web_page(page: Path, river_site: Published) -> None:
    assert claims.found(checked(page, river_site, since="")) == claims.wanted()


def test_markdown(tmp_path: Path, river_site: Published) -> None:
    path = tmp_path / "briefing.md"
    path.write_text(claims.in_markdown(), encoding="utf-8")

    assert claims.found(checked(path, river_site, since="")) == claims.wanted()


def test_plain_text(tmp_path: Path, river_site: Published) -> None:
    path = tmp_path / "briefing.txt"
    path.write_text(claims.in_text(), encoding="utf-8")

    assert claims.found(checked(path, river_site)) == claims.wanted()
