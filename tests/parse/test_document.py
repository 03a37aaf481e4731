from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from dossier.model import Config, Document, Name, Problem, Rights, Source
from dossier.parse.document import parse_document, parse_key

TEXT = "A title\n\nFirst *words*.\n\nMore words.\n"


def source(
    text: str, path: str = "seeds/a.txt", kind: Literal["document", "page"] = "document"
) -> Source:
    return Source(path, kind, text, f"digest of {text}")


def beside(text: str, path: str = "seeds/a.txt") -> Source:
    return Source(f"{path}.yaml", "record", text, f"digest of {text}")


def parsed(
    text: str, path: str = "seeds/a.txt", *, record: str = "", config: Config | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    file = beside(record, path) if record else None
    document, problems = parse_document(source(text, path), file, config or Config())
    assert document is not None
    return document, problems


def passages(document: Document) -> list[str]:
    return [each.text for each in document.body.passages]


def test_a_text_without_a_record_has_its_first_line_as_title_and_not_twice() -> None:
    document, problems = parsed(TEXT)

    assert (document.title, document.slug, document.media) == ("A title", "a", "plain")
    assert passages(document) == ["First *words*.", "More words."]
    assert document.body.passages[0].line == 3
    assert problems == ()


@pytest.mark.parametrize("stated", ["A title", "A\\_title"], ids=["the same", "a no-break space"])
def test_a_first_line_that_the_record_repeats_is_not_shown_twice(stated: str) -> None:
    document, _ = parsed(TEXT, record=f'title: "{stated}"')

    assert passages(document) == ["First *words*.", "More words."]


def test_a_first_line_that_is_not_the_title_stays() -> None:
    document, _ = parsed(TEXT, record="title: Another")

    assert document.title == "Another"
    assert passages(document)[0] == "A title"


def test_a_first_line_inside_a_paragraph_begins_the_title_and_stays() -> None:
    document, _ = parsed("Early this morning\nthe base was hit.\n\nMore.")

    assert document.title == "Early this morning…"
    assert passages(document)[0] == "Early this morning\nthe base was hit."


def test_a_long_first_paragraph_lends_its_first_words() -> None:
    document, _ = parsed("many words " * 40 + "\n\nMore.")

    assert document.title == "many words " * 7 + "many words…"
    assert len(passages(document)) == 2


def test_a_text_of_one_line_keeps_it() -> None:
    document, _ = parsed("Only this\n")

    assert (document.title, passages(document)) == ("Only this", ["Only this"])


@pytest.mark.parametrize("heading", ["# The *title*", "The *title*\n===", "  # The *title* ##"])
def test_a_heading_at_the_head_of_markdown_is_the_title_and_not_shown_twice(heading: str) -> None:
    document, _ = parsed(f"\n{heading}\n\nWords.", "seeds/a.md")

    assert (document.title, passages(document)) == ("The title", ["Words."])


def test_another_heading_of_markdown_gives_the_title_and_stays() -> None:
    document, _ = parsed("Words.\n\n## Part\n\nMore.", "seeds/a.md")

    assert (document.title, passages(document)) == ("Part", ["Words.", "Part", "More."])


def test_markdown_without_headings_lends_its_first_words() -> None:
    document, _ = parsed("The **first** words.\n\nMore.", "seeds/a.md")

    assert (document.title, len(passages(document))) == ("The first words.", 2)


def test_an_empty_file_is_named_after_itself_with_a_warning() -> None:
    document, problems = parsed(" \n\n", "seeds/letter-of_may.md")

    assert (document.title, document.slug) == ("letter of may", "letter-of-may")
    assert [each.code for each in problems] == ["document-empty"]


def test_front_matter_gives_the_record_and_the_body_knows_its_line() -> None:
    document, problems = parsed("---\ntitle: T\ndate: 2024-01-28\n---\n\nWords.", "seeds/a.md")

    assert (document.title, document.record.date, document.body.line) == ("T", "2024-01-28", 5)
    assert passages(document) == ["Words."]
    assert problems == ()


def test_front_matter_in_plain_text_is_text() -> None:
    document, _ = parsed("---\ntitle: T\n---\n\nWords.")

    assert passages(document)[0] == "---\ntitle: T\n---"


def test_the_record_file_wins_over_front_matter_and_names_what_differs() -> None:
    text = "---\ntitle: Front\ndate: 2023\nurl: https://example.org/\n---\nWords."
    document, problems = parsed(text, "seeds/a.md", record="date: 2024\ntitle: File")

    assert (document.title, document.record.date, document.record.url) == (
        "File",
        "2024",
        "https://example.org/",
    )
    assert [(each.code, each.position.path) for each in problems] == [
        ("record-twice", "seeds/a.md.yaml")
    ]
    assert "differ in title, date;" in problems[0].message


def test_defaults_fill_what_the_record_does_not_state() -> None:
    config = Config(
        defaults={"language": "fr", "author": "The Office"},
        default_rights=Rights(text="link", note="public"),
        default_audience=("public",),
    )

    document, _ = parsed(TEXT, record="rights: reserved", config=config)

    assert (document.language, document.record.rights.note) == ("fr", "reserved")
    assert (document.record.rights.text, document.record.audience) == ("link", ("public",))
    assert document.record.authors == (Name(literal="The Office"),)


def test_the_dossiers_language_is_the_last_resort() -> None:
    assert parsed(TEXT, config=Config(language="ar"))[0].language == "ar"


def test_a_page_takes_no_publisher_from_the_defaults() -> None:
    config = Config(defaults={"language": "fr", "publisher": "The Office"})

    page, _ = parse_document(source("# T\n\nx", "content/a/index.md", "page"), None, config)

    assert page is not None
    assert (page.kind, page.slug, page.language, page.record.publisher) == ("page", "a", "fr", "")


def test_removed_lines_are_gone_wherever_they_stand_and_lines_keep_their_numbers() -> None:
    text = "A title\n\n 0\u00a03 \n\nWords.\n\nDon’t reply\n\nMore.\n\n0 3\n"
    document, problems = parsed(text, record="remove:\n- 0 3\n- Don't reply")

    assert passages(document) == ["Words.", "More."]
    assert [each.line for each in document.body.passages] == [5, 9]
    assert problems == ()


def test_a_line_to_remove_that_is_not_there_is_said_at_its_place() -> None:
    _, problems = parsed(TEXT, record="title: T\nremove:\n  - First *words*.\n  - More word.")

    assert [(each.code, each.position.path, each.position.line) for each in problems] == [
        ("remove-missing", "seeds/a.txt.yaml", 4)
    ]
    assert problems[0].help == 'did you mean "More words."?'
    assert problems[0].excerpt == "  - More word."


def test_a_draft_is_left_out_unless_drafts_are_asked_for() -> None:
    record = beside("draft: true\nremove: [nothing]")

    assert parse_document(source(TEXT), record, Config()) == (None, ())
    assert parse_document(source(TEXT), record, Config(drafts=True))[0] is not None


def test_a_name_without_letters_gives_no_address() -> None:
    document, problems = parse_document(source(TEXT, "seeds/---.txt"), None, Config())

    assert document is None
    assert [each.code for each in problems] == ["slug-empty"]


def test_hidden_characters_are_told_once_with_their_first_place() -> None:
    _, problems = parsed("A title\n\nPM\u200bF and \u202eF\u202c.")

    assert [(each.code, each.position.line, each.position.column) for each in problems] == [
        ("hidden-character", 3, 3)
    ]
    assert "U+200B ZERO WIDTH SPACE here, and 2 more" in problems[0].message


def test_texts_are_in_nfc() -> None:
    document, _ = parsed("Cafe\u0301\n\ncafe\u0301 \x07", record="title: Cafe\u0301")

    assert (document.title, passages(document)) == ("Café", ["café \ufffd"])


def test_the_key_changes_with_all_that_the_document_depends_on() -> None:
    config = Config()
    keys = [
        parse_key(source("a"), None, config),
        parse_key(source("b"), None, config),
        parse_key(source("a", "seeds/b.txt"), None, config),
        parse_key(replace(source("a"), encoding="cp1252"), None, config),
        parse_key(source("a"), beside("title: x"), config),
        parse_key(source("a"), beside("title: y"), config),
        parse_key(source("a"), None, Config(language="fr")),
        parse_key(source("a"), None, Config(defaults={"rights": "x"})),
        parse_key(source("a"), None, Config(drafts=True)),
    ]

    assert len(set(keys)) == len(keys)
    assert parsed("a")[0].key == keys[0]


def test_the_seed_document_builds_without_a_record(corpora: Path) -> None:
    seed = next((corpora / "seed").glob("*.txt"))

    document, problems = parsed(seed.read_text(encoding="utf-8"), f"seeds/{seed.name}")

    assert document.title == "US hits key allies in Iraq"
    assert "0 3" in passages(document)
    assert problems == ()


def test_the_real_statements_all_have_title_date_and_words(corpora: Path) -> None:
    for path in sorted((corpora / "white-house" / "documents").rglob("*.md")):
        document, _ = parsed(path.read_text(encoding="utf-8"), f"seeds/{path.name}")

        assert document.record.date == path.name[:10]
        assert document.title == document.record.title
        assert document.body.words


def test_a_line_of_no_break_spaces_alone_parts_paragraphs() -> None:
    document, _ = parsed("First.  \n\u00a0  \nSecond.", "seeds/a.md", record="title: T")

    assert passages(document) == ["First.", "Second."]
