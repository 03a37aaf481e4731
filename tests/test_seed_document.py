"""The document that the project began with: plain text, without a record and with one."""

import re
import shutil
from pathlib import Path

import pytest
from html5lib import parse

from tests.builds import run_dossier
from tests.words_and_links import of_html

NAME = "000_c2447c5f1e5a627f.txt"
SLUG = "000-c2447c5f1e5a627f"
FIXTURE = Path(__file__).parent / "sites" / "seed"
DEBRIS = ("0 3", "Leave A Reply", "Your email address will not be published.")


@pytest.fixture(scope="module")
def source(corpora: Path) -> str:
    return (corpora / "seed" / NAME).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the document, built with the record and the entries of the fixture."""
    dossier = tmp_path_factory.mktemp("seed") / "dossier"
    shutil.copytree(FIXTURE, dossier)
    shutil.copyfile(corpora / "seed" / NAME, dossier / "seeds" / NAME)
    assert run_dossier("build", str(dossier)).returncode == 0
    return (dossier / "site" / "readings" / SLUG / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def article(page: str) -> str:
    """The HTML of the document's own words."""
    match = re.search(r'<div class="text prose.*?(?=<div class="apparatus">)', page, re.DOTALL)
    assert match
    return match[0]


def mentions(article: str) -> list[tuple[str, str]]:
    """(entry, words) of each link of the layer, in order."""
    found = re.findall(
        r'<a class="mention" data-entry="([^"]+)"[^>]*>(.*?)</a>', article, re.DOTALL
    )
    return [(entry, " ".join(words.split())) for entry, words in found]


def words_of(text: str) -> list[str]:
    return text.split()


def test_the_document_builds_with_nothing_beside_it(corpora: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copyfile(corpora / "seed" / NAME, tmp_path / "seeds" / NAME)

    run = run_dossier("build", str(tmp_path))

    assert run.returncode == 0, run.stderr
    written = (tmp_path / "site" / "readings" / SLUG / "index.html").read_text("utf-8")
    assert "<h1" in written
    assert "US hits key allies in Iraq" in written


def test_the_debris_of_the_web_page_is_gone(page: str) -> None:
    assert [line for line in DEBRIS if line in page] == []


def test_acronyms_are_explained_and_linked_where_they_first_stand(article: str, page: str) -> None:
    for acronym, entry, expansion in (
        ("PMF", "pmf", "Popular Mobilization Forces"),
        ("IRGC", "irgc", "Islamic Revolutionary Guard Corps"),
    ):
        first = re.search(
            rf"(?<![\w]){acronym}(?![\w])",
            re.sub(r"<[^>]*>", lambda tag: " " * len(tag[0]), article),
        )
        assert first
        opening = article.rindex("<", 0, first.start())
        assert article[opening:].startswith(f'<a class="mention" data-entry="{entry}"')
        assert f'data-expansion="{expansion}"' in article[opening : first.start()]
        assert f'<template data-entry="{entry}"' in page


def test_a_newspaper_and_the_city_in_its_name_are_two_entries_in_one_sentence(article: str) -> None:
    paragraph = next(part for part in article.split("<p ") if "told the" in part)

    assert ("washington-post", "Washington Post") in mentions(paragraph)
    assert ("washington", "Washington") in mentions(paragraph)


def test_the_country_is_marked_and_the_pronoun_never(article: str) -> None:
    marked = [words for entry, words in mentions(article) if entry == "us"]

    assert marked
    assert set(marked) == {"US"}


def test_no_link_goes_to_sudan(article: str) -> None:
    assert "sudan" not in {entry for entry, _ in mentions(article)}
    assert "places/sudan" not in article
    assert ("sudani", "Mohammed Shia al-Sudani") in mentions(article)


def test_every_quotation_stands_unchanged(article: str, source: str) -> None:
    shown = " ".join(of_html(f"<main>{article}</main>").words)
    quotations = [" ".join(words.split()) for words in re.findall(r"“[^“”]*”", source)]

    assert len(quotations) > 15
    assert [words for words in quotations if words not in shown] == []


def test_the_text_without_its_layer_is_the_source(page: str, source: str) -> None:
    lines = [line for line in source.splitlines() if line.strip() not in DEBRIS]
    shown = of_html(page).words
    expected = tuple(words_of(" ".join(lines[1:])))  # the first line is the page's heading
    start = next(at for at in range(len(shown)) if shown[at : at + 4] == expected[:4])

    assert shown[start : start + len(expected)] == expected


def test_the_page_is_valid_html(page: str) -> None:
    assert parse(page) is not None
