"""A mapping read by a table of fields: each key by its shape, unknown keys reported; nothing of what keys mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from dossier.fields.shape import Findings, Shape, T_co, is_blank, quoted
from dossier.nodes import LONGEST_QUOTED, Node, Scalar, Table
from dossier.nodes import Sequence as List
from dossier.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.model import Position

T = TypeVar("T")

MOST_UNKNOWN_KEYS = 20
"""Unknown keys of one mapping that are named one by one."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A key, the shape of its value, and what it is for, in one sentence."""

    key: str
    shape: Shape[T_co]
    description: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The keys that one kind of mapping may have."""

    subject: str
    """What the mapping describes, in one word."""
    code: str
    """Of the problem that an unknown key is."""
    fields: tuple[Field[object], ...]
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that stand in for a key of ours in foreign front matter; the first one stated counts."""
    tolerated: frozenset[str] = frozenset()
    """Keys of foreign front matter that have no place here, and are no mistake either."""

    @property
    def a_subject(self) -> str:
        """The subject with its article."""
        return f"{'an' if self.subject[0] in 'aeiou' else 'a'} {self.subject}"


class Form:
    """The values of one mapping, each read when it is asked for.

    `places` grows with them: the position of each value by its key, of the items of a list also by `key.TEXT`, of
    the values of a mapping by `key.NAME`.
    """

    def __init__(self, table: Table, vocabulary: Vocabulary, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.places: dict[str, Position] = {}
        self._vocabulary = vocabulary
        self._nodes = {key.text: node for key, node in table.pairs}
        self._synonyms = vocabulary.synonyms if findings.foreign else {}
        known = {known.key for known in vocabulary.fields}
        if not self._nodes.keys() <= known:
            self._report_unknown(known)
            known.update(*self._synonyms.values())
            self._nodes = {key: node for key, node in self._nodes.items() if key in known}

    def __getitem__(self, asked: Field[T]) -> T:
        """The value of a key, or what its shape has for one that is not stated or not valid."""
        if asked.key not in self._nodes and asked.key not in self._synonyms:
            return asked.shape.empty
        for key in (asked.key, *self._synonyms.get(asked.key, ())):
            node = self._nodes.get(key)
            if node is None or is_blank(node):
                continue
            value = asked.shape.read(node, key, self.findings)
            if value is not None:
                self._note_places(asked.key, node)
                return value
        return asked.shape.empty

    def is_stated(self, key: str) -> bool:
        """Whether a key is there and says something."""
        return key in self._nodes and not is_blank(self._nodes[key])

    def node(self, key: str) -> Node | None:
        """The value of a key as it was written."""
        return self._nodes.get(key)

    def require(self, *keys: str) -> bool:
        """Complain unless one of the keys is stated."""
        if any(map(self.is_stated, keys)):
            return True
        named = " or ".join(f'"{key}"' for key in keys)
        where = next((self._nodes[key] for key in keys if key in self._nodes), None)
        first = self.table.pairs[0][0] if self.table.pairs else self.table
        message = f"{self._vocabulary.a_subject} must have {named}"
        self.findings.add("key-missing", where or first, message)
        return False

    def _note_places(self, key: str, node: Node) -> None:
        self.places[key] = node.position
        if isinstance(node, List):
            for item in node.items:
                if isinstance(item, Scalar):
                    self.places.setdefault(f"{key}.{item.text}", item.position)
        elif isinstance(node, Table):
            for name, value in node.pairs:
                self.places[f"{key}.{name.text}"] = value.position

    def _report_unknown(self, known: set[str]) -> None:
        foreign, vocabulary = self.findings.foreign, self._vocabulary
        meant = {name: key for key, names in vocabulary.synonyms.items() for name in names}
        passed = known | meant.keys() | vocabulary.tolerated if foreign else known
        unknown = [
            key
            for key, node in self.table.pairs
            if key.text not in passed and not (foreign and is_blank(node))
        ]
        for key in unknown[:MOST_UNKNOWN_KEYS]:
            message = f"{quoted(key.text)} is no key of {vocabulary.a_subject}"
            self.findings.add(vocabulary.code, key, message, _nearest(key.text, known, meant))
        if left := len(unknown[MOST_UNKNOWN_KEYS:]):
            message = f"{left} more keys of this mapping are unknown"
            self.findings.add(vocabulary.code, unknown[MOST_UNKNOWN_KEYS], message)


def _nearest(key: str, known: set[str], meant: Mapping[str, str]) -> str:
    if key in meant:
        return f'write "{meant[key]}"'
    near = did_you_mean(key, sorted(known)) if len(key) <= LONGEST_QUOTED else ""
    return near or f"known keys: {', '.join(sorted(known))}"


def json_schema(vocabulary: Vocabulary) -> dict[str, object]:
    """The JSON Schema of a mapping with these keys and no other."""
    properties = {
        entry.key: {"description": entry.description, **entry.shape.schema}
        for entry in vocabulary.fields
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}
