"""Acronyms that are used and that no entry explains, one problem for each; what may be one is told elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dossier.check.capitals import LETTERS, Use, is_acronym, key_of, uses_in
from dossier.check.expansions_in_text import Expansion
from dossier.check.glossary import entry_to_paste
from dossier.check.texts import Text, expansions_of_text, texts_of
from dossier.model import Problem, Run, Site
from dossier.problems import problem

_CODE = "acronym-undefined"
_SHOWN = 5
"""Files that a message names."""
_LONG = 8
"""Letters of a word in capitals that is rather a shout than an acronym, unless it comes again and again."""
_AGAIN = 3


@dataclass(frozen=True, slots=True)
class _Place:
    text: Text
    passage: int
    use: Use


@dataclass(slots=True)
class _Found:
    """All that the texts have of one acronym."""

    uses: list[_Place] = field(default_factory=list)
    expansions: list[tuple[Text, int, Expansion]] = field(default_factory=list)


def acronym_undefined(site: Site) -> Iterator[Problem]:
    """One problem for each acronym, where it stands first."""
    found = _found(site)
    words = _words(site) if found else Counter[str]()
    for key, acronym in sorted(found.items()):
        if _is_worth_telling(key, found, words):
            yield _undefined(site, key, acronym)


def undefined_in(problems: Iterable[Problem]) -> tuple[str, ...]:
    """The acronyms that problems of this code quote, in order."""
    return tuple(sorted(it.message.split('"')[1] for it in problems if it.code == _CODE))


def _found(site: Site) -> Mapping[str, _Found]:
    """Acronym to its uses, if no entry explains it."""
    known = frozenset(_known(site))
    found: dict[str, _Found] = {}
    expanded: list[tuple[Text, int, Expansion]] = []
    for text in texts_of(site):
        ignored = known | {key_of(phrase) for phrase in text.unlink}
        for place in _places(text, ignored):
            for key in _unknown_parts(place.use.key, ignored):
                found.setdefault(key, _Found()).uses.append(place)
        expanded.extend((text, passage, each) for passage, each in expansions_of_text(text))
    for text, passage, expansion in expanded:
        if expansion.key in found:
            found[expansion.key].expansions.append((text, passage, expansion))
    return found


def _known(site: Site) -> Iterator[str]:
    for entry in site.entries:
        yield from (key_of(name) for name in (entry.name, *entry.aliases) if is_acronym(name))


def _places(text: Text, known: frozenset[str]) -> Iterator[_Place]:
    """Uses in running text; not inside the words of an entry, and not beside other words in capitals."""
    inside = _spans(text)
    for slot in text.body.slots:
        if not isinstance(slot, Run) or not slot.is_linkable:
            continue
        words = text.body.passages[slot.passage].text
        for use in uses_in(words, slot.offset, slot.offset + len(slot.text), known):
            spans = inside.get(slot.passage, [])
            at = bisect_right(spans, (use.start, len(words))) - 1
            is_mentioned = at >= 0 and use.stop <= spans[at][1]
            if not is_mentioned and known.issuperset(map(key_of, use.near)):
                yield _Place(text, slot.passage, use)


def _spans(text: Text) -> Mapping[int, list[tuple[int, int]]]:
    """Passage to the offsets of its mentions, ascending."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in text.mentions:
        spans.setdefault(mention.passage, []).append((mention.start, mention.stop))
    return {passage: sorted(found) for passage, found in spans.items()}


def _unknown_parts(key: str, known: frozenset[str]) -> tuple[str, ...]:
    """The acronym itself, or of one made of several, of which some are known, the others."""
    parts = [part for part in key.split("-") if len(part) > 1]
    unknown = tuple(part for part in parts if part not in known)
    return (key,) if len(unknown) == len(parts) else unknown


def _words(site: Site) -> Counter[str]:
    """How often each word stands that is not in capitals."""
    chunks: Counter[str] = Counter()
    for text in texts_of(site):
        for passage in text.body.passages:
            chunks.update(passage.text.split())
    words: Counter[str] = Counter()
    for chunk, count in chunks.items():
        for word in LETTERS.findall(chunk):
            if not word.isupper():
                words[word] += count
    return words


def _is_worth_telling(key: str, found: Mapping[str, _Found], words: Mapping[str, int]) -> bool:
    acronym = found[key]
    uses = len(acronym.uses)
    if acronym.expansions:
        telling = {text.path for text, _, _ in acronym.expansions}
        is_elsewhere = any(place.text.path not in telling for place in acronym.uses)
        return is_elsewhere or uses > len(acronym.expansions) + 1
    parts = [part for part in LETTERS.findall(key) if len(part) > 1]
    if parts and all(_is_a_word(part, found, uses, words) for part in parts):
        articles = sum(place.use.has_article for place in acronym.uses)
        return uses >= _AGAIN and articles * 2 >= uses
    return len(key) < _LONG or "-" in key or uses >= _AGAIN


def _is_a_word(part: str, found: Mapping[str, _Found], uses: int, words: Mapping[str, int]) -> bool:
    """Whether it stands as often in small letters: then its capitals are emphasis, or those of a name in a list."""
    small = words.get(part.lower(), 0) + words.get(part.capitalize(), 0)
    return part.isupper() and small >= max(uses, len(found[part].uses) if part in found else 0)


def _undefined(site: Site, key: str, acronym: _Found) -> Problem:
    first = acronym.uses[0]
    position, line = first.text.position(first.passage, first.use.start)
    advice = "explain it in content/glossary.yaml; with `mark: never` it is settled and not marked"
    if acronym.expansions:
        text, passage, expansion = acronym.expansions[0]
        where = text.position(passage, expansion.start)[0]
        entry = entry_to_paste(site, key, expansion.words)
        advice = f"in content/glossary.yaml, as {where.path}:{where.line} has it:\n{entry}"
    counts = Counter(place.text.path for place in acronym.uses)
    return problem(
        _CODE,
        position,
        f'"{key}" is used {_how_often(counts)}, and no entry explains it',
        hint="\n".join([advice, *_where(counts)]),
        excerpt=line,
        width=first.use.stop - first.use.start,
    )


def _how_often(counts: Counter[str]) -> str:
    often = "once" if counts.total() == 1 else f"{counts.total()} times"
    return often if len(counts) == 1 else f"{often} in {len(counts)} files"


def _where(counts: Counter[str]) -> Iterator[str]:
    """A line for each file, if there are several."""
    if len(counts) > 1:
        yield "it stands in"
        yield from (f"  {path} ({count})" for path, count in counts.most_common(_SHOWN))
    if len(counts) > _SHOWN:
        yield f"  and {len(counts) - _SHOWN} more"
