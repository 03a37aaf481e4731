"""Every page says the same twice, as HTML and as Markdown, and what a source says stands on its page."""

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.builds import built_site
from tests.dossiers import LINKS, Files, dossiers, markdown, plain
from tests.words_and_links import of_html, of_markdown, rendered_words

EXAMPLES = int(os.environ.get("DOSSIER_EXAMPLES", "12"))
_HOSTILE = st.text(st.sampled_from("aP M F\n\n*_`[]()<>!#&|~-+1.=:\\\"'\t¶é\u00a0"), max_size=60)
_hostile_blocks = st.lists(st.one_of(_HOSTILE, st.just("PMF")), min_size=1, max_size=6).map("".join)
GLOSSARY = "- term: PMF\n  expansion: Popular Mobilization Forces\n  mark: every\n- term: a\n  kind: acronym\n  mark: every\n"


def disagreements(site: Path) -> list[str]:
    """Pages whose Markdown says other words, or leads elsewhere, than their HTML."""
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("index.md"))
        if of_markdown(path.read_text(encoding="utf-8"))
        != of_html(path.with_suffix(".html").read_text(encoding="utf-8"))
    ]


def text_of(site: Path, slug: str) -> tuple[str, ...]:
    """The words of a reading's own text."""
    page = (site / "readings" / slug / "index.html").read_text(encoding="utf-8")
    match = re.search(r'<div class="text prose.*?(?=<div class="apparatus">)', page, re.DOTALL)
    assert match
    return of_html(match[0], "div").words


@settings(max_examples=EXAMPLES)
@given(dossiers)
def test_for_every_dossier_the_markdown_pages_say_what_the_pages_say(
    tmp_path_factory: pytest.TempPathFactory, files: Files
) -> None:
    site = built_site(tmp_path_factory.mktemp("agree"), files)

    assert disagreements(site) == []


@settings(max_examples=EXAMPLES * 4)
@example("~~~")
@example("PMF*:*")
@example("_a PMF_")
@example("*x PMF_PMF* !PMF \\PMF ![[pmf]] \\*PMF\\*")
@example("```\nPMF\n")
@example("- ```\n  PMF")
@given(_hostile_blocks)
def test_for_every_text_of_a_source_both_pages_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    files = {"seeds/a.md": text, "seeds/a.md.yaml": "title: T\n", "content/glossary.yaml": GLOSSARY}
    site = built_site(tmp_path_factory.mktemp("hostile"), files)

    assert disagreements(site) == []


@settings(max_examples=EXAMPLES)
@given(st.one_of(plain, _hostile_blocks.filter(str.strip)))
def test_for_every_plain_text_the_page_shows_its_words(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    files = {
        "seeds/a.txt": text,
        "seeds/a.txt.yaml": "title: No line of it\n",
        "content/glossary.yaml": GLOSSARY,
    }
    site = built_site(tmp_path_factory.mktemp("plain"), files)

    assert text_of(site, "a") == tuple(text.split())


@settings(max_examples=EXAMPLES)
@given(markdown.filter(lambda text: not any(link in text for link in LINKS if "[[" in link)))
def test_for_every_markdown_text_the_page_shows_its_words(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    files = {
        "seeds/a.md": text,
        "seeds/a.md.yaml": "title: No line of it\n",
        "content/glossary.yaml": GLOSSARY,
    }
    site = built_site(tmp_path_factory.mktemp("marked"), files)

    assert text_of(site, "a") == rendered_words(text)


def test_real_documents_say_the_same_twice(corpora: Path, tmp_path: Path) -> None:
    shutil.copytree(corpora / "white-house" / "background-wikipedia", tmp_path / "seeds")
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)

    site = built_site(tmp_path, {"content/glossary.yaml": GLOSSARY})

    assert disagreements(site) == []
