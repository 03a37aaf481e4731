"""The words of the interface: every language has every key of English, with the same places to fill in."""

import re

import pytest
import yaml

from tests.conftest import ROOT

WORDS = ROOT / "themes" / "folio" / "words"
FORMS = {"fr": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}
"""CLDR's plural categories of each language."""
PLACE = re.compile(r"\{(\w+)\}")
PLURAL = re.compile(r"\.(zero|one|two|few|many|other)$")


def catalogue(language: str) -> dict[str, str]:
    found = yaml.safe_load((WORDS / f"{language}.yaml").read_text("utf-8"))
    return {str(key): str(value) for key, value in found.items()}


def names(words: dict[str, str]) -> set[str]:
    """Keys, those of plural forms once."""
    return {PLURAL.sub(".*", key) for key in words}


@pytest.mark.parametrize("language", sorted(FORMS))
def test_a_catalogue_has_every_key_of_the_english_one_and_no_other(language: str) -> None:
    assert names(catalogue(language)) ^ names(catalogue("en")) == set()


@pytest.mark.parametrize("language", sorted(FORMS))
def test_a_catalogue_has_a_form_for_every_plural_of_its_language(language: str) -> None:
    words = catalogue(language)
    stems = {PLURAL.sub("", key) for key in catalogue("en") if PLURAL.search(key)}

    lacking = sorted(
        f"{stem}.{form}"
        for stem in stems
        for form in FORMS[language]
        if f"{stem}.{form}" not in words and f"{stem}.other" not in words
    )

    assert lacking == []


@pytest.mark.parametrize("language", sorted(FORMS))
def test_words_leave_the_same_places_to_fill_in(language: str) -> None:
    english = catalogue("en")

    other = {
        key: words
        for key, words in catalogue(language).items()
        if key in english
        and not PLURAL.search(key)
        and set(PLACE.findall(words)) != set(PLACE.findall(english[key]))
    }

    assert other == {}
