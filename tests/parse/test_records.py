from dataclasses import fields
from pathlib import Path
from time import perf_counter
from typing import Literal

import pytest

from dossier.fields.form import json_schema
from dossier.model import Position, Problem, Record
from dossier.nodes import read_nodes
from dossier.parse.records import DOCUMENT, PAGE, record_from
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_problems, shown_value

Kind = Literal["document", "page"]


def read(
    text: str, path: str = "a.md.yaml", kind: Kind = "document"
) -> tuple[Record, tuple[Problem, ...]]:
    node, problems = read_nodes(text, path)
    assert node is not None, problems
    record, more = record_from(node, path, text, kind=kind)
    return record, (*problems, *more)


@every_case("records")
def test_the_curators_record_is_read(case: Case, agree: Agree) -> None:
    record, problems = read(case.input)

    agree(case, shown_value(record) + shown_problems(problems))


@every_case("front_matter_keys")
def test_front_matter_that_a_document_came_with_is_understood(case: Case, agree: Agree) -> None:
    record, problems = read(case.input, "seeds/a.md")

    agree(case, shown_value(record) + shown_problems(problems))


@every_case("page_records")
def test_the_front_matter_of_a_page_is_read(case: Case, agree: Agree) -> None:
    record, problems = read(case.input, "content/a.md", "page")

    agree(case, shown_value(record) + shown_problems(problems))


def test_every_value_has_its_place() -> None:
    record, _ = read("title: A\ntags:\n  - one\nlink:\n  the PM: sudani\n")

    assert record.lines == {
        "title": Position("a.md.yaml", 1, 8),
        "tags": Position("a.md.yaml", 3, 3),
        "tags.one": Position("a.md.yaml", 3, 5),
        "link": Position("a.md.yaml", 5, 3),
        "link.the PM": Position("a.md.yaml", 5, 11),
    }


def test_a_no_break_space_in_a_title_stays() -> None:
    record, _ = read(r'title: "Strikes in\_Iraq"')

    assert record.title == "Strikes in\u00a0Iraq"


def test_a_thousand_unknown_keys_are_counted_after_the_first_twenty() -> None:
    _, problems = read("".join(f"key{n}: x\n" for n in range(1_000)))

    assert len(problems) == 21
    assert problems[-1].message == "980 more keys of this mapping are unknown"


@pytest.mark.parametrize("scheme", ["javascript", "JavaScript", "data", "vbscript", "file", "ftp"])
def test_an_address_that_is_not_of_the_web_is_refused(scheme: str) -> None:
    record, [problem] = read(f"url: '{scheme}://example.org/%0aalert(1)'")

    assert (record.url, problem.code) == ("", "url-unsafe")


@pytest.mark.parametrize(
    "url", ["http://[", "https://", "http:example.org", "mailto:", "x", "//a.org"]
)
def test_an_address_without_a_host_is_refused(url: str) -> None:
    record, [problem] = read(f"url: '{url}'")

    assert (record.url, problem.code) == ("", "url-unsafe")


@pytest.mark.parametrize(
    "slug",
    [
        "../x",
        "a/b",
        r"a\b",
        ".hidden",
        "con",
        "nul",
        "aux",
        "com1",
        "lpt9",
        "A",
        "a b",
        "a--b",
        "-a",
        "a_b",
    ],
)
def test_a_slug_that_is_no_name_on_every_system_is_refused(slug: str) -> None:
    record, [problem] = read(f"slug: '{slug}'")

    assert (record.slug, problem.code) == ("", "slug-invalid")


@pytest.mark.parametrize("slug", ["tower-22", "العراق", "çok-güzel", "2024", "control"])
def test_a_slug_may_be_of_any_script(slug: str) -> None:
    record, problems = read(f"slug: '{slug}'")

    assert (record.slug, problems) == (slug, ())


@pytest.mark.parametrize(
    "alias",
    ["../x/", "a/../b", "a//b", "a/.git/b", "con/x", "x/nul.html", "a:b", "a?b", "a/b.", "/"],
)
def test_an_old_address_that_leaves_the_site_is_refused(alias: str) -> None:
    record, [problem] = read(f"aliases: ['{alias}']")

    assert (record.aliases, problem.code) == ((), "alias-invalid")


@pytest.mark.parametrize(
    "tag", ["en", "fa", "pt-BR", "zh-Hans-CN", "sl-rozaj-biske", "ar-Latn", "x-own"]
)
def test_a_well_formed_language_is_taken(tag: str) -> None:
    record, problems = read(f"language: {tag}")

    assert (record.language, problems) == (tag, ())


@pytest.mark.parametrize("tag", ["English", "en_US", "e", "en-", "en--US", "123", "en US"])
def test_a_malformed_language_is_refused(tag: str) -> None:
    record, [problem] = read(f"language: '{tag}'")

    assert (record.language, problem.code) == ("", "language-invalid")


def test_every_key_of_a_record_has_its_field_and_its_line_in_the_schema() -> None:
    schemas = [json_schema(DOCUMENT), json_schema(PAGE)]
    keys = {key for schema in schemas for key in dict(schema)["properties"]}  # type: ignore[attr-defined]

    named = {key.replace("-", "_").replace("author", "authors") for key in keys}
    assert named == {field.name for field in fields(Record)} - {"position", "lines"}


def test_the_front_matter_of_real_documents_has_title_date_and_address(corpora: Path) -> None:
    folder = corpora / "white-house" / "documents"
    records = [
        read(path.read_text(encoding="utf-8").split("---\n")[1], path.name)
        for path in sorted(folder.rglob("*.md"))
    ]

    assert len(records) == 57
    assert all(record.title and record.date and record.url for record, _ in records)
    assert [problems for _, problems in records if problems] == []


def test_the_front_matter_of_encyclopedia_articles_never_stops_a_build(corpora: Path) -> None:
    folder = corpora / "white-house" / "background-wikipedia"
    records = [
        read(path.read_text(encoding="utf-8").split("---\n")[1], path.name)
        for path in sorted(folder.glob("*.md"))
    ]

    assert len(records) == 8
    assert all(record.title and record.date and record.summary for record, _ in records)
    assert {p.severity for _, problems in records for p in problems} == {"warning"}


def test_a_hundred_thousand_faults_in_front_matter_are_counted_after_the_first_fifty() -> None:
    text = "tags: [a, " + "'!', " * 100_000 + "b]"
    start = perf_counter()

    record, problems = read(text, "seeds/a.md")

    assert (record.tags, len(problems)) == (("a", "b"), 51)
    assert problems[-1].message == ("99950 more keys and values of this front matter are left out")
    assert perf_counter() - start < 10.0


def test_a_thousand_records_are_read_in_seconds() -> None:
    text = (
        "title: A statement on strikes in Iraq\ntype: webpage\nauthor:\n  - family: Ryder\n    given: Patrick\n"
        "date: 2024-01-28\nurl: https://www.defense.gov/News/\nlanguage: en\ntags: [iraq, jordan]\n"
    )
    start = perf_counter()

    for _ in range(1_000):
        read(text)

    assert perf_counter() - start < 5.0
