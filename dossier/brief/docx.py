"""A briefing sheet as a .docx (Office Open XML, ECMA-376), the same to the byte for the same sheet."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from dossier.brief.docx_parts import CONTENT_TYPES, PACKAGE, STYLES, properties

if TYPE_CHECKING:
    from dossier.brief.sheet import Excerpt, Sheet, Term
    from dossier.render.citations import Runs

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Links:
    """Relationships of the document, in the order of their first use."""

    targets: list[str] = field(default_factory=list)

    def id_of(self, target: str) -> str:
        if target not in self.targets:
            self.targets.append(target)
        return f"rId{self.targets.index(target) + 2}"


def docx_of(sheet: Sheet) -> bytes:
    """The sheet as a file for Word and LibreOffice."""
    links = _Links()
    body = [_paragraph("Title", _run(sheet.title))]
    for excerpt in sheet.excerpts:
        body += _excerpt(excerpt, links)
    if sheet.terms:
        body.append(_paragraph("Heading1", _run("Terms")))
        body += [_term(term, links) for term in sheet.terms]
    source = f"{_run('From ')}{_link(sheet.home, sheet.dossier, links)}{_run('.')}"
    body.append(_paragraph("Source", source))
    document = (
        f'{_HEAD}<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>{"".join(body)}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    return _zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE,
            "docProps/core.xml": properties(_text(sheet.title), sheet.language),
            "word/document.xml": document,
            "word/styles.xml": STYLES.replace("LANGUAGE", escape(sheet.language)),
            "word/_rels/document.xml.rels": _relationships(links),
        }
    )


def _excerpt(excerpt: Excerpt, links: _Links) -> list[str]:
    is_rtl = excerpt.direction == "rtl"
    quoted = [
        _paragraph("Quote", _run(text, language=excerpt.language, is_rtl=is_rtl), is_rtl=is_rtl)
        for text in excerpt.paragraphs
    ]
    words = ", ".join(filter(None, (excerpt.title, excerpt.place)))
    source = _run("— ") + _link(excerpt.address, words, links) + _run(". ")
    return [*quoted, _paragraph("Source", source + _runs(excerpt.citation))]


def _term(term: Term, links: _Links) -> str:
    expansion = f" ({term.expansion})" if term.expansion else ""
    told = f": {term.definition}" if term.definition else ""
    return _paragraph("Term", _link(term.address, term.name, links) + _run(expansion + told))


def _runs(runs: Runs) -> str:
    return "".join(_run(text, is_italic=is_italic) for text, is_italic in runs)


def _paragraph(style: str, content: str, *, is_rtl: bool = False) -> str:
    bidi = "<w:bidi/>" if is_rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{content}</w:p>'


def _run(
    text: str, *, is_italic: bool = False, style: str = "", language: str = "", is_rtl: bool = False
) -> str:
    """A run; its properties stand in the order that the schema asks for."""
    lang = escape(language)
    properties_of_run = "".join(
        (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            "<w:i/>" if is_italic else "",
            "<w:rtl/>" if is_rtl else "",
            f'<w:lang w:val="{lang}" w:bidi="{lang}"/>' if lang else "",
        )
    )
    held = f"<w:rPr>{properties_of_run}</w:rPr>" if properties_of_run else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{_text(text)}</w:t></w:r>'


def _link(address: str, words: str, links: _Links) -> str:
    """A link as Word keeps it: its fragment in `w:anchor`, apart from its target."""
    if not address:
        return _run(words)
    target, _, anchor = address.partition("#")
    held = f' w:anchor="{_text(anchor)}"' if anchor else ""
    name = links.id_of(target)
    return f'<w:hyperlink r:id="{name}"{held} w:history="1">{_run(words, style="Hyperlink")}</w:hyperlink>'


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))


def _relationships(links: _Links) -> str:
    rows = "".join(
        f'<Relationship Id="{links.id_of(target)}" Type="{_OFFICE}/hyperlink" Target="{_text(target)}" '
        'TargetMode="External"/>'
        for target in links.targets
    )
    styles = f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{styles}{rows}</Relationships>'


def _zipped(parts: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            target.writestr(part, text.encode())
    return written.getvalue()
