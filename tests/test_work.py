"""How much work a build does, in documents, pages, files and bytes: never in seconds."""

from pathlib import Path

import pytest

from bench.corpus import write
from dossier.build import Options, Outcome, build
from dossier.write import Published

DOCUMENTS = 24
ENTRIES = 800
ENTRY_PAGES = 500


def built(root: Path) -> tuple[Outcome, Published]:
    outcome = build(Options(root=root, output=root / "site", jobs=1), lambda *_: None)
    assert outcome.published is not None, outcome.problems
    return outcome, outcome.published


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The corpus that speed is measured with, in small."""
    write(DOCUMENTS, tmp_path)
    return tmp_path


def test_a_cold_build_does_everything_once(corpus: Path) -> None:
    outcome, published = built(corpus)

    files = [path for path in (corpus / "site").rglob("*") if path.is_file()]
    assert outcome.parsed == DOCUMENTS + 1
    assert outcome.rendered == outcome.pages
    assert DOCUMENTS + ENTRY_PAGES < outcome.pages < DOCUMENTS + ENTRY_PAGES + 60
    assert published.written + 1 == len(files), "all but the list of what is ours"
    assert published.bytes_written < 18_000_000


def test_a_reading_weighs_what_its_text_and_its_apparatus_weigh(corpus: Path) -> None:
    built(corpus)

    pages = sorted((corpus / "site/readings").glob("*/index.html"))
    sources = sorted((corpus / "seeds").glob("*.md"))
    assert len(pages) == len(sources) == DOCUMENTS
    assert sum(page.stat().st_size for page in pages) < 7 * sum(it.stat().st_size for it in sources)


def test_nothing_is_done_where_nothing_has_changed(corpus: Path) -> None:
    built(corpus)

    outcome, published = built(corpus)

    assert (outcome.parsed, outcome.rendered) == (0, 0)
    assert (published.written, published.bytes_written, published.removed) == (0, 0, 0)


def test_one_edited_document_is_parsed_and_rendered_with_the_page_that_counts_words(
    corpus: Path,
) -> None:
    built(corpus)
    edited = corpus / "seeds/document-00007.md"
    edited.write_text(
        edited.read_text(encoding="utf-8") + "\nOne passage more.\n", encoding="utf-8"
    )

    outcome, published = built(corpus)

    assert outcome.parsed == 1
    assert outcome.rendered <= 2
    assert published.bytes_written < 3_000_000


def test_a_new_entry_parses_nothing_and_renders_where_it_is_mentioned(corpus: Path) -> None:
    built(corpus)
    mentioned = corpus / "seeds/document-00003.md"
    word = next(word for word in mentioned.read_text(encoding="utf-8").split() if len(word) > 7)
    terms = corpus / "content/glossary.yaml"
    terms.write_text(
        terms.read_text(encoding="utf-8") + f"- term: Qqqq {word}\n  definition: New.\n",
        encoding="utf-8",
    )

    outcome, _ = built(corpus)

    assert outcome.parsed == 0
    assert outcome.rendered < 10


def test_a_second_corpus_is_the_first_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(3, tmp_path / name)

    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two
