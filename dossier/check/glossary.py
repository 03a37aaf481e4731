"""What the entries say of acronyms, and an entry as it would be written; no texts of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import category, normalize

from dossier.check.capitals import is_acronym, key_of
from dossier.model import Entry, Site

_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’‘ʿʾʼ`´]")
_PLAIN = re.compile(r"[^\W\d_][\w .,()/’–-]*(?<! )")
_SPELLINGS = (("isation", "ization"), ("defence", "defense"), ("labour", "labor"))
_SHORTEST_PLURAL = 4


def entries_of_acronyms(site: Site) -> Mapping[str, tuple[Entry, ...]]:
    """Acronym to the entries that have it as their name or alias."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in site.entries:
        names = (entry.name, *entry.aliases)
        for key in dict.fromkeys(key_of(name) for name in names if is_acronym(name)):
            found[key] = (*found.get(key, ()), entry)
    return found


def expansions_of(site: Site, entry: Entry) -> Iterator[str]:
    """What the entry says that its acronym stands for: its expansion, its names, those of what it stands for."""
    target = next((other for other in site.entries if other.id == entry.stands_for), None)
    for each in (entry, *([target] if target else [])):
        yield from (text for text in (each.expansion, each.name, *each.aliases) if " " in text)


def loosely(words: str) -> str:
    """What expansions have in common that differ in case, hyphens, plurals, accents, `the`, or British spelling."""
    bare = "".join(sign for sign in normalize("NFKD", words) if category(sign) != "Mn")
    folded = _APOSTROPHES.sub("", bare).casefold()
    for british, american in _SPELLINGS:
        folded = folded.replace(british, american)
    return " ".join(
        word[:-1] if word.endswith("s") and len(word) >= _SHORTEST_PLURAL else word
        for word in _WORDS.findall(folded)
        if word != "the"
    )


def are_alike(one: str, other: str) -> bool:
    """Whether two expansions are loosely the same, or one is the other with words before it: `U.S. Central Command`."""
    first, second = f" {loosely(one)}", f" {loosely(other)}"
    return first.endswith(second) or second.endswith(first)


def entry_to_paste(site: Site, key: str, expansion: str) -> str:
    """An entry for the acronym, as YAML. If an entry has the expansion for its name, the acronym leads there."""
    same = loosely(expansion)
    target = next(
        (
            entry
            for entry in site.entries
            if any(loosely(name) == same for name in (entry.name, *entry.aliases))
        ),
        None,
    )
    lines = [f"- term: {_scalar(key)}", f"  expansion: {_scalar(expansion)}"]
    if target:
        lines.append(f"  for: {target.id}")
    return "\n".join(lines)


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
