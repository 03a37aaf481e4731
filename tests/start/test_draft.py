"""The draft of a record from one text: its title, its day, its debris, and that every text gives one."""

import re
import time
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Config, Source
from dossier.nodes import Scalar, Table, read_nodes
from dossier.parse.document import parse_document
from dossier.start.debris import debris_in
from dossier.start.draft import Origin, draft_record
from dossier.start.stated_date import stated_date
from dossier.start.vault import Known, survey


def drafted(path: str, text: str) -> str:
    digest = sha256(text.encode()).hexdigest()
    return draft_record(
        Source(f"seeds/{path}", "document", text, digest), Origin("2026-01-01")
    ).text


@pytest.mark.parametrize(
    ("text", "day", "remark"),
    [
        ("Title\n\nFebruary 2, 2024\n\nWords.", "2024-02-02", "found on line 3"),
        ("Title\nPublished: 2024-02-02 by us", "2024-02-02", "found on line 2"),
        ("On March 17, 2017 an aircraft hit a house there.", "", "line 1 mentions 2017-03-17"),
        ("2024-02-02\n2024-02-03", "", "2024-02-02 on line 1, 2024-02-03 on line 2"),
        ("02/03/2024", "", "no day is stated"),
        ("February 30, 2024", "", "no day is stated"),
        ("\n" * 10 + "2024-02-02", "", "no day is stated"),
        ("id 2024-02-02-7", "", "no day is stated"),
    ],
)
def test_only_a_plain_day_near_the_head_is_taken(text: str, day: str, remark: str) -> None:
    found = stated_date(text)

    assert found.day == day
    assert remark in found.remark


def test_debris_stands_alone_and_near_an_end() -> None:
    middle = "\n\n".join(f"Paragraph {number} of words." for number in range(40))
    text = f"Share this\n\n{middle}\n\nAdvertisement\n\n{middle}\n\nWords and\n12\n\n3 comments\n"

    assert [(each.text, each.line) for each in debris_in(text)] == [
        ("Share this", 1),
        ("3 comments", text.count("\n")),
    ]


def test_doubt_is_said_and_not_settled() -> None:
    record = drafted("a.md", "By Whoever It Was\n\nكلمات عربية هنا في هذا النص كثيرة\n")

    assert 'author: []  # line 1 says "By Whoever It Was"' in record
    assert 'title: ""  # it begins with no heading' in record
    assert 'language: ""' in record
    assert "written in Arabic letters" in record


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(("a.txt", "a.md")),
    st.sampled_from(
        ("# {}\n\nWords.\n", "# {} #\n\nWords.\n", "{}\n\nWords.\n", "{}\n===\n\nWords.\n")
    ),
)
def test_for_every_head_the_title_drafted_is_the_one_that_the_page_would_have(
    text: str, path: str, shape: str
) -> None:
    whole = shape.format(text)
    source = Source(f"seeds/{path}", "document", whole, sha256(whole.encode()).hexdigest())
    node, _ = read_nodes(drafted(path, whole), "x.yaml")
    document, _ = parse_document(source, None, Config())

    assert isinstance(node, Table)
    stated = next(
        (
            value.text
            for key, value in node.pairs
            if key.text == "title" and isinstance(value, Scalar)
        ),
        "",
    )
    assert document is not None
    assert not stated or stated.split() == document.title.split()


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from(("a.txt", "a.md")))
def test_for_every_text_the_draft_can_be_read(text: str, path: str) -> None:
    draft = drafted(path, text)

    for record in (draft, re.sub(r"(?m)^# ( *- |remove:)", r"\1", draft)):
        node, problems = read_nodes(record, "x.yaml")
        assert problems == ()
        assert isinstance(node, Table)


@pytest.mark.parametrize(
    "part",
    [
        "[",
        "](",
        "[[a",
        "![[",
        "{{",
        "{{<",
        "{%",
        "%%",
        "` `` ",
        "(a",
        "a ",
        " ^a",
        "{#a",
        "> ",
        "2024-02-02 ",
    ],
)
def test_a_line_of_a_hundred_thousand_marks_takes_no_time(part: str) -> None:
    text = part * (100_000 // len(part))
    source = Source("seeds/a.md", "document", f"]({text}\n{text}!", "0" * 64)
    started = time.process_time()

    survey((source,), Known(frozenset(), frozenset()))
    draft_record(source, Origin("2026-01-01"))

    assert time.process_time() - started < 2
