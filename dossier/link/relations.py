"""Relations between entries with the passages that carry them; not how they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.link.quotations import Quotations
from dossier.model import Bond, Entry, Problem, Relation
from dossier.problems import did_you_mean, problem


def bonds_of(
    entries: Iterable[Entry], quotations: Quotations
) -> tuple[tuple[Bond, ...], tuple[Problem, ...]]:
    """Every relation to an entry that is there, in the order of the entries, then as written."""
    known = {entry.id: entry for entry in entries}
    bonds: list[Bond] = []
    problems: list[Problem] = []
    for entry in known.values():
        for relation in entry.relations:
            problems.extend(_faults(entry, relation, known))
            if relation.to not in known or relation.to == entry.id:
                continue
            found = [
                quotations.find(f'"{entry.id}", relations', it, relation.position)
                for it in relation.evidence
            ]
            problems.extend(fault for _, faults in found for fault in faults)
            quoted = tuple(dict.fromkeys(it for it, _ in found if it is not None))
            bonds.append(Bond(entry.id, relation, quoted))
    return tuple(bonds), tuple(problems)


def _faults(entry: Entry, relation: Relation, known: Mapping[str, Entry]) -> Iterator[Problem]:
    if relation.to == entry.id:
        message = f'"{entry.id}", relations: it stands in a relation to itself'
        yield problem("entry-loop", relation.position, message, width=len(relation.to))
    elif relation.to not in known:
        message = f'"{entry.id}", relations: no entry "{relation.to}"'
        hint = did_you_mean(relation.to, known)
        yield problem(
            "entry-unknown", relation.position, message, hint=hint, width=len(relation.to)
        )
