"""What is left of a document for those who may not read all of it, and what is said of it."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from dossier.build import Options, Outcome, build
from tests.builds import run_dossier
from tests.conftest import ROOT
from tests.words_and_links import of_html, of_markdown

TEXT = (
    "# A title\n\nThe first paragraph of it.\n\n## The place\n\nThe second paragraph is secret.\n"
)
RECORD = "title: A title\ndate: 2024\npublisher: P\nurl: https://example.org/a\n"
CONFIG = "title: D\naudiences: [team]\n"
SEED = "000_c2447c5f1e5a627f.txt"


def built(root: Path, files: dict[str, str], audience: str = "public") -> Outcome:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    options = Options(root, root / "site", use_cache=False, jobs=1, audience=audience)
    return build(options, lambda *_: None)


def page_of(root: Path, form: str = "html") -> str:
    return (root / "site" / "readings" / "a" / f"index.{form}").read_text(encoding="utf-8")


def codes(outcome: Outcome) -> list[str]:
    return [each.code for each in outcome.problems]


def test_every_address_of_a_passage_stays_and_says_where_to_read_on(tmp_path: Path) -> None:
    files = {"dossier.yaml": CONFIG, "seeds/a.md": TEXT, "seeds/a.md.yaml": RECORD}
    built(tmp_path, files)
    ids = set(re.findall(r'id="(p\w+|the-place)"', page_of(tmp_path)))

    built(tmp_path, {"seeds/a.md.yaml": f"{RECORD}rights: {{text: link}}\n"})

    page = page_of(tmp_path)
    assert ids == set(re.findall(r'id="(p\w+|the-place)"', page))
    assert "3 passages are not shown here." in page
    assert 'href="https://example.org/a"' in page
    assert "secret" not in page


def test_an_excerpt_by_passages_shows_these_and_no_other_with_their_notes(tmp_path: Path) -> None:
    notes = (
        "notes:\n  - {exact: second, text: Shown.}\n  - {exact: first, text: Kept back.}\n"
        "rights: {excerpt: {passages: [the-place, PASSAGE]}}\n"
    )
    files = {"dossier.yaml": CONFIG, "seeds/a.md": TEXT, "seeds/a.md.yaml": RECORD}
    built(tmp_path, files)
    last = re.findall(r'id="(p\w+)"', page_of(tmp_path))[-1]

    built(tmp_path, {"seeds/a.md.yaml": RECORD + notes.replace("PASSAGE", last)})

    page = page_of(tmp_path)
    assert "<h2" in page
    assert "second</span>" in page
    assert "Shown." in page
    assert "Kept back." not in page
    assert "first paragraph" not in page
    assert of_html(page) == of_markdown(page_of(tmp_path, "md"))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("audience: [taem]\n", "audience-unknown"),
        ("rights: {excerpt: {passages: [pnone]}}\n", "passage-unknown"),
        (f"sha256: {'0' * 64}\n", "file-differs"),
        ("rights: {text: link}\nnotes: {exact: nowhere, text: x}\n", "note-missing"),
        ("rights: {text: link}\nentries: [nobody]\n", "entry-unknown"),
    ],
)
def test_a_mistake_is_an_error_for_every_audience(tmp_path: Path, record: str, code: str) -> None:
    files = {"dossier.yaml": CONFIG, "seeds/a.md": TEXT, "seeds/a.md.yaml": RECORD + record}

    found = [codes(built(tmp_path, files, who)) for who in ("public", "team")]

    assert [code in each for each in found] == [True, True]


def test_a_reading_without_rights_is_published_with_a_warning_that_names_it(tmp_path: Path) -> None:
    files = {"dossier.yaml": CONFIG, "seeds/a.md": TEXT, "seeds/a.md.yaml": RECORD}

    outcome = built(tmp_path, files)

    assert codes(outcome) == ["rights-missing"]
    assert "seeds/a.md" in outcome.problems[0].message
    assert "secret" in page_of(tmp_path)


def test_a_default_keeps_back_what_does_not_say_that_it_may_be_shown(tmp_path: Path) -> None:
    config = CONFIG + "defaults: {rights: {text: link}}\n"
    files = {"dossier.yaml": config, "seeds/a.md": TEXT}
    built(tmp_path, {**files, "seeds/a.md.yaml": f"{RECORD}rights: CC BY 4.0\n"})
    said_in_words = page_of(tmp_path)

    built(tmp_path, {**files, "seeds/a.md.yaml": f"{RECORD}rights: {{text: full}}\n"})

    assert "secret" not in said_in_words
    assert "secret" in page_of(tmp_path)


def test_an_audience_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    files = {"dossier.yaml": CONFIG, "seeds/a.md": TEXT}

    assert "audience-unknown" in codes(built(tmp_path, files, "taem"))


def test_a_record_stands_for_a_document_that_is_elsewhere(tmp_path: Path) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    record = (
        f"{RECORD}sha256: {digest}\nrights: {{text: link}}\naudience: [team]\n"
        "notes: {exact: second paragraph, text: A remark.}\n"
    )
    absent = built(tmp_path, {"dossier.yaml": CONFIG, "seeds/a.md.yaml": record}, "team")
    without = page_of(tmp_path)

    there = built(tmp_path, {"seeds/a.md": TEXT}, "team")

    assert (codes(absent), codes(there)) == ([], [])
    assert digest in without
    assert "A remark." not in without
    assert "A remark." in page_of(tmp_path)


def test_a_record_alone_without_a_digest_is_an_orphan(tmp_path: Path) -> None:
    outcome = built(tmp_path, {"dossier.yaml": CONFIG, "seeds/a.md.yaml": RECORD})

    assert "record-orphan" in codes(outcome)


def test_passages_of_a_document_that_is_taken_away_keep_their_addresses(tmp_path: Path) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    record = f"{RECORD}sha256: {digest}\nrights: {{text: link}}\naudience: [team]\n"
    files = {"dossier.yaml": CONFIG, "seeds/a.md.yaml": record}
    built(tmp_path, {**files, "seeds/a.md": TEXT})
    ids = set(re.findall(r'id="(p\w+|the-place)"', page_of(tmp_path)))
    (tmp_path / "seeds" / "a.md").unlink()

    outcome = built(tmp_path, files)

    assert codes(outcome) == []
    assert ids == set(re.findall(r'id="(p\w+|the-place)"', page_of(tmp_path)))


def test_whoever_holds_the_seed_document_reads_it_with_every_note_in_place(
    corpora: Path, tmp_path: Path
) -> None:
    for name in ("seeds", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "dossier.yaml", tmp_path / "dossier.yaml")
    shutil.copyfile(corpora / "seed" / SEED, tmp_path / "seeds" / SEED)

    run = run_dossier("build", str(tmp_path), "--audience", "team", "--strict")

    page = tmp_path / "site" / "readings" / "us-hits-key-allies-in-iraq" / "index.html"
    assert run.returncode == 0, run.stderr
    html = page.read_text(encoding="utf-8")
    assert html.count('class="noted-mark"') == html.count('<li class="side-note"') == 10
    assert of_html(html) == of_markdown(page.with_suffix(".md").read_text(encoding="utf-8"))
