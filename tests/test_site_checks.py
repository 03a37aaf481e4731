"""Each check of a written site, shown to find what it is there to find."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_checks import links, markup, nu
from tests.site_checks.links import Place
from tests.site_checks.markup import POLICY
from tests.site_checks.pages import WrittenSite, read_site

GOOD = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta http-equiv="content-security-policy" content="{POLICY}">
<link rel="canonical" href="https://example.org/"></head>
<body><main><h1 id="top">A page</h1><p><a href="b/index.html#top">B</a>
<a href="https://example.org/">elsewhere</a></p></main></body></html>
"""
ANYWHERE = (Place("https://host/"), Place("https://host/some/repo/"), Place("file:///folder/"))

Change = tuple[str, str]


@pytest.fixture
def site(tmp_path: Path) -> Callable[[Change], WrittenSite]:
    def write(change: Change) -> WrittenSite:
        (tmp_path / "b").mkdir()
        (tmp_path / "b/index.html").write_text(
            GOOD.replace("b/index.html", "../index.html"), encoding="utf-8"
        )
        (tmp_path / "index.html").write_text(GOOD.replace(*change), encoding="utf-8")
        return read_site(tmp_path)

    return write


def test_a_good_site_has_nothing_to_complain_of(site: Callable[[Change], WrittenSite]) -> None:
    good = site(("", ""))

    assert [markup.complaints_about(page) for page in good.pages.values()] == [(), ()]
    assert [links.broken_links(good, place) for place in ANYWHERE] == [(), (), ()]
    assert links.requests_elsewhere(good) == ()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("<p>", "<p id=top>"), 'id "top" stands 2 times'),
        (("<p>", "<p id='a b'>"), 'id "a b" is empty or has spaces'),
        ((' lang="en"', ""), "no lang on html"),
        (("<p>", "<h1>Two</h1><p>"), "2 h1 elements, not one"),
        (("main>", "div>"), "0 main elements, not one"),
        (("<title>A page", "<title> "), "an empty title"),
        (("<p>", "<img src=x.png>"), "an image without alt: x.png"),
        (("script-src 'self'", "script-src *"), "the content policy is"),
        (("<p>", "<script>go()</script><p>"), "an inline script"),
        (("<p>", "<p style='color: red'>"), "inline style on p"),
        (("<p>", "<p onclick='go()'>"), "onclick on p"),
        (("b/index.html#top", "javascript:go()"), "a href=javascript:go()"),
        (("<p>", "<p></b>"), "b"),
    ],
)
def test_a_fault_in_a_page_is_found(
    site: Callable[[Change], WrittenSite], change: Change, complaint: str
) -> None:
    found = markup.complaints_about(site(change).pages["index.html"])

    assert any(complaint in message for message in found), found


@pytest.mark.parametrize(
    ("target", "complaint"),
    [
        ("c/index.html", "no such file"),
        ("b/index.html#nowhere", "no such id"),
        ("../index.html", "leaves the site"),
        ("/b/index.html", "leaves the site"),
        ("#", "no such id"),
    ],
)
def test_a_link_that_does_not_arrive_is_found(
    site: Callable[[Change], WrittenSite], target: str, complaint: str
) -> None:
    found = links.broken_links(site(("b/index.html#top", target)), Place("https://host/some/repo/"))

    assert f"index.html: {target}: {complaint}" in found


def test_a_link_to_a_folder_does_not_arrive_on_a_disk(
    site: Callable[[Change], WrittenSite],
) -> None:
    written = site(("b/index.html#top", "b/"))

    assert links.broken_links(written, Place("https://host/")) == ()
    assert links.broken_links(written, Place("file:///folder/")) == (
        "index.html: b/: no such file",
    )


@pytest.mark.parametrize(
    "loading",
    [
        "<img alt='' src='https://example.org/x.png'>",
        "<script src='//example.org/x.js'></script>",
        "<link rel='preload stylesheet' href='https://example.org/x.css'>",
        "<img alt='' srcset='x.png 1x, https://example.org/x.png 2x'>",
    ],
)
def test_a_request_to_another_host_is_found(
    site: Callable[[Change], WrittenSite], loading: str
) -> None:
    assert len(links.requests_elsewhere(site(("<p>", loading)))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("style.css", '@import "https://example.org/x.css";'),
        ("style.css", "a { background: url( //example.org/x.png ) }"),
        ("script.js", 'fetch("https://example.org/x")'),
    ],
)
def test_styles_and_scripts_are_searched_for_other_hosts(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert len(links.requests_elsewhere(read_site(tmp_path))) == 1


@pytest.mark.skipif(nu.what_is_missing() != "", reason=nu.what_is_missing())
def test_the_nu_checker_names_the_file_and_the_line(site: Callable[[Change], WrittenSite]) -> None:
    written = site(("<p>", "<p><center>"))

    assert any("index.html:5: " in message for message in nu.messages(written.folder))
