"""Briefings written by python-docx, whose links are made as Word makes them: kept apart, in fields, split over runs."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from tests.verify.claims import CLAIMS

Linker = Callable[[Paragraph, str, str], None]


def _run(words: str, tag: str = "w:t") -> BaseOxmlElement:
    run, text = OxmlElement("w:r"), OxmlElement(tag)
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _mark(kind: str) -> BaseOxmlElement:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def joined(paragraph: Paragraph, address: str, words: str) -> None:
    """`w:hyperlink` with the target in a relationship and the fragment in `w:anchor`; words over two runs."""
    target, _, anchor = address.partition("#")
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    if anchor:
        link.set(qn("w:anchor"), anchor)
    half = len(words) // 2
    link.append(_run(words[:half]))
    link.append(_run(words[half:]))
    paragraph.paragraph_format.element.append(link)


def in_field(paragraph: Paragraph, address: str, words: str) -> None:
    """A complex field whose instruction is split over three runs, in the middle of the address."""
    target, _, anchor = address.partition("#")
    instruction = (
        f' HYPERLINK "{target}" ' + (f'\\l "{anchor}" ' if anchor else "") + '\\o "go there" '
    )
    third = len(instruction) // 3
    paragraph.paragraph_format.element.append(_mark("begin"))
    for start, stop in ((0, third), (third, 2 * third), (2 * third, len(instruction))):
        paragraph.paragraph_format.element.append(_run(instruction[start:stop], "w:instrText"))
    paragraph.paragraph_format.element.append(_mark("separate"))
    paragraph.paragraph_format.element.append(_run(words))
    paragraph.paragraph_format.element.append(_mark("end"))


def in_simple_field(paragraph: Paragraph, address: str, words: str) -> None:
    """`w:fldSimple`."""
    target, _, anchor = address.partition("#")
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f'HYPERLINK "{target}"' + (f' \\l "{anchor}"' if anchor else ""))
    simple.append(_run(words))
    paragraph.paragraph_format.element.append(simple)


def new_document() -> Document:
    document = docx.Document()
    document.core_properties.modified = datetime(2025, 6, 1, tzinfo=UTC)
    return document


def write(path: Path, link: Linker) -> None:
    """The briefing in paragraphs, links made by `link`."""
    document = new_document()
    document.add_heading("Rivers, today's questions", 1)
    for it in CLAIMS:
        paragraph = document.add_paragraph(f"{it.lead} ")
        if not it.is_set_off:
            paragraph.add_run(f"{it.quoted} (")
        link(paragraph, it.address, it.words)
        _end(document, paragraph, it.quoted if it.is_set_off else "")
    document.save(str(path))


def _end(document: Document, paragraph: Paragraph, set_off: str) -> None:
    if set_off:
        paragraph.paragraph_format.element.append(_run(":"))
        document.add_paragraph(set_off, style="Quote")
    else:
        paragraph.paragraph_format.element.append(_run(")."))


def write_table(path: Path) -> None:
    """The briefing as a table, quotation and link in one cell; the last ones in the header and a text box."""
    document = new_document()
    inside = [it for it in CLAIMS if not it.is_set_off]
    table = document.add_table(rows=len(inside) - 1, cols=2)
    for row, it in zip(table.rows, inside[:-1], strict=True):
        row.cells[0].text = it.lead
        paragraph = row.cells[1].paragraphs[0]
        paragraph.add_run(f"{it.quoted} ")
        joined(paragraph, it.address, it.words)
    header = document.sections[0].header.paragraphs[0]
    header.add_run(f"{inside[-1].lead} {inside[-1].quoted} ")
    joined(header, inside[-1].address, inside[-1].words)
    set_off = next(it for it in CLAIMS if it.is_set_off)
    joined(document.add_paragraph("As is said in "), set_off.address, set_off.words)
    document.add_paragraph(set_off.quoted, style="Intense Quote")
    document.save(str(path))
