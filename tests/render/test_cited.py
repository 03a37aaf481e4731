"""Citations as published: read back by readers that others wrote, and CSL-JSON held against the rules of its schema."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import parse
from dossier.model import Name
from dossier.parse.csl import ITEM_TYPES
from dossier.render.citations import Format, Reference, export
from tests.builds import built_site

HARD = Reference(
    id="hard",
    type="report",
    title='100% of "it" & more: $5, #1, a_b, back\\slash',
    authors=(
        Name(family="van der Berg", given="Jan Piet"),
        Name(literal="Ministry of War and Peace"),
        Name(family="الحيدري", given="علي"),
    ),
    container_title="Papers & Notes",
    publisher="R&D, Inc.",
    date=parse("2024-02-02"),
    url="https://example.org/a_b?c=d&e=100%25#f",
    accessed=parse("2024-03-01"),
    language="en",
    abstract="Line one\nline two",
)
TEXTS = frozenset(
    {
        *("id", "type", "title", "container-title", "publisher", "URL", "archive_location"),
        *("language", "abstract", "note"),
    }
)
NAME_PARTS = frozenset({"family", "given", "literal", "suffix"})
DATE_PARTS = frozenset({"date-parts", "season", "circa", "literal"})
_words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1
)
_references = st.builds(
    Reference,
    id=st.from_regex("[a-z]{1,9}(-[0-9]{1,4}){0,2}", fullmatch=True),
    type=st.sampled_from(["", *ITEM_TYPES]),
    title=_words,
    authors=st.lists(
        st.one_of(st.builds(Name, family=_words, given=_words), st.builds(Name, literal=_words)),
        max_size=3,
    ).map(tuple),
    container_title=st.one_of(st.just(""), _words),
    publisher=st.one_of(st.just(""), _words),
    date=st.one_of(
        st.none(),
        st.sampled_from(["2014", "2014-06~", "2024-02-02", "2020-21", "201X", "2014/.."]).map(
            parse
        ),
    ),
    note=st.one_of(st.just(""), _words),
)


def faults_of_item(item: Mapping[str, object]) -> Iterator[str]:
    """What the schema of CSL data 1.0.2 would refuse, of the properties that we write."""
    for key, value in item.items():
        if key in TEXTS:
            yield from () if isinstance(value, str) else (f"{key} is no text",)
        elif key == "author":
            yield from (f"author {name}" for name in _list(value) if not _is_name(name))
        elif key in {"issued", "accessed"}:
            yield from () if _is_date(value) else (f"{key} is {value}",)
        else:
            yield f"{key} is unknown"
    yield from (f"no {key}" for key in ("id", "type") if key not in item)
    if item.get("type") not in ITEM_TYPES:
        yield f"type {item.get('type')}"


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [None]


def _is_name(name: object) -> bool:
    return (
        isinstance(name, dict)
        and bool(name)
        and set(name) <= NAME_PARTS
        and all(isinstance(part, str) for part in name.values())
    )


def _is_date(date: object) -> bool:
    if not isinstance(date, dict) or not set(date) <= DATE_PARTS or not date:
        return False
    moments = date.get("date-parts", [])
    return len(moments) <= 2 and all(
        1 <= len(moment) <= 3 and all(isinstance(part, int) for part in moment)
        for moment in moments
    )


@given(st.lists(_references, max_size=3))
def test_for_every_document_csl_json_keeps_the_rules_of_its_schema(
    references: list[Reference],
) -> None:
    items = json.loads(export(references, "csl-json"))

    assert [fault for item in items for fault in faults_of_item(item)] == []


@given(st.lists(_references, max_size=3, unique_by=lambda reference: reference.id))
def test_for_every_document_a_reader_of_bibtex_finds_every_entry(
    references: list[Reference],
) -> None:
    library = parse_string(export(references, "bibtex"))

    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [each.id for each in references]


@given(st.lists(_references, max_size=3))
def test_for_every_document_a_reader_of_ris_finds_every_record(
    references: list[Reference],
) -> None:
    records = rispy.loads(export(references, "ris"))

    assert [record["id"] for record in records] == [each.id for each in references]


def test_a_reader_of_bibtex_finds_the_words_that_were_written() -> None:
    text = export([HARD], "bibtex")

    (entry,) = parse_string(text, append_middleware=[LatexDecodingMiddleware()]).entries

    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert entry.entry_type == "techreport"
    assert fields["title"].strip("{}") == HARD.title
    assert fields["institution"] == HARD.publisher
    written = parse_string(text).entries[0]
    assert written["url"] == HARD.url
    assert (fields["year"], fields["month"], fields["date"]) == ("2024", "feb", "2024-02-02")
    assert written["author"] == (
        "van der Berg, Jan Piet and {Ministry of War and Peace} and الحيدري, علي"
    )


def test_a_reader_of_ris_finds_the_words_that_were_written() -> None:
    (record,) = rispy.loads(export([HARD], "ris"))

    assert record["type_of_reference"] == "RPRT"
    assert record["title"] == HARD.title
    assert record["authors"] == [
        "van der Berg, Jan Piet",
        "Ministry of War and Peace",
        "الحيدري, علي",
    ]
    assert (record["year"], record["date"]) == ("2024", "2024/02/02/")
    assert record["urls"] == [HARD.url]
    assert record["abstract"] == "Line one line two"


@pytest.mark.parametrize(
    ("form", "ending", "all_of_them"),
    [
        ("csl-json", "json", "dossier.csl.json"),
        ("bibtex", "bib", "dossier.bib"),
        ("ris", "ris", "dossier.ris"),
    ],
)
def test_each_reading_and_the_whole_dossier_are_published_in_each_format(
    tmp_path: Path, form: Format, ending: str, all_of_them: str
) -> None:
    records = {
        name: f"title: Title of {name}\ndate: 2024-02-0{name[-1]}\n" for name in ("r1", "r2")
    }
    files = {f"seeds/{name}.txt": f"Words of {name}.\n" for name in records}
    site = built_site(
        tmp_path, {**files, **{f"seeds/{name}.txt.yaml": text for name, text in records.items()}}
    )

    references = [
        Reference(
            id=name, title=f"Title of {name}", date=parse(f"2024-02-0{name[-1]}"), language="en"
        )
        for name in records
    ]
    whole = (site / "bibliography" / all_of_them).read_bytes().decode()
    assert whole == export(references, form)
    for reference in references:
        file = site / "readings" / reference.id / f"citation.{ending}"
        assert file.read_bytes().decode() == export([reference], form)


def test_a_page_shows_its_citation_in_three_styles_and_links_its_files(tmp_path: Path) -> None:
    site = built_site(
        tmp_path,
        {
            "seeds/a.txt": "Words.\n",
            "seeds/a.txt.yaml": "title: A <b>\nauthor: {family: Doe, given: Jane}\ntype: book\n",
        },
    )

    page = (site / "readings/a/index.html").read_text(encoding="utf-8")

    assert '<dt class="label">APA</dt> <dd>Doe, J. (n.d.). <cite>A &lt;b&gt;</cite>.</dd>' in page
    assert '<dt class="label">MLA</dt> <dd>Doe, Jane. <cite>A &lt;b&gt;</cite>.</dd>' in page
    for name in ("citation.json", "citation.bib", "citation.ris"):
        assert page.count(f'href="{name}"') == 2
