"""Every page of the sample dossier as written: valid, whole, and asking nothing of anybody else."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLE_AT
from tests.site_checks import links, markup, nu
from tests.site_checks.links import Place
from tests.site_checks.pages import WrittenSite, read_site

pytestmark = pytest.mark.xdist_group("sample")

HERE = Place(f"https://example.org{SAMPLE_AT}")


@pytest.fixture(scope="module")
def site(sample_site: Path) -> WrittenSite:
    return read_site(sample_site)


def test_the_sample_is_worth_checking(site: WrittenSite) -> None:
    readings = [path for path in site.pages if path.startswith("readings/")]

    assert len(readings) > 8
    assert {"index.html", "404.html", "glossary/index.html"} <= site.pages.keys()


def test_every_page_is_well_formed_and_keeps_the_content_policy(site: WrittenSite) -> None:
    complaints = [
        complaint for page in site.pages.values() for complaint in markup.complaints_about(page)
    ]

    assert complaints == []


@pytest.mark.parametrize(
    "place",
    [Place("https://example.org/"), HERE, Place("file:///media/stick/dossier/")],
    ids=["at the root", "below a path", "from a disk"],
)
def test_every_link_arrives_wherever_the_site_is_put(site: WrittenSite, place: Place) -> None:
    assert links.broken_links(site, place) == ()


def test_every_link_of_the_missing_page_arrives_from_any_depth(site: WrittenSite) -> None:
    assert links.broken_links_of_404(site, HERE) == ()


def test_no_page_asks_anything_of_another_host(site: WrittenSite) -> None:
    assert links.requests_elsewhere(site) == ()


def test_every_page_has_its_markdown_beside_it(site: WrittenSite) -> None:
    alone = [
        path
        for path in site.pages
        if path.endswith("index.html") and not (site.folder / path).with_suffix(".md").is_file()
    ]

    assert alone == []


@pytest.mark.skipif(nu.what_is_missing() != "", reason=nu.what_is_missing())
def test_the_nu_checker_finds_neither_errors_nor_warnings(site: WrittenSite) -> None:
    assert nu.messages(site.folder) == ()
