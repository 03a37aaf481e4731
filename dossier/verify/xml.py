"""XML of documents that are not trusted: elements and words as they come; no DTD, no entities, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn, Protocol
from xml.parsers import expat

from dossier.verify.values import BriefingError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEPEST: Final = 500


class Handler(Protocol):
    """Told what stands in the XML. Names are without prefix; `at` is an offset in the bytes."""

    def start(self, tag: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins."""

    def end(self, tag: str, at: int) -> None:
        """An element ends."""

    def words(self, text: str, at: int) -> None:
        """Words, not always all of one element at once."""


def read_xml(data: bytes, handler: Handler, name: str) -> None:
    """Tell the handler all that stands in `data`; `BriefingError` for what is no XML, or has a DTD."""
    parser = expat.ParserCreate()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise BriefingError(f"its part {name} is nested deeper than a document is")
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        handler.start(tag.rpartition(":")[2], local, parser.CurrentByteIndex)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(tag.rpartition(":")[2], parser.CurrentByteIndex)

    def refuse(*_: object) -> NoReturn:
        raise BriefingError(f"its part {name} has a DTD or entities, which no document needs")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: handler.words(text, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parser's own signature
    except expat.ExpatError as error:
        raise BriefingError(f"it is damaged: its part {name} is no XML ({error})") from error
