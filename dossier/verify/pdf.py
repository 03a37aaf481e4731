"""A PDF as a briefing: the text of its pages, links from their annotations, addresses that are no links."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from dossier.verify.bare import bare_addresses
from dossier.verify.folding import OPTIONAL
from dossier.verify.values import Block, Briefing, BriefingError, BriefingLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pypdf import PageObject, PdfReader

_MOST_PAGES: Final = 5_000
_CHAIN: Final = 20
"""Actions that follow each other, at most."""
_LINE: Final = 3.0
"""Points by which the foot of a letter may stand outside the rectangle of its link."""
_BROKEN = re.compile(r"(?<=\w)[-\u2010\u00ad]\n(?=\w)")
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
_NUMBERS = re.compile(r"\d+")
_MISSING: Final = (
    "reading PDF needs the library pypdf: install it with "
    '"pip install pypdf", or dossier with its extra "dossier-site[verify]"'
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a page's text, with where it stands on paper."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Area:
    """A link of a page."""

    address: str
    left: float
    bottom: float
    right: float
    top: float


def read_pdf(data: bytes, name: str) -> Briefing:
    """The briefing; `BriefingError` if it is encrypted or damaged, or the library is not there."""
    try:
        import pypdf
    except ImportError as error:
        raise BriefingError(_MISSING) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        _check(reader)
        base = _base(reader)
        pages = [(_pieces(page), _areas(page, base)) for page in reader.pages]
        date = _date(reader)
    except BriefingError:
        raise
    except pypdf.errors.DependencyError as error:
        raise BriefingError(
            "it is encrypted in a way that needs the library cryptography"
        ) from error
    except (pypdf.errors.PyPdfError, RecursionError, MemoryError) as error:
        raise BriefingError(f"it is damaged, or no PDF: {error}") from error
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OSError) as error:
        raise BriefingError("it is damaged: its structure cannot be followed") from error
    return _briefing(pages, name, date)


def _check(reader: PdfReader) -> None:
    """`BriefingError` for what asks for a password, and for more pages than a briefing has."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise BriefingError("it is encrypted: save it without a password")
    if len(reader.pages) > _MOST_PAGES:
        raise BriefingError(f"it has more than {_MOST_PAGES:,} pages")


def _base(reader: PdfReader) -> str:
    """The address from which the relative ones count, of the catalogue's URI dictionary."""
    held = _plain(reader.root_object.get("/URI"))
    return str(held.get("/Base", "")) if hasattr(held, "get") else ""


def _plain(value: object) -> Mapping[str, object]:
    """A dictionary, its reference followed; an empty one for anything else."""
    held = value.get_object() if hasattr(value, "get_object") else value
    return held if isinstance(held, dict) else {}


def _pieces(page: PageObject) -> list[_Piece]:
    pieces: list[_Piece] = []

    def seen(text: str, matrix: Sequence[float], own: Sequence[float], *_: object) -> None:
        x, y = own[4], own[5]
        if text:
            pieces.append(
                _Piece(
                    text,
                    matrix[0] * x + matrix[2] * y + matrix[4],
                    matrix[1] * x + matrix[3] * y + matrix[5],
                )
            )

    page.extract_text(visitor_text=seen)
    return pieces


def _areas(page: PageObject, base: str) -> list[_Area]:
    areas: list[_Area] = []
    held = page.get("/Annots")
    annotations = held.get_object() if held is not None else ()
    for reference in annotations or ():
        annotation = _plain(reference)
        rectangle = annotation.get("/Rect")
        rectangle = rectangle.get_object() if hasattr(rectangle, "get_object") else rectangle
        if annotation.get("/Subtype") != "/Link" or not isinstance(rectangle, list):
            continue
        x, y, u, v = (float(number) for number in rectangle[:4])
        for address in _addresses(annotation):
            whole = base + address if base and "://" not in address else address
            areas.append(_Area(whole, min(x, u), min(y, v), max(x, u), max(y, v)))
    return areas


def _addresses(annotation: Mapping[str, object]) -> Iterator[str]:
    """Addresses of the action and of those that follow it; other files by their names."""
    waiting = [annotation.get("/A"), annotation.get("/PA")]
    for _ in range(_CHAIN):
        if not waiting:
            return
        action = _plain(waiting.pop(0))
        kind = action.get("/S")
        if kind == "/URI":
            address = action.get("/URI")
            yield address.decode("utf-8", "replace") if isinstance(address, bytes) else str(address)
        elif kind in {"/GoToR", "/Launch"}:
            file = action.get("/F")
            file = file.get_object() if hasattr(file, "get_object") else file
            named = file.get("/UF") or file.get("/F") if isinstance(file, dict) else file
            place = action.get("/D")
            fragment = f"#{place}" if isinstance(place, str) else ""
            if named:
                yield f"{named}{fragment}"
        following = action.get("/Next")
        waiting += following if isinstance(following, list) else [following] if following else []


def _date(reader: PdfReader) -> str:
    held: Mapping[str, object] = reader.metadata or {}
    raw = str(held.get("/ModDate") or held.get("/CreationDate") or "")
    found = _DATE.match(raw)
    return "-".join(found.groups()) if found else ""


def _briefing(
    pages: Sequence[tuple[Sequence[_Piece], Sequence[_Area]]], name: str, date: str
) -> Briefing:
    running = _running_lines(["".join(it.text for it in pieces) for pieces, _ in pages])
    text = ""
    starts: list[int] = []
    links: list[BriefingLink] = []
    for number, (pieces, areas) in enumerate(pages, 1):
        starts.append(len(text))
        page = "".join(it.text for it in pieces)
        body, dropped = _without(page, running)
        for start, stop, address in _placed(pieces, areas):
            a, b = (max(at - dropped, 0) for at in (start, stop))
            links.append(
                BriefingLink(
                    address, body[a:b].strip(), f"page {number}", 0, len(text) + a, len(text) + b
                )
            )
        text += body.rstrip() + "\n"
    text = _BROKEN.sub(OPTIONAL + "\u200b", text)
    links += _bare(text, starts, links)
    links.sort(key=lambda link: link.start)
    return Briefing(name, "pdf", (Block(text, "page 1", pages=tuple(starts)),), tuple(links), date)


def _placed(pieces: Sequence[_Piece], areas: Sequence[_Area]) -> Iterator[tuple[int, int, str]]:
    """Each link with its stretch of the page's text; what a link's end on one line and its rest on the next is one."""
    last: tuple[int, int, str] | None = None
    for area in areas:
        start, stop = _stretch(pieces, area)
        if last and last[2] == area.address and start - last[1] <= _LINE:
            last = (last[0], max(stop, last[1]), area.address)
            continue
        if last:
            yield last
        last = (start, stop, area.address)
    if last:
        yield last


def _stretch(pieces: Sequence[_Piece], area: _Area) -> tuple[int, int]:
    at = 0
    inside: list[tuple[int, int]] = []
    beside: tuple[float, int] = (1e9, 0)
    for piece in pieces:
        end = at + len(piece.text)
        if area.bottom - _LINE <= piece.y <= area.top + _LINE and piece.text.strip():
            if area.left - _LINE <= piece.x <= area.right:
                inside.append((at, end))
            elif piece.x < area.left:
                beside = min(beside, (area.left - piece.x, end))
        at = end
    if inside:
        return inside[0][0], inside[-1][1]
    return (beside[1], beside[1]) if beside[0] < 1e9 else (at, at)  # noqa: PLR2004 - nothing was found


def _running_lines(pages: Sequence[str]) -> frozenset[str]:
    """First and last lines that most pages share but for numbers: headers and footers."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        counts.update({_NUMBERS.sub("0", line) for line in (*lines[:2], *lines[-2:])})
    least = max(2, len(pages) // 2 + 1)
    return frozenset(line for line, count in counts.items() if count >= least)


def _without(page: str, running: frozenset[str]) -> tuple[str, int]:
    """A page's text without its header and footer, and how many characters fell away before it."""
    lines = page.split("\n")
    first, last = 0, len(lines)

    def is_running(line: str) -> bool:
        return not line.strip() or _NUMBERS.sub("0", line.strip()) in running

    while first < last and is_running(lines[first]):
        first += 1
    while last > first and is_running(lines[last - 1]):
        last -= 1
    return "\n".join(lines[first:last]), sum(len(line) + 1 for line in lines[:first])


def _bare(
    text: str, starts: Sequence[int], links: Sequence[BriefingLink]
) -> Iterator[BriefingLink]:
    """Addresses in the text that no annotation has."""
    known = [link.address for link in links]
    for address, start, longer in bare_addresses(text):
        if any(it.startswith(address) or address.startswith(it) for it in known):
            continue
        place = f"page {sum(at <= start for at in starts) or 1}"
        yield BriefingLink(address, address, place, 0, start, start + len(address), longer=longer)
