"""The regular expression of a lexicon: what it matches, and what it costs."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.link.lexicon import build_lexicon
from dossier.link.mentions import find_mentions
from dossier.link.trie import pattern_of
from dossier.model import Document, Entry, Record
from dossier.parse.markdown import parse_markdown

WORDS = st.text(alphabet="ab '-", min_size=1, max_size=6).filter(
    lambda text: text == " ".join(text.split())
)


@pytest.mark.parametrize("is_sparse", [True, False])
@settings(max_examples=40)
@given(forms=st.sets(WORDS, min_size=1, max_size=12), text=st.text(alphabet="ab '-", max_size=20))
def test_it_matches_what_a_plain_alternation_matches(
    forms: set[str], text: str, *, is_sparse: bool
) -> None:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    plain = "|".join(re.escape(form).replace("\\ ", " +") for form in longest_first)

    found = [match.span() for match in pattern_of(forms, is_sparse=is_sparse).finditer(text)]

    assert found == [match.span() for match in re.finditer(rf"(?<!\w)(?:{plain})(?!\w)", text)]


def test_forms_that_are_each_the_beginning_of_the_next_do_not_exhaust_the_parser() -> None:
    forms = ["a" * length for length in range(1, 300)]

    found = pattern_of(forms, is_sparse=True).search("x " + "a" * 250)

    assert found is not None
    assert found[0] == "a" * 250


def test_no_forms_match_nothing() -> None:
    assert pattern_of([], is_sparse=True).search("anything") is None


HOSTILE = {
    "brackets": "[" * 100_000,
    "one word": "P" * 200_000,
    "names without spaces": "PMF," * 100_000,
    "names in an address": "https://example.org/" + "PMF/" * 100_000,
    "halves of names": "Popular Mobilization " * 20_000,
    "spaces": "Popular" + " " * 200_000 + "Mobilization",
    "open tags": "<a PMF " * 50_000,
    "open comments": "<!-- PMF " * 50_000,
    "tags": "<a PMF> " * 50_000,
    "stops": "PMF" + "." * 200_000,
    "marks": "PMF" + "\u0308" * 200_000,
    "apostrophes": "PMF" + "'" * 200_000,
    "dots": "PMF." * 100_000,
    "plain names": "PMF PMFs " * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_searched_in_time_that_grows_with_its_length(text: str) -> None:
    entries = (
        Entry("pmf", "acronym", "PMF", aliases=("Popular Mobilization Forces",)),
        Entry("popular", "term", "popular mobilization of the people"),
    )
    lexicon = build_lexicon(entries)
    body = parse_markdown("\n\n".join([text.replace("[", "\\["), "The end of it."]))
    document = Document("reading", "seeds/a.md", "a", "A", Record(), body, "en", "")

    start = time.process_time()
    find_mentions(lexicon, document)

    assert time.process_time() - start < 5
