"""What the search index says of a dossier, read back as its scripts read it."""

import gzip
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.link import link_site
from dossier.model import Body, Config, Document, Entry, Record, Site
from dossier.parse.markdown import parse_markdown
from dossier.render.search import search_files
from dossier.render.search.postings import count, joined, posting
from dossier.render.search.shards import cut, front_coded, in_order
from tests.render.search_reader import Index, keys_of, posting_of, read_index
from tests.written import written

ENTRIES = (
    Entry("pmf", "acronym", "PMF", "Popular Mobilization Forces", stands_for="forces"),
    Entry(
        "forces",
        "organisation",
        "Popular Mobilization Forces",
        aliases=("Hashd", "الحشد الشعبي"),
        definition=parse_markdown("An umbrella of militias, see [[pmf]]."),
    ),
    Entry("us", "place", "US", aliases=("United States",)),
)
TEXTS = (
    "# One\n\nThe PMF met.\n\nHashd fighters *met* [Popular Mobilization Forces](https://example.org) men.",
    "## Popular Mobilization Forces\n\nBetween us, قال الحشد الشعبی شيئا.\n\n- An item of Kata'ib\n- US troops",
)


def reading(number: int, text: str, record: Record | None = None) -> Document:
    name = f"r{number}"
    record = record or Record(title=f"Title {number}", date="2024-02-05", publisher="A Press")
    return Document(
        "reading", f"seeds/{name}.md", name, record.title, record, parse_markdown(text), "en", name
    )


def site_of(texts: Sequence[str], entries: Sequence[Entry] = ENTRIES) -> Site:
    documents = [reading(number, text) for number, text in enumerate(texts)]
    site, problems = link_site(Config(), documents, (), entries, (), ())
    assert [problem for problem in problems if problem.severity == "error"] == []
    return site


@pytest.fixture(scope="module")
def index() -> Index:
    return read_index(search_files(site_of(TEXTS)))


def texts_at(index: Index, holders: set[tuple[int, int]], documents: Sequence[Body]) -> set[str]:
    """The words of items of the first documents."""
    starts = [0]
    for body in documents:
        kept = [passage for passage in body.passages if passage.number or passage.level]
        starts.append(starts[-1] + len(kept) + 1)
    return {
        index.items[starts[document] + item][1]
        for document, item in holders
        if document < len(documents)
    }


def test_every_passage_is_an_item_with_its_own_id(index: Index) -> None:
    site = site_of(TEXTS)
    passages = [passage for reading in site.readings for passage in reading.body.passages]

    wanted = {(passage.id, passage.text) for passage in passages if passage.number or passage.level}

    assert wanted <= set(index.items)


def test_a_first_heading_that_repeats_the_title_is_no_item_of_its_own() -> None:
    site, _ = link_site(Config(), [reading(0, "# Title 0\n\nText.")], (), (), (), ())

    items = read_index(search_files(site)).items

    assert [text for _, text in items] == ["Title 0", "Text."]


def test_a_word_leads_to_every_passage_that_has_it(index: Index) -> None:
    bodies = [parse_markdown(text) for text in TEXTS]

    found = texts_at(index, index.holders("met"), bodies)

    assert found == {"The PMF met.", "Hashd fighters met Popular Mobilization Forces men."}


def test_forms_of_an_entry_lead_to_the_passages_of_what_it_stands_for(index: Index) -> None:
    forms = ("pmf_", "hashd_", "popular_mobilization_forces_", "الحشد_الشعبي_")
    rows = {form: {row[0] for row in index.entries if is_form(row[8], form)} for form in forms}

    assert rows == {
        "pmf_": {"pmf"},
        "hashd_": {"forces"},
        "popular_mobilization_forces_": {"pmf", "forces"},
        "الحشد_الشعبي_": {"forces"},
    }
    assert set(forms) <= set(index.keys)


def is_form(forms: object, key: str) -> bool:
    return isinstance(forms, list) and key.removesuffix("_").replace("_", " ") in forms


def test_an_entry_is_found_in_headings_links_and_other_letters_too(index: Index) -> None:
    row = next(row for row in index.entries if row[0] == "forces")
    bodies = [parse_markdown(text) for text in TEXTS]

    items = {
        (document, item) for document, found in posting_of(str(row[-1])).items() for item in found
    }

    assert texts_at(index, items, bodies) == {
        "The PMF met.",
        "Hashd fighters met Popular Mobilization Forces men.",
        "Popular Mobilization Forces",
        "Between us, قال الحشد الشعبی شيئا.",
    }


def test_a_name_in_capitals_is_not_found_in_a_small_word(index: Index) -> None:
    row = next(row for row in index.entries if row[0] == "us")
    bodies = [parse_markdown(text) for text in TEXTS]

    items = {
        (document, item) for document, found in posting_of(str(row[-1])).items() for item in found
    }

    assert texts_at(index, items, bodies) == {"US troops"}


def test_a_wiki_link_without_words_is_found_by_the_name_that_it_shows(index: Index) -> None:
    assert "An umbrella of militias, see PMF." in {text for _, text in index.items}


def test_facets_name_the_kind_source_topic_and_year_of_a_reading() -> None:
    record = Record(title="T", type="report", date="2014-06~", publisher="P", tags=("War", "Law"))
    site, _ = link_site(Config(), [reading(0, "Text.", record)], (), (), (), ())

    manifest = read_index(search_files(site)).manifest

    assert (manifest["kinds"], manifest["sources"]) == ([["report", "report"]], ["P"])
    assert (manifest["topics"], manifest["years"]) == (["Law", "War"], ["2014"])


def test_an_empty_dossier_has_an_index_with_nothing_in_it() -> None:
    site, _ = link_site(Config(), (), (), (), (), ())

    assert [path for path, _ in search_files(site)] == ["search/manifest.js"]


def test_the_same_dossier_gives_the_same_bytes_in_any_order_of_its_files() -> None:
    there = search_files(site_of(TEXTS))
    site, _ = link_site(
        Config(),
        [reading(n, text) for n, text in reversed(list(enumerate(TEXTS)))],
        (),
        ENTRIES[::-1],
        (),
        (),
    )

    assert search_files(site) == there


def test_every_file_is_in_nfc_and_one_line() -> None:
    files = search_files(site_of(TEXTS))

    assert all(unicodedata.is_normalized("NFC", text) for _, text in files)
    assert {text.count("\n") for _, text in files} == {1}


@given(
    st.lists(
        st.lists(st.lists(st.sampled_from("abc"), max_size=6), min_size=1, max_size=9), max_size=9
    )
)
def test_every_posting_reads_back(documents: list[list[list[str]]]) -> None:
    postings = {term: posting_of(text) for term, text in joined(map(count, documents)).items()}

    wanted: dict[str, dict[int, dict[int, int]]] = {}
    for number, items in enumerate(documents):
        for at, item in enumerate(items):
            for term in sorted(set(item)):
                places = wanted.setdefault(term, {}).setdefault(number, {})
                places[at] = min(item.count(term), 2)
    assert postings == wanted


@given(st.dictionaries(st.integers(0, 500), st.sets(st.integers(0, 5000), min_size=1), max_size=5))
def test_every_entrys_posting_reads_back(items: dict[int, set[int]]) -> None:
    found = posting_of(posting(items))

    assert {document: set(held) for document, held in found.items()} == items


@given(st.sets(st.text("abأب部𐍈_", min_size=1, max_size=90)))
def test_every_dictionary_reads_back(keys: set[str]) -> None:
    pairs = [(key, "!") for key in in_order(keys)]

    assert keys_of(front_coded(pairs)) == dict(pairs)


@given(st.lists(st.integers(1, 9)), st.integers(1, 20))
def test_every_cut_keeps_all_things_in_order(things: list[int], size: int) -> None:
    lists = cut(things, lambda thing: thing, size)

    assert [thing for held in lists for thing in held] == things
    assert all(sum(held) >= size for held in lists[:-1])


@pytest.mark.slow
def test_the_index_of_a_thousand_documents_is_at_most_three_fifths_of_their_text() -> None:
    texts = [written(seed) for seed in range(1000)]
    files = search_files(site_of(texts))

    served = sum(len(gzip.compress(text.encode(), 6, mtime=0)) for _, text in files)

    assert served <= 0.6 * sum(len(text.encode()) for text in texts)
