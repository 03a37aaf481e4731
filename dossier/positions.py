"""Where an offset in a parsed text stands in its file, for problems; nothing of addresses."""

from __future__ import annotations

from dossier.model import Body, Position, Run, translate

_LONGEST = 2_000
"""Characters of a line before and after the place. Of a longer line neither the column nor the text is told."""


def place_in(body: Body, path: str, offset: int, line: int = 0) -> tuple[Position, str]:
    """The position in the file of an offset in `Body.markdown`, and the line of text there.

    `line` is the line in `Body.markdown`, if known: counting takes time in long texts with many problems.
    """
    text = body.markdown
    number = body.line - 1 + (line or text.count("\n", 0, offset) + 1)
    first = max(0, offset - _LONGEST)
    start = text.rfind("\n", first, offset) + 1 or first
    stop = text.find("\n", offset, offset + _LONGEST)
    stop = min(len(text), offset + _LONGEST) if stop < 0 else stop
    is_whole = (start == 0 or text[start - 1] == "\n") and (stop == len(text) or text[stop] == "\n")
    if not is_whole:
        return Position(path, number), ""
    return Position(path, number, offset - start + 1), text[start:stop]


def position_of(body: Body, path: str, passage: int, offset: int) -> tuple[Position, str]:
    """The position in the file of an offset in a passage's text, and the line of text there.

    Of words that are no run, such as code and the words of a link, only the passage's first line is told.
    """
    for slot in body.slots:
        if isinstance(slot, Run) and slot.passage == passage:
            inside = offset - slot.offset
            if 0 <= inside < len(slot.text):
                return place_in(body, path, translate(slot.places, inside))
    line = body.line - 1 + body.passages[passage].line
    return Position(path, line), ""
