"""Shapes of lists and mappings, made from the shapes of what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dossier.fields.shape import Findings, Shape, is_blank, nature_of, quoted
from dossier.fields.texts import line_of
from dossier.nodes import Node, Sequence, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


def many(shape: Shape[T | None]) -> Shape[tuple[T, ...]]:
    """A list, or one thing without a list around it. What is wrong with one item leaves the others."""

    def read(node: Node, name: str, findings: Findings) -> tuple[T, ...]:
        items = node.items if isinstance(node, Sequence) else (node,)
        values: list[T] = []
        for item in items:
            if isinstance(item, Sequence) or is_blank(item):
                what = "empty" if is_blank(item) else "a list"
                findings.add("value-wrong-type", item, f"{name}: an item is {what}")
            elif (value := shape.read(item, name, findings)) is not None:
                values.append(value)
        return tuple(dict.fromkeys(values))

    item_schema = dict(shape.schema)
    return Shape(read, (), {"anyOf": [item_schema, {"type": "array", "items": item_schema}]})


def one_text_to_another(of: Shape[str]) -> Shape[tuple[tuple[str, str], ...]]:
    """A mapping of the curator's own words to values of one shape, in the order written."""

    def read(node: Node, name: str, findings: Findings) -> tuple[tuple[str, str], ...] | None:
        if not isinstance(node, Table):
            message = f"{name}: this is {nature_of(node)}; it must be a mapping"
            findings.add("value-wrong-type", node, message)
            return None
        pairs: dict[str, str] = {}
        for key, value in node.pairs:
            label = line_of(key, name, findings)
            text = of.read(value, f"{name}, {quoted(key.text)}", findings)
            if label and text:
                pairs[label] = text
        return tuple(pairs.items())

    return Shape(read, (), {"type": "object", "additionalProperties": dict(of.schema)})


def tables_of(node: Node | None, subject: str, findings: Findings) -> Iterator[Table]:
    """The mappings of a file that is a list of them; anything else is reported and passed over."""
    if node is None:
        return
    if not isinstance(node, Sequence):
        message = f"the file is {nature_of(node)}; it must be a list, one {subject} after another"
        findings.add("value-wrong-type", node, message, 'begin each one with "- "')
        return
    for item in node.items:
        if isinstance(item, Table):
            yield item
        elif is_blank(item):
            findings.add(
                "value-wrong-type", item, f"an item of the list is empty; it must be one {subject}"
            )
        else:
            message = (
                f"an item of the list is {nature_of(item)}; it must be the keys of one {subject}"
            )
            findings.add("value-wrong-type", item, message)
