"""How the three styles write authors; it drops nothing but what a style replaces by "et al." or dots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.model import Name

_APA_MOST = 20
_APA_FIRST = 19
_CHICAGO_MOST = 6
_CHICAGO_FIRST = 3
_MLA_MOST = 2
_INITIALS = re.compile(r"(?<=\b\w\.)(?=\w)")


def apa_names(names: Sequence[Name]) -> str:
    """APA 7: inverted, initials; from 21 on the first 19, dots and the last."""
    written = [_inverted(name, _initials(given_of(name))) for name in names]
    if len(written) > _APA_MOST:
        return f"{', '.join(written[:_APA_FIRST])}, … {written[-1]}"
    if len(written) > 1:
        return f"{', '.join(written[:-1])}, & {written[-1]}"
    return "".join(written)


def chicago_names(names: Sequence[Name]) -> str:
    """Chicago 18: first inverted, up to six; of more the first three and "et al."."""
    if len(names) > _CHICAGO_MOST:
        return ", ".join([*_first_inverted(names[:_CHICAGO_FIRST]), "et al."])
    return _with_and(_first_inverted(names))


def mla_names(names: Sequence[Name]) -> str:
    """MLA 9: first inverted, two at most; of more the first and "et al."."""
    if len(names) > _MLA_MOST:
        return f"{_first_inverted(names[:1])[0]}, et al."
    return _with_and(_first_inverted(names))


def given_of(name: Name) -> str:
    """The given names, without a suffix such as Jr., which CSL puts after a comma; initials set apart."""
    return _INITIALS.sub(" ", name.given.partition(",")[0].strip())


def suffix_of(name: Name) -> str:
    """`Jr.` in `Martin Luther, Jr.`."""
    return name.given.partition(",")[2].strip()


def _first_inverted(names: Sequence[Name]) -> list[str]:
    return [
        *(_inverted(name, given_of(name)) for name in names[:1]),
        *(_straight(name) for name in names[1:]),
    ]


def _inverted(name: Name, given: str) -> str:
    return name.literal or ", ".join(part for part in (name.family, given, suffix_of(name)) if part)


def _straight(name: Name) -> str:
    parts = (given_of(name), name.family, suffix_of(name))
    return name.literal or " ".join(part for part in parts if part)


def _with_and(written: Sequence[str]) -> str:
    if len(written) > 1:
        return f"{', '.join(written[:-1])}, and {written[-1]}"
    return "".join(written)


def _initials(given: str) -> str:
    """Give `J.-P. M.` for `Jean-Paul Marie`; a particle in lower case stays whole."""
    return " ".join(_initial(part) for part in given.split())


def _initial(part: str) -> str:
    if part[0].islower():
        return part
    return "-".join(f"{piece[0]}." for piece in part.split("-") if piece)
