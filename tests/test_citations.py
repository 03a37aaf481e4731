from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import parse
from dossier.model import Name
from dossier.render.citations import FORMATS, STYLES, Reference, bibtex_key, cite, export, plain
from tests.text_cases import Agree, Case, every_case

_names = st.one_of(
    st.builds(Name, family=st.text(min_size=1), given=st.text()),
    st.builds(Name, literal=st.text(min_size=1)),
)
_dates = st.sampled_from(
    [
        "2014",
        "2014-06~",
        "2024-02-02",
        "2020-21",
        "201X",
        "2014/..",
        "/2014",
        "-0043",
        "[1667,1670]",
    ]
)
_references = st.builds(
    Reference,
    id=st.text(min_size=1),
    type=st.sampled_from(
        ["", "book", "webpage", "article-newspaper", "report", "hearing", "thesis"]
    ),
    title=st.text(),
    authors=st.lists(_names, max_size=4).map(tuple),
    container_title=st.text(),
    publisher=st.text(),
    date=st.one_of(st.none(), _dates.map(parse)),
    url=st.text(),
    note=st.text(),
)


@every_case("citations")
def test_a_document_is_cited_and_exported_as_its_case_says(case: Case, agree: Agree) -> None:
    reference = _reference(case.input)

    styles = [f"{style}: {_marked(cite(reference, style))}" for style in STYLES]
    exports = [export([reference], form).replace("\r\n", "\n") for form in FORMATS]

    agree(case, "\n".join([*styles, "", *exports]))


def _reference(text: str) -> Reference:
    given_ = dict(line.split(": ", 1) for line in text.splitlines())
    return Reference(
        id=given_.get("id", "a-paper"),
        type=given_.get("type", ""),
        title=given_.get("title", ""),
        authors=tuple(_name(name) for name in given_.get("author", "").split("; ") if name),
        container_title=given_.get("container", ""),
        publisher=given_.get("publisher", ""),
        date=parse(given_["date"]) if "date" in given_ else None,
        url=given_.get("url", ""),
        accessed=parse(given_["accessed"]) if "accessed" in given_ else None,
        archived=given_.get("archived", ""),
        language=given_.get("language", ""),
    )


def _name(text: str) -> Name:
    if text.startswith("{"):
        return Name(literal=text[1:-1])
    family, _, rest = text.partition(", ")
    return Name(family=family, given=rest)


def _marked(runs: tuple[tuple[str, bool], ...]) -> str:
    return "".join(f"*{text}*" if italic else text for text, italic in runs)


@given(_references)
def test_for_every_document_each_style_keeps_the_words_of_the_title(reference: Reference) -> None:
    words = re.findall(r"\w+", reference.title)

    for style in STYLES:
        cited = re.findall(r"\w+", plain(cite(reference, style)))
        assert not set(words) - set(cited)


@given(st.lists(_references, max_size=3))
def test_for_every_document_bibtex_has_balanced_braces(references: list[Reference]) -> None:
    text = export(references, "bibtex")

    assert text.count("{") == text.count("}")


@given(_references)
def test_for_every_document_ris_is_one_tag_a_line(reference: Reference) -> None:
    text = export([reference], "ris")

    lines = text.split("\r\n")
    assert lines[0].startswith("TY  - ")
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - [^\r\n]*$", line) for line in lines[:-1])


@given(st.lists(_references, max_size=3))
def test_for_every_document_csl_json_keeps_title_and_id(references: list[Reference]) -> None:
    items = json.loads(export(references, "csl-json"))

    found = [(item["id"], item.get("title", "")) for item in items]
    assert found == [(reference.id, reference.title) for reference in references]


@given(st.text(min_size=1), st.text(min_size=1))
def test_for_every_two_ids_the_bibtex_keys_differ(first: str, second: str) -> None:
    keys = {bibtex_key(first), bibtex_key(second)}

    assert len(keys) == len({first, second})
    assert all(re.fullmatch("[A-Za-z0-9:._-]+", key) for key in keys)
