"""Text as YAML has it: a scalar that reads back as itself, whatever is in it."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_][^\W_]*(?:[ ,./'’()\-][^\W_]+)*\.?")
_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def yaml_text(text: str) -> str:
    """The text as a plain scalar where that is safe, else between double quotation marks."""
    words = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(words) and words.casefold() not in _WORDS_OF_YAML
    return words if is_plain else json.dumps(words, ensure_ascii=False)
