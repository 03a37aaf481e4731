"""Markdown that stands in a YAML value: parsed with the line of the file that it begins on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.model import EMPTY_BODY, Body
from dossier.nodes import Scalar
from dossier.parse.markdown import parse_markdown

if TYPE_CHECKING:
    from dossier.fields.form import Field, Form


def body_of(form: Form, field: Field[str]) -> Body:
    """The value of a key as Markdown; empty if it is not stated."""
    text = form[field]
    node = form.node(field.key)
    if not text.strip() or not isinstance(node, Scalar):
        return EMPTY_BODY
    return parse_markdown(text, line=node.position.line + node.is_block)
