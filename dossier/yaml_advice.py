"""What a YAML parser complains of, in the words of somebody who writes the file; not the parsing."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Wording:
    """What to say when the parser's own words contain `sign`."""

    sign: str
    message: str
    hint: str
    at_context: bool = False
    """Whether the place is where the construct begins, not where the parser gave up."""


_TAB = Wording("", "a tab stands where YAML takes only spaces", "indent with spaces")
_WORDINGS = (
    Wording(
        "mapping values are not allowed",
        "a colon where no key can end: a second one in a line, one after a line without, or indented too far",
        'put a text with ": " in it in quotation marks',
    ),
    Wording(
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "begin it on the line below its key, or put a text that begins with - in quotation marks",
    ),
    Wording(
        "found unexpected",
        "this quotation mark is never closed",
        "close it, or write a quotation mark inside single quotes twice",
        at_context=True,
    ),
    Wording(
        "did not find expected ','",
        "this bracket is never closed, or a comma is missing inside it",
        "close it, or put a text that begins with a bracket in quotation marks",
        at_context=True,
    ),
    Wording("expected ',' or", "this bracket is never closed", "close it", at_context=True),
    Wording(
        "could not find expected ':'",
        "this line is neither a key with a value nor the rest of the line above",
        'write "key: value"; indent a text that runs over several lines',
        at_context=True,
    ),
    Wording(
        "did not find expected key",
        "neither the next key nor the end of the value",
        "keys of one mapping begin in one column; put a text that quotes or brackets only begin in the other quotation marks",
    ),
    Wording(
        "expected <block end>",
        "neither the next key nor the end of the value",
        "keys of one mapping begin in one column; put a text that quotes or brackets only begin in the other quotation marks",
    ),
    Wording(
        "did not find expected '-' indicator",
        "a list goes on with something that is no item of it",
        "every item of a list begins with - in the same column",
    ),
    Wording(
        "unknown escape character",
        "a backslash in double quotation marks begins an escape, and this is none",
        "write the text in single quotation marks, or the backslash twice",
    ),
    Wording(
        "node content",
        "a value is missing here, or a bracket is never closed",
        "put a text that begins with a bracket or a comma in quotation marks",
    ),
    Wording(
        "expected alphabetic or numeric character",
        "a text cannot begin with * or &",
        "put it in quotation marks",
        at_context=True,
    ),
    replace(_TAB, sign="found a tab character"),
)


def wording_of(complaint: str, sign: str) -> Wording:
    """Say a YAML parser's complaint in a curator's words; `sign` is the character at which it gave up."""
    if "cannot start any token" in complaint:
        if sign == "\t":
            return _TAB
        return Wording("", f"a text cannot begin with {sign}", "put it in quotation marks")
    for wording in _WORDINGS:
        if wording.sign in complaint:
            return wording
    return Wording("", f"this is not YAML: {complaint}", "")
