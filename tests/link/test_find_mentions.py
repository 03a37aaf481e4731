"""What holds for the mentions of every text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dossier.link.lexicon import build_lexicon
from dossier.link.mentions import find_mentions
from dossier.model import Document, Entry, Mention, Record, Run
from dossier.parse.markdown import parse_markdown

WORDS = ("PMF", "pmf", "Popular", "Forces", "Washington", "Post", "militia", "İstanbul", "’s", "s")
MARKUP = (
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "`",
    "- ",
    "# ",
    "> ",
    "[",
    "](x)",
    "<b>",
    "|",
    "\\",
    "-",
    "'",
)
TEXTS = st.lists(st.sampled_from(WORDS + MARKUP), max_size=40).map("".join)
ENTRIES = (
    Entry("pmf", "acronym", "PMF", expansion="Popular Mobilization Forces"),
    Entry("popular", "organisation", "Popular Forces"),
    Entry("washington", "place", "Washington"),
    Entry("post", "organisation", "Washington Post"),
    Entry("militia", "term", "militia", aliases=("istanbul militia",)),
)
LEXICON = build_lexicon(ENTRIES)


def document_of(text: str) -> Document:
    return Document("reading", "seeds/a.md", "a", "A", Record(), parse_markdown(text), "en", "")


@given(TEXTS)
def test_mentions_stand_in_runs_in_order_and_do_not_overlap(text: str) -> None:
    document = document_of(text)

    mentions, _ = find_mentions(LEXICON, document)

    assert all(is_in_its_run(document, mention) for mention in mentions)
    places = [(it.slot, it.offset, it.offset + it.stop - it.start) for it in mentions]
    assert places == sorted(places)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(places))


def is_in_its_run(document: Document, mention: Mention) -> bool:
    run = document.body.slots[mention.slot]
    assert isinstance(run, Run)
    size = mention.stop - mention.start
    words = document.body.passages[mention.passage].text[mention.start : mention.stop]
    return run.text[mention.offset : mention.offset + size] == words


@given(TEXTS)
def test_the_same_text_has_the_same_mentions_whatever_the_order_of_the_entries(
    text: str,
) -> None:
    again = build_lexicon(reversed(ENTRIES))

    assert find_mentions(again, document_of(text)) == find_mentions(LEXICON, document_of(text))


def test_a_lexicon_is_known_by_what_it_finds() -> None:
    entry = Entry("pmf", "acronym", "PMF")
    same = Entry("pmf", "acronym", "PMF", role="of no concern")
    other = Entry("pmf", "acronym", "PMF", mark="every")

    assert build_lexicon([entry]).digest == build_lexicon([same]).digest
    assert build_lexicon([entry]).digest != build_lexicon([other]).digest
