"""The parts of a .docx that are the same for every sheet: types, styles, relationships of the package."""

from __future__ import annotations

from html import escape
from typing import Final

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_CORE: Final = f"{_PACKAGE}/relationships/metadata/core-properties"

CONTENT_TYPES: Final = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
PACKAGE: Final = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_CORE}" Target="docProps/core.xml"/></Relationships>'
)


def _style(key: str, name: str, paragraph: str = "", run: str = "", based: str = "Normal") -> str:
    """A paragraph style with its properties."""
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = "" if based else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{basis}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


STYLES: Final = (
    f'{_HEAD}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="LANGUAGE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style(
        "Normal", "Normal", '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>', "", ""
    )
    + _style(
        "Title",
        "Title",
        '<w:spacing w:after="360"/>',
        '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>',
    )
    + _style(
        "Heading1",
        "heading 1",
        '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>',
    )
    + _style(
        "Quote",
        "Quote",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="60"/><w:ind w:left="567" w:right="567"/>',
    )
    + _style("Source", "Source", '<w:ind w:left="567"/>', '<w:sz w:val="19"/><w:szCs w:val="19"/>')
    + _style("Term", "Term", '<w:keepLines/><w:ind w:left="567" w:hanging="567"/>')
    + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
    '<w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style></w:styles>'
)


def properties(title: str, language: str) -> str:
    """The core properties. The title is escaped already; no day is named, so that nothing but the sheet counts."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )
