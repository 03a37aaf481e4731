"""Shapes of one text: lines, dates, languages, slugs, addresses, choices; not of lists or mappings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from dossier.edtf import EdtfError
from dossier.edtf import parse as parse_edtf
from dossier.fields.names import path_fault, slug_fault
from dossier.fields.shape import Findings, Shape, nature_of, quoted
from dossier.nodes import LONGEST_QUOTED, Node, Scalar
from dossier.problems import did_you_mean
from dossier.urls import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST_LABEL = 100
"""Characters of a tag: what is longer is no label."""

Word = TypeVar("Word", bound=str)
Empty = TypeVar("Empty")

EDTF_HINT = "write 2024-01-28, 2024-01, 2024, 2024-01-28? or 2024-01/2024-02"

_NUMBER = re.compile("[0-9]{1,9}", re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"[ \t]*[\n\t][ \t\n]*")
_DATE_WITH_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]\s*[0-9].*")
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
    r"|x(-[a-z0-9]{1,8})+",
    re.IGNORECASE | re.ASCII,
)
_NOT_IN_ADDRESSES = re.compile(r'[\s\x00-\x20\x7f<>"\\^`{|}]')
_YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}


def text_of(node: Node, name: str, findings: Findings) -> str | None:
    """The text of a scalar as it stands; None after a complaint about anything else."""
    if not isinstance(node, Scalar):
        findings.add(
            "value-wrong-type", node, f"{name}: this is {nature_of(node)}; it must be a text"
        )
        return None
    if not node.text.isprintable() and (found := _CONTROL.search(node.text)):
        message = f"{name}: the text holds the control character U+{ord(found[0]):04X}"
        findings.add("value-control-character", node, message, "delete it")
        return None
    return node.text


def line_of(node: Node, name: str, findings: Findings) -> str | None:
    """The text on one line: line ends become spaces, no-break spaces stay."""
    text = text_of(node, name, findings)
    if text is None:
        return None
    if "\n" in text or "\t" in text:
        text = _BREAK.sub(" ", text)
    return text.strip(" ")


def line_with(
    code: str,
    fault: Callable[[str], str],
    hint: Callable[[str], str],
    **schema: object,
) -> Shape[str]:
    """A line in which `fault` finds nothing; what it says follows the value's name in the message."""

    def read(node: Node, name: str, findings: Findings) -> str | None:
        text = line_of(node, name, findings)
        if text is None:
            return None
        if wrong := fault(text):
            findings.add(code, node, f"{name}: {quoted(text)} {wrong}", hint(text))
            return None
        return text

    return Shape(read, "", {"type": "string", **schema})


def choice(values: Sequence[Word], what: str, empty: Empty) -> Shape[Word | Empty]:
    """One of a few words."""
    words = {str(word): word for word in values}

    def read(node: Node, name: str, findings: Findings) -> Word | None:
        text = line_of(node, name, findings)
        if text is None or text in words:
            return None if text is None else words[text]
        listed = f"{what} is one of: {', '.join(words)}"
        hint = did_you_mean(text, words) if len(text) <= LONGEST_QUOTED else ""
        message = f"{name}: {quoted(text)} is not {what}"
        findings.add("value-not-allowed", node, message, hint or listed)
        return None

    return Shape(read, empty, {"enum": list(words)})


def _near_slug(text: str) -> str:
    near = slugify(text)
    return "" if slug_fault(near) else f'did you mean "{near}"?'


def _language_fault(text: str) -> str:
    return "" if _LANGUAGE.fullmatch(text) else "is no language tag"


def _near_language(text: str) -> str:
    near = text.partition(".")[0].replace("_", "-")
    if _LANGUAGE.fullmatch(near):
        return f'did you mean "{near}"?'
    return "write a BCP 47 tag, such as en, ar, fa or pt-BR"


def address_fault(text: str) -> str:
    """What keeps a text from being an address that a page may link to; empty if it is one."""
    if _NOT_IN_ADDRESSES.search(text):
        return "holds a character that no address has"
    scheme, _, rest = text.partition(":")
    if scheme.casefold() == "mailto":
        return "" if "@" in rest else "names no mailbox"
    if scheme.casefold() in {"http", "https"}:
        return "" if _has_host(text) else "names no host"
    return "does not begin with http:, https: or mailto:"


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _address_hint(text: str) -> str:
    if _NOT_IN_ADDRESSES.search(text):
        return "write a space as %20, a quotation mark as %22"
    return 'write the whole address, such as "https://example.org/page"'


def _label_fault(text: str) -> str:
    if len(text) > LONGEST_LABEL:
        return f"has {len(text)} characters; a label has at most {LONGEST_LABEL}"
    return "" if slugify(text) else "has no letter and no digit"


def _read_date(node: Node, name: str, findings: Findings) -> str | None:
    text = line_of(node, name, findings)
    if text is None:
        return None
    if findings.foreign and (moment := _DATE_WITH_TIME.fullmatch(text)):
        text = moment[1]
    try:
        parse_edtf(text)
    except EdtfError as error:
        hint = f'did you mean "{error.suggestion}"?' if error.suggestion else ""
        said = quoted(text) in error.message
        complaint = "" if said else f"{quoted(text)} is no date in EDTF: "
        message = f"{name}: {complaint}{error.message}"
        findings.add("date-invalid", node, message, hint or EDTF_HINT, offset=error.offset)
        return None
    return text


def _read_flag(node: Node, name: str, findings: Findings) -> bool | None:
    text = line_of(node, name, findings)
    if text is None:
        return None
    value = _YES_OR_NO.get(text.casefold())
    if value is None:
        message = f"{name}: {quoted(text)} must be true or false"
        findings.add("value-not-allowed", node, message)
    return value


def _read_number(node: Node, name: str, findings: Findings) -> int | None:
    text = line_of(node, name, findings)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text):
        message = f"{name}: {quoted(text)} must be a whole number such as 1 or 20"
        findings.add("value-wrong-type", node, message)
        return None
    return int(text)


LINE = Shape(line_of, "", {"type": "string"})
TEXT = Shape(text_of, "", {"type": "string"})
DATE = Shape(_read_date, "", {"type": "string"})
FLAG = Shape(_read_flag, empty=False, schema={"type": "boolean"})
FLAG_OR_DEFAULT: Shape[bool | None] = Shape(_read_flag, None, {"type": "boolean"})
NUMBER = Shape(_read_number, 0, {"type": "integer", "minimum": 0})
SLUG = line_with("slug-invalid", slug_fault, _near_slug)
PATH = line_with(
    "alias-invalid",
    path_fault,
    lambda _: "write an address below the site, such as readings/old-name/",
)
LANGUAGE = line_with("language-invalid", _language_fault, _near_language)
ADDRESS = line_with("url-unsafe", address_fault, _address_hint, format="uri")
LABEL = line_with("value-not-allowed", _label_fault, lambda _: "")
