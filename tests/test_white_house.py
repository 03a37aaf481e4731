"""Fifty-seven real documents, as they were found, with a real glossary."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.builds import run_dossier
from tests.white_house import make_dossier
from tests.words_and_links import of_html, of_markdown

SHARED_TITLE = "Letter to the Speaker of the House and President"


@pytest.fixture(scope="module")
def dossier(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_dossier(corpora, tmp_path_factory.mktemp("white-house") / "dossier")
    run = run_dossier("build", str(root))
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    return root


@pytest.fixture(scope="module")
def pages(dossier: Path) -> dict[str, str]:
    """The reading pages by slug."""
    folders = sorted((dossier / "site" / "readings").glob("*/index.html"))
    return {path.parent.name: path.read_text(encoding="utf-8") for path in folders}


@pytest.fixture(scope="module")
def records(dossier: Path) -> list[dict[str, str]]:
    """The front matter of each document."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((dossier / "seeds").rglob("*.md"))]
    return [
        yaml.load(text.split("---\n")[1], yaml.BaseLoader)  # noqa: S506
        for text in texts
    ]


@pytest.fixture(scope="module")
def problems(dossier: Path) -> list[dict[str, str | int]]:
    run = run_dossier("check", str(dossier), "--format", "json")
    found: list[dict[str, str | int]] = json.loads(run.stdout)["problems"]
    return found


def title_of(page: str) -> str:
    match = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert match
    return " ".join(of_html(f"<main>{match[1]}</main>").words)


def test_every_document_has_its_page(pages: dict[str, str], records: list[dict[str, str]]) -> None:
    assert len(pages) == len(records) == 57


def test_documents_that_share_a_title_stay_apart(
    pages: dict[str, str], records: list[dict[str, str]]
) -> None:
    titles = Counter(" ".join(record["title"].split()) for record in records)
    shown = Counter(title_of(page) for page in pages.values())

    assert max(titles.values()) == 13
    assert shown == titles


def test_dates_are_those_of_the_documents(
    pages: dict[str, str], records: list[dict[str, str]]
) -> None:
    days = [date.fromisoformat(record["date"]) for record in records]
    dates = Counter(f"{day.day} {day:%B %Y}" for day in days)
    shown = Counter(
        next(
            words
            for words in dates
            if re.search(rf"(?<!\d){words}", " ".join(of_html(page, "header").words))
        )
        for page in (page[page.index("<main") :] for page in pages.values())
    )

    assert shown == dates


def test_a_name_is_found_across_the_end_of_a_line(pages: dict[str, str]) -> None:
    broken = re.compile(r'data-entry="irgc"[^>]*>Islamic\s*\n\s*Revolutionary Guard', re.DOTALL)

    assert [slug for slug, page in pages.items() if broken.search(page)]


def test_speakers_and_courtesies_are_no_acronyms(problems: list[dict[str, str | int]]) -> None:
    undefined = [str(each["message"]) for each in problems if each["code"] == "acronym-undefined"]

    assert undefined
    assert [
        message for message in undefined if re.search(r'"(?:MS|MR|MRS|DR|Q|MODERATOR)\.?"', message)
    ] == []


def test_every_problem_names_its_file_and_line(problems: list[dict[str, str | int]]) -> None:
    assert problems
    assert [each for each in problems if not (each["path"] and each["line"])] == []


def test_the_markdown_page_has_the_words_and_links_of_the_page(dossier: Path) -> None:
    site = dossier / "site"
    differing = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("index.md"))
        if of_markdown(path.read_text(encoding="utf-8"))
        != of_html(path.with_suffix(".html").read_text(encoding="utf-8"))
    ]

    assert differing == []
