"""What reference managers, link previews and search engines make of a reading's page; Zotero by a model of its rules."""

import json
from pathlib import Path

import pytest

from dossier.edtf import parse
from dossier.model import Name
from dossier.parse.csl import ITEM_TYPES
from dossier.render.citations import Reference, zotero_type
from dossier.render.metadata import author_text, metadata_of
from tests.builds import built_site
from tests.render.zotero import TYPES, Item, saved_from

DOSSIER = "Winter: a reading dossier"
EXPECTED = {
    "article": ("preprint", "The Post"),
    "article-journal": ("journalArticle", "The Post"),
    "article-magazine": ("magazineArticle", "The Post"),
    "article-newspaper": ("newspaperArticle", "The Post"),
    "bill": ("bill", "The Post"),
    "book": ("book", "The Post"),
    "broadcast": ("tvBroadcast", "The Post"),
    "chapter": ("bookSection", "The Post"),
    "dataset": ("dataset", "The Post"),
    "document": ("document", "The Post"),
    "entry-dictionary": ("dictionaryEntry", "The Post"),
    "entry-encyclopedia": ("encyclopediaArticle", "The Post"),
    "hearing": ("hearing", "The Post"),
    "interview": ("interview", "The Post"),
    "legal_case": ("case", "The Post"),
    "legislation": ("statute", "The Post"),
    "manuscript": ("manuscript", "The Post"),
    "map": ("map", "The Post"),
    "motion_picture": ("film", "The Post"),
    "paper-conference": ("conferencePaper", "The Post"),
    "personal_communication": ("letter", "The Post"),
    "post": ("forumPost", "The Post"),
    "post-weblog": ("blogPost", "The Post"),
    "report": ("report", "The Post"),
    "review-book": ("journalArticle", "The Post"),
    "speech": ("presentation", "The Post"),
    "thesis": ("thesis", "The Post"),
    "webpage": ("webpage", "The Post"),
}
"""CSL type to Zotero's item type and the publication's title, of a document in The Post."""


def pages(root: Path, **records: str) -> dict[str, str]:
    """The HTML of readings by name, each with a record."""
    files = {"dossier.yaml": f"title: '{DOSSIER}'\ndescription: What the dossier is about.\n"}
    for name, record in records.items():
        files[f"seeds/{name}.txt"] = f"Words of {name}.\n"
        files[f"seeds/{name}.txt.yaml"] = record
    site = built_site(root, files)
    return {
        name: (site / "readings" / name / "index.html").read_text(encoding="utf-8")
        for name in records
    }


def saved(root: Path, record: str) -> Item:
    return saved_from(pages(root, reading=record)["reading"])


def test_zotero_gets_type_and_publication_right_for_every_type(tmp_path: Path) -> None:
    records = {
        kind.replace(
            "_", "-"
        ): f"title: A title of {kind}\ntype: {kind}\ncontainer-title: The Post\n"
        for kind in EXPECTED
    }

    items = {name: saved_from(page) for name, page in pages(tmp_path, **records).items()}

    assert {
        kind: (item.type, item.fields["publication"])
        for kind in EXPECTED
        for item in [items[kind.replace("_", "-")]]
    } == EXPECTED


def test_every_type_of_a_record_is_one_that_zotero_has() -> None:
    assert {zotero_type(kind) for kind in (*ITEM_TYPES, "", "no such type")} <= TYPES


@pytest.mark.parametrize("kind", ["article-newspaper", "chapter", "webpage", "broadcast"])
def test_the_dossier_is_never_taken_for_the_newspaper(tmp_path: Path, kind: str) -> None:
    item = saved(tmp_path, f"title: A title\ntype: {kind}\n")

    assert item.fields["publication"] == ""


def test_a_web_page_without_a_site_stands_in_that_of_its_publisher(tmp_path: Path) -> None:
    item = saved(tmp_path, "title: A title\ntype: webpage\npublisher: The White House\n")

    assert item.fields["publication"] == "The White House"


def test_all_that_zotero_saves_is_the_sources_own(tmp_path: Path) -> None:
    item = saved(
        tmp_path,
        "title: 'Strikes & \"talks\"'\ntype: article-newspaper\ncontainer-title: The Post\n"
        "author: [{family: van der Berg, given: Jan Piet}, {literal: The White House}]\n"
        "date: 2024-02-02\nurl: https://example.org/a?b=c&d\nlanguage: fr\n"
        "summary: In brief.\nrights: Public domain\n",
    )

    assert item == Item(
        "newspaperArticle",
        (("van der Berg", "Jan Piet"), ("The White House", "")),
        {
            "title": 'Strikes & "talks"',
            "publication": "The Post",
            "date": "2024/02/02",
            "url": "https://example.org/a?b=c&d",
            "language": "fr",
            "rights": "Public domain",
            "publisher": "",
            "genre": "",
            "abstract": "In brief.",
        },
    )


def test_nothing_of_the_dossier_fills_what_the_record_does_not_say(tmp_path: Path) -> None:
    item = saved(tmp_path, "title: A title\ndate: 2024-02-02\n")

    assert item.authors == ()
    assert item.fields["abstract"] == ""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-02-02", "2024/02/02"),
        ("2024-02", "2024/02"),
        ("2024", "2024"),
        ("2014-06~", "around June 2014"),
        ("2024-01-20/2024-02-02", "between 20 January 2024 and 2 February 2024"),
        ("2024-21", "spring 2024"),
        ("201X", "the 2010s"),
    ],
)
def test_a_date_is_in_numbers_if_they_are_the_whole_truth(
    tmp_path: Path, date: str, expected: str
) -> None:
    item = saved(tmp_path, f"title: A title\ndate: {date}\n")

    assert item.fields["date"] == expected


@pytest.mark.parametrize(
    ("date", "published"),
    [("2024-02-02", "2024-02-02"), ("2024-02", ""), ("2024-02-02~", ""), ("2024-01/2024-02", "")],
)
def test_a_preview_is_told_the_day_only_if_it_is_certain(date: str, published: str) -> None:
    metadata = metadata_of(Reference("a", title="A", date=parse(date)), "", DOSSIER)

    assert metadata.published == published


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="Doe", given="Jane"), "Doe, Jane"),
        (Name(literal="UNAMI"), "UNAMI"),
        (Name(literal="The White House"), "The White House,"),
        (Name(given="Plato"), "Plato"),
    ],
)
def test_an_author_is_written_so_that_the_name_stays_whole(name: Name, written: str) -> None:
    assert author_text(name) == written


def test_a_preview_of_a_link_has_title_words_and_the_name_of_the_dossier(tmp_path: Path) -> None:
    page = pages(tmp_path, a="title: A <title>\nsummary: In brief.\ntype: report\n")["a"]

    assert '<meta property="og:type" content="article">' in page
    assert '<meta property="og:title" content="A &lt;title&gt;">' in page
    assert '<meta property="og:description" content="In brief.">' in page
    assert f'<meta property="og:site_name" content="{DOSSIER}">' in page
    assert '<meta name="twitter:card" content="summary">' in page


def test_linked_data_tells_the_copy_from_its_source(tmp_path: Path) -> None:
    built_site(
        tmp_path,
        {
            "dossier.yaml": "title: Winter\nbase_url: https://example.org/w/\n",
            "seeds/a.txt": "Words.\n",
            "seeds/a.txt.yaml": "title: A\ntype: report\nauthor: {literal: UNAMI}\n"
            "url: https://example.org/a\ndate: 2024-02~\n",
        },
    )

    data = json.loads((tmp_path / "site/readings/a/metadata.jsonld").read_text(encoding="utf-8"))

    assert data["url"] == "https://example.org/w/readings/a/"
    assert data["isPartOf"]["name"] == "Winter"
    assert data["isBasedOn"] == {
        "@type": "Report",
        "name": "A",
        "inLanguage": "en",
        "author": [{"@type": "Organization", "name": "UNAMI"}],
        "datePublished": "2024-02~",
        "url": "https://example.org/a",
    }
