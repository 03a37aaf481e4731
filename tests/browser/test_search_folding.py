"""The program and the page's scripts fold the same letters in the same way, from the one table in the manifest."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.link import link_site
from dossier.model import Config
from dossier.render.search import search_files
from dossier.render.search.folds import fold_table, terms, words
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCRIPTS = ROOT / "themes" / "folio" / "scripts"
FOLD = """texts => texts.map(text => {
  const found = dossierSearch.fold.wordsOf(text);
  return [found, found.flatMap(word => dossierSearch.fold.terms(word))];
})"""
LETTERS = st.sampled_from(
    "aAéÉ’'ʾʿكکيیىأإآٱةه\u0640\u200c\u064b\u0651ßﬁ٣۳3人民動一ไทยкйё𐍈 -—\n\u0301"
)


@pytest.fixture(scope="module")
def folding(browser: Browser) -> Iterator[Page]:
    """A page with nothing on it but the scripts that fold, and the manifest of an empty dossier."""
    site, _ = link_site(Config(), (), (), (), (), ())
    manifest = dict(search_files(site))["search/manifest.js"]
    with browser.new_context() as context:
        page = context.new_page()
        for name in ("load", "fold"):
            page.add_script_tag(path=SCRIPTS / f"search-{name}.js")
        page.evaluate(
            """async manifest => {
              dossierSearch.root = 'data:text/javascript,';
              const ready = dossierSearch.ready();
              await new Promise(resolve => setTimeout(resolve));
              (0, eval)(manifest);
              await ready;
            }""",
            manifest,
        )
        yield page


def folded(page: Page, texts: list[str]) -> list[list[list[str]]]:
    """What the page makes of texts: words, and terms."""
    result: list[list[list[str]]] = page.evaluate(FOLD, texts)
    return result


def expected(texts: list[str]) -> list[list[list[str]]]:
    return [[(found := words(text)), list(terms(found))] for text in texts]


def test_every_letter_of_the_table_folds_the_same(folding: Page) -> None:
    texts = [f"x{chr(code)}y" for code in fold_table()]

    assert folded(folding, texts) == expected(texts)


def test_every_letter_that_the_table_leaves_alone_folds_the_same(folding: Page) -> None:
    source = random.Random(7)  # noqa: S311 - no secret
    codes = [source.randrange(0x20, 0x20000) for _ in range(20_000)]
    texts = [f"x{chr(code)}y" for code in codes if unicodedata.category(chr(code)) != "Cs"]

    assert folded(folding, texts) == expected(texts)


@given(texts=st.lists(st.one_of(st.text(LETTERS), st.text()), min_size=1, max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_text_folds_the_same(folding: Page, texts: list[str]) -> None:
    assert folded(folding, texts) == expected(texts)


def test_a_form_is_marked_where_it_stands_in_the_text(folding: Page) -> None:
    text = "Of Katāʾib, 𐍈 and كتـائب."

    places = folding.evaluate(
        "text => dossierSearch.fold.words(text).map(({start, end}) => text.slice(start, end))", text
    )

    assert places == ["Of", "Katāʾib", "𐍈", "and", "كتـائب"]
