"""The interface's words in a language: looked up, filled in, with the right plural."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"})
_TWO = 2
_LARGEST_FEW = 10


def direction(language: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`. `language` is BCP 47."""
    parts = language.split("-")
    script = next((part for part in parts[1:] if len(part) == len("Arab") and part.isalpha()), "")
    if script:
        return "rtl" if script.title() in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0].lower() in _RIGHT_TO_LEFT else "ltr"


def plural(language: str, count: int) -> str:
    """CLDR's plural category of a whole number, for the languages that we have words in."""
    primary = language.partition("-")[0]
    if primary == "fr":
        return "one" if count in (0, 1) else "other"
    if primary == "ar":
        return _arabic(count)
    return "one" if count == 1 else "other"


def _arabic(count: int) -> str:
    exact = {0: "zero", 1: "one", 2: "two"}.get(count)
    rest = count % 100
    return exact or (
        "few" if _TWO < rest <= _LARGEST_FEW else "many" if rest > _LARGEST_FEW else "other"
    )


@dataclass(frozen=True, slots=True)
class Words:
    """A catalogue, with English behind it for what it lacks."""

    language: str
    own: Mapping[str, str]
    english: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key; `{name}` is filled from `values`; `count` chooses among the key's plural forms."""
        count = values.get("count")
        if isinstance(count, int):
            for form in (f"{key}.{plural(self.language, count)}", f"{key}.other"):
                if form in self.own:
                    return self.own[form].format(**values)
            english = f"{key}.{plural('en', count)}"
            if english in self.english:
                return self.english[english].format(**values)
        words = self.own.get(key, self.english.get(key, key))
        return words.format(**values) if values else words

    def has(self, key: str) -> bool:
        """Whether the key has words at all."""
        return key in self.own or key in self.english


def words_of(catalogues: Mapping[str, Mapping[str, str]], language: str) -> Words:
    """The catalogue of a language, of its primary subtag, or English."""
    own = catalogues.get(language) or catalogues.get(language.partition("-")[0]) or {}
    spoken = language if own else "en"
    return Words(spoken, own, catalogues.get("en", {}))
