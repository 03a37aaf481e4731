"""Bytes to text: byte order marks, UTF-8, then legacy encodings as far as they can be told; no files, no problems."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16, whose little-endian mark begins its own."""
_LINE_END = re.compile(r"\r\n?")
_PLAIN = re.compile(rb"[\x00-\x7f\x85\x91-\x97\x99\xa0\xa7\xa9\xab\xae\xb0\xb1\xb6\xb7\xbb]*")
"""ASCII and the punctuation on which all Windows code pages of Europe and the Near East agree."""
_LETTER_IN_DOS = re.compile(rb"[A-Za-z][\x91\x93\x94][A-Za-z]")
"""A quotation mark inside a word is none: in DOS code pages the byte is a letter."""
_USUAL = "cp1252"
_BY_LANGUAGE = {
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250"),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "cp1251"),
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    "el": "cp1253",
    "he": "cp1255",
    "ja": "cp932",
    "ko": "cp949",
    "tr": "cp1254",
    "vi": "cp1258",
    "zh": "gb18030",
}
_NOT_LEGACY = ("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le")
_NEAR = 0.1
"""How much less the usual encoding of the language may look like language than the best guess."""
_COHERENT = 0.25
"""From here on the guessed letters occur as often as they do in some language."""
_ORDERLY = 0.1
"""Above this share of odd neighbours a guess is not trusted."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds at its line ends and no byte order mark; `is_guess` if the bytes allow another reading."""

    text: str
    encoding: str
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text, and the first of them (from 0) that cannot be."""

    offset: int
    reason: str


def decode(data: bytes, language: str = "en") -> Decoded | Undecodable:
    """The text that the bytes hold; `language` (BCP 47) settles what a legacy encoding leaves open."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, skip=len(mark))
    result = _strict(data, "utf-8")
    if isinstance(result, Decoded) or b"\0" in data:
        return result
    return _legacy(data, result, language)


def _strict(data: bytes, encoding: str, skip: int = 0) -> Decoded | Undecodable:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        return Undecodable(error.start + skip, f"not valid {encoding.upper()}")
    if "\0" in text:
        offset = len(text[: text.index("\0")].encode(encoding)) + skip
        return Undecodable(
            offset, "a NUL, as in binary files and in UTF-16 without a byte order mark"
        )
    return Decoded(_LINE_END.sub("\n", text), encoding)


def _legacy(data: bytes, failure: Undecodable, language: str) -> Decoded | Undecodable:
    if _PLAIN.fullmatch(data) and not _LETTER_IN_DOS.search(data):
        return _strict(data, _USUAL)
    encoding, candidates = _detect(
        data, _BY_LANGUAGE.get(language.partition("-")[0].lower(), _USUAL)
    )
    if not encoding:
        some = f"; it could be {' or '.join(candidates)}" if candidates else ""
        return Undecodable(
            failure.offset, f"{failure.reason}, and no other encoding is certain{some}"
        )
    result = _strict(data, encoding)
    if isinstance(result, Decoded):
        return Decoded(result.text, result.encoding, is_guess=True)
    return Undecodable(failure.offset, failure.reason)


def _detect(data: bytes, usual: str) -> tuple[str, tuple[str, ...]]:
    """The encoding to take, or nothing; and the most likely ones."""
    from charset_normalizer import from_bytes  # only a legacy file needs it

    matches = list(from_bytes(data, cp_exclusion=[*_NOT_LEGACY]))
    candidates = tuple(match.encoding for match in matches[:3])
    for match in matches:
        is_near = match.coherence >= matches[0].coherence - _NEAR
        if is_near and usual in match.could_be_from_charset:
            return usual, candidates
    if matches and matches[0].coherence >= _COHERENT and matches[0].chaos <= _ORDERLY:
        return matches[0].encoding, candidates
    return "", candidates
