"""Mentions in documents that nobody wrote for us: the seed document and those of the White House."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from dossier.link import link_site
from dossier.model import Config, Document, Entry, Problem, Site, Source
from dossier.parse.document import parse_document

SEED_ENTRIES = (
    Entry("us", "acronym", "US", stands_for="united-states", mark="every"),
    Entry("united-states", "place", "United States"),
    Entry("pmf", "acronym", "PMF", expansion="Popular Mobilization Forces"),
    Entry("irgc", "acronym", "IRGC", expansion="Islamic Revolutionary Guard Corps"),
    Entry("washington", "place", "Washington"),
    Entry("washington-post", "organisation", "Washington Post", aliases=("The Washington Post",)),
    Entry("sudan", "place", "Sudan", only_in=("elsewhere",)),
)


def parsed(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    document, _ = parse_document(Source(f"seeds/{path.name}", "document", text, ""), None, Config())
    assert document is not None
    return document


def linked(
    documents: list[Document], entries: tuple[Entry, ...]
) -> tuple[Site, tuple[Problem, ...]]:
    return link_site(Config(), documents, (), entries, (), ())


@cache
def white_house(corpora: Path) -> tuple[Site, tuple[Problem, ...]]:
    glossary = yaml.safe_load((corpora / "white-house" / "glossary.yaml").read_text("utf-8"))
    entries = {
        (name := item["term"].lower().replace(".", "")): Entry(
            name,
            "acronym",
            item["term"],
            expansion=item["expansion"],
            aliases=tuple(item.get("variants", ())),
        )
        for item in glossary
    }
    paths = sorted((corpora / "white-house" / "documents").rglob("*.md"))
    return linked([parsed(path) for path in paths], tuple(entries.values()))


@pytest.fixture
def seed(corpora: Path) -> tuple[Site, str]:
    document = parsed(next((corpora / "seed").glob("*.txt")))
    site, problems = linked([document], SEED_ENTRIES)
    assert {problem.code for problem in problems} == {"scope-unknown"}
    return site, document.path


def words_of(site: Site, path: str) -> list[tuple[str, str]]:
    linked_text = site.linked[path]
    passages = linked_text.body.passages
    return [
        (it.entry, passages[it.passage].text[it.start : it.stop]) for it in linked_text.mentions
    ]


def test_the_seed_document_names_a_newspaper_and_a_city_in_one_sentence(
    seed: tuple[Site, str],
) -> None:
    site, _ = seed
    newspaper = {(it.passage, it.sentence) for it in site.mentioned["washington-post"]}
    city = {(it.passage, it.sentence) for it in site.mentioned["washington"]}

    assert newspaper & city


def test_the_seed_document_never_has_us_for_the_united_states(seed: tuple[Site, str]) -> None:
    words = [word for entry, word in words_of(*seed) if entry == "us"]

    assert set(words) == {"US"}


def test_the_seed_document_explains_its_acronyms_and_never_speaks_of_sudan(
    seed: tuple[Site, str],
) -> None:
    entries = {entry for entry, _ in words_of(*seed)}

    assert {"pmf", "irgc"} <= entries
    assert "sudan" not in entries


def test_names_are_found_across_the_line_breaks_of_the_white_house(corpora: Path) -> None:
    site, _ = white_house(corpora)
    words = {word for path in site.linked for entry, word in words_of(site, path)}

    assert "Islamic\nRevolutionary Guard Corps" in words
    assert "United\u00a0States" in words


def test_labels_of_speakers_are_no_acronyms(corpora: Path) -> None:
    site, _ = white_house(corpora)
    words = {word for path in site.linked for _, word in words_of(site, path)}

    assert words.isdisjoint({"MS", "MS.", "MR", "MR.", "Q"})


def test_every_acronym_of_the_white_house_is_found_where_a_reader_sees_it(corpora: Path) -> None:
    site, _ = white_house(corpora)
    acronyms = [entry for entry in site.entries if re.fullmatch("[A-Z]{3,}", entry.name)]
    missed = [
        (path, entry.name, number)
        for path, text in site.linked.items()
        for number, passage in enumerate(text.body.passages)
        if passage.number
        for entry in acronyms
        if len(re.findall(rf"(?<![\w.-]){entry.name}(?![\w.-])", passage.text))
        > sum(it.passage == number and it.entry == entry.id for it in text.mentions)
    ]

    assert missed == []


def test_the_white_house_has_no_ambiguous_names_and_each_document_its_own_address(
    corpora: Path,
) -> None:
    _, problems = white_house(corpora)

    assert {problem.code for problem in problems} <= {"link-broken", "fragment-broken"}
