"""What the preview answers: files with their types, parts of files, missing pages, pages below a path."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.serve.previews import DOSSIER, Preview, clean_build, differences, previewing, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>0123456789</title></svg>'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = "# Report\n\n![A map](map.svg)\n"
    files = {**DOSSIER, "seeds/report.md": report, "seeds/map.svg": SVG}
    return write(tmp_path_factory.mktemp("server") / "dossier", files)


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Preview]:
    with previewing(root) as started:
        started.line_with("built")
        yield started


def response_to(
    preview: Preview, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", preview.port, timeout=10)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=names)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_every_file_is_the_one_that_a_clean_build_writes(root: Path, preview: Preview) -> None:
    assert differences(preview, clean_build(root)) == []


def test_the_reload_script_is_in_answers_and_in_no_output(root: Path, preview: Preview) -> None:
    pages = {path: data for path, data in clean_build(root).items() if path.endswith(".html")}

    assert not [path for path, data in pages.items() if b"_dossier" in data]
    assert all(b"_dossier/reload.js" in preview.get(f"/{path}")[1] for path in pages)


def test_the_folder_of_the_site_and_the_lock_are_not_touched(root: Path, preview: Preview) -> None:
    assert preview.get("/")[0] == 200
    assert sorted(path.name for path in root.iterdir()) == [
        ".dossier",
        "content",
        "dossier.yaml",
        "seeds",
    ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.md", "text/markdown; charset=utf-8"),
        ("/assets/theme/styles/page.css", "text/css; charset=utf-8"),
        ("/assets/theme/scripts/scheme.js", "text/javascript; charset=utf-8"),
        ("/assets/seeds/map.svg", "image/svg+xml"),
        ("/sitemap.xml", "application/xml"),
        ("/llms.txt", "text/plain; charset=utf-8"),
        ("/.nojekyll", "application/octet-stream"),
    ],
)
def test_a_file_has_its_type_and_is_never_cached(path: str, kind: str, preview: Preview) -> None:
    response, _ = response_to(preview, path)

    assert response.status == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "status", "expected"),
    [
        ("bytes=0-3", 206, SVG[:4]),
        ("bytes=5-", 206, SVG[5:]),
        ("bytes=-6", 206, SVG[-6:]),
        ("bytes=0-99999", 206, SVG),
        ("bytes=-99999", 206, SVG),
        ("bytes=99999-", 416, ""),
        ("bytes=-0", 416, ""),
        ("bytes=9-3", 200, SVG),
        ("bytes=0-1,4-5", 200, SVG),
        ("lines=0-3", 200, SVG),
        ("bytes=" + "9" * 4000 + "-", 200, SVG),
        ("bytes=²-3", 200, SVG),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_part_of_a_file_may_be_asked_for(
    asked: str, status: int, expected: str, preview: Preview
) -> None:
    response, body = response_to(
        preview, "/assets/seeds/map.svg", Range=asked.encode().decode("latin-1")
    )

    assert (response.status, body.decode()) == (status, expected)
    if status == 206:
        start = SVG.index(expected)
        place = f"bytes {start}-{start + len(expected) - 1}/{len(SVG)}"
        assert response.headers["Content-Range"] == place


def test_the_head_alone_is_that_of_the_whole(preview: Preview) -> None:
    whole, body = response_to(preview, "/")
    head, nothing = response_to(preview, "/", "HEAD")

    assert nothing == b""
    assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(body))


def test_the_head_of_the_news_ends(preview: Preview) -> None:
    response, body = response_to(preview, "/_dossier/events", "HEAD")

    assert (response.status, body) == (200, b"")


def test_what_is_not_there_is_the_sites_own_missing_page(root: Path, preview: Preview) -> None:
    status, _ = preview.get("/readings/nowhere/")

    assert status == 404
    assert preview.page("/readings/nowhere/") == clean_build(root)["404.html"]


@pytest.mark.parametrize("path", ["/readings", "/readings/report"])
def test_a_folder_without_its_stroke_leads_to_the_folder(path: str, preview: Preview) -> None:
    response, _ = response_to(preview, path)

    assert (response.status, response.headers["Location"]) == (302, f"{path}/")


def test_a_question_behind_an_address_changes_nothing(preview: Preview) -> None:
    assert preview.page("/search/?q=pmf") == preview.page("/search/")


@pytest.mark.parametrize(
    "wanted",
    ["some/répo", pytest.param("https://example.org/some/r%C3%A9po/", marks=pytest.mark.slow)],
)
def test_the_site_stands_below_the_path_that_is_wanted(tmp_path: Path, wanted: str) -> None:
    root = write(tmp_path / "dossier", DOSSIER)
    with previewing(root, "--base-url", wanted) as preview:
        assert preview.address.endswith("/some/r%C3%A9po/")
        response, _ = response_to(preview, "/")
        assert response.headers["Location"] == "/some/r%C3%A9po/"
        assert preview.get("/some/r%C3%A9po/")[0] == 200
        assert b"/some/r%C3%A9po/_dossier/reload.js" in preview.get("/some/r%C3%A9po/")[1]
        assert preview.get("/some/r%C3%A9po/_dossier/reload.js")[0] == 200
        assert preview.get("/readings/")[0] == 404


def test_the_site_stands_below_the_path_of_its_own_address(tmp_path: Path) -> None:
    settings = "title: A dossier\nbase_url: https://example.org/repo/\n"
    root = write(tmp_path / "dossier", {**DOSSIER, "dossier.yaml": settings})
    with previewing(root) as preview:
        assert preview.address.endswith("/repo/")
        assert preview.page("/repo/readings/") == clean_build(root)["readings/index.html"]
        preview.line_with("built")

        (root / "dossier.yaml").write_text("title: A dossier\n")

        preview.line_with("dossier.yaml")
        assert preview.page("/readings/") == clean_build(root)["readings/index.html"]
