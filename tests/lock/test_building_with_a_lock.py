"""What a build does with the lock, and what it refuses to do, as its user sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.builds import run_dossier
from tests.lock.answers import answer

MILL = "The mill stood at the bend of the river, and its wheel turned day and night in the flood."
BRIDGE = "A bridge was built of oak in the year of the treaty, and it carries wagons to this day."
COURT = "The court heard nine witnesses about the harbour, of whom only two had ever been there."
LETTER = "The minister wrote a letter to the captain, which was read aloud on the market square."
GARDEN = "Behind the castle lay a garden with an orchard, where the senate met in warm summers."
MORE = (
    "Snow lay on the granite steps of the archive until the thunder came over the meadow.",
    "A lantern burned in the tower of the railway station whenever the signal had failed.",
    "Copper and silver were weighed in the cellar before the council opened its budget.",
    "The verdict of the inquiry was kept in a marble chamber with a window to the canal.",
    "No deputy spoke of the tariff again after the village had turned its platform around.",
)
DOUBTFUL = "A bridge was built lately, and every captain knows what the toll is when winter comes."


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Two documents, built on the first day of 2026."""
    write(tmp_path, "a", MILL, BRIDGE, COURT, LETTER, GARDEN)
    write(tmp_path, "b", *MORE)
    build(tmp_path)
    return tmp_path


def write(folder: Path, name: str, *paragraphs: str) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    text = "\n\n".join([f"# Document {name}", *paragraphs])
    (folder / "seeds" / f"{name}.md").write_text(f"{text}\n", encoding="utf-8")


def build(folder: Path, *options: str, date: str = "2026-01-01", status: int = 0) -> str:
    run = run_dossier("build", str(folder), "--date", date, *options)
    assert run.returncode == status, run.stderr
    return run.stderr


def lock_of(folder: Path) -> str:
    return (folder / "dossier.lock").read_text(encoding="utf-8")


def id_of(folder: Path, page: str, words: str) -> str:
    html = (folder / "site" / page / "index.html").read_text(encoding="utf-8")
    return html.partition(words[:20])[0].rpartition('id="')[2].partition('"')[0]


def test_a_first_build_anywhere_gives_the_same_ids(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(dossier / "seeds", other / "seeds")

    build(other)

    assert lock_of(other) == lock_of(dossier)


def test_a_build_of_another_day_changes_nothing_if_no_document_did(dossier: Path) -> None:
    before = lock_of(dossier)

    told = build(dossier, "--no-cache", date="2027-07-07")

    assert lock_of(dossier) == before
    assert " 0 files written" in told


def test_the_day_is_that_of_source_date_epoch_where_no_other_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a", MILL)

    run_dossier("build", str(tmp_path), environment={"SOURCE_DATE_EPOCH": "86400"})

    assert " 19700102 " in lock_of(tmp_path)


def test_a_locked_build_says_what_would_change_and_changes_nothing(dossier: Path) -> None:
    write(dossier, "a", MILL, BRIDGE, COURT, LETTER)
    before = lock_of(dossier), (dossier / "site/readings/a/index.html").read_bytes()

    told = build(dossier, "--locked", date="2026-02-02", status=1)

    assert "error[lock-stale]" in told
    assert (lock_of(dossier), (dossier / "site/readings/a/index.html").read_bytes()) == before
    build(dossier, date="2026-02-02")
    build(dossier, "--locked", date="2026-03-03")


def test_drafts_are_not_recorded(dossier: Path) -> None:
    (dossier / "seeds" / "c.md").write_text("---\ndraft: true\n---\n\nWords.\n", encoding="utf-8")
    before = lock_of(dossier)

    build(dossier, "--drafts")

    assert lock_of(dossier) == before


def test_a_doubtful_passage_is_shown_in_both_readings_and_kept_by_hand(dossier: Path) -> None:
    name = id_of(dossier, "readings/a", BRIDGE)
    write(dossier, "a", MILL, DOUBTFUL, COURT, LETTER, GARDEN)
    told = build(dossier, date="2026-02-02", status=1)
    assert "error[passage-doubtful]" in told
    assert BRIDGE in told
    assert DOUBTFUL in told
    assert f"dossier lock keep /readings/a/#{name}" in told

    run = run_dossier("lock", "keep", name, "--dossier", str(dossier), "--date", "2026-02-02")

    assert run.returncode == 0, run.stderr
    build(dossier, date="2026-02-02")
    assert answer(dossier / "site", "readings/a/", name).text == DOUBTFUL


def test_a_doubtful_passage_is_retired_by_hand(dossier: Path) -> None:
    name = id_of(dossier, "readings/a", BRIDGE)
    write(dossier, "a", MILL, DOUBTFUL, COURT, LETTER, GARDEN)
    build(dossier, status=1)

    run = run_dossier("lock", "retire", name, "--dossier", str(dossier), "--date", "2026-02-02")

    assert run.returncode == 0, run.stderr
    build(dossier, date="2026-02-02")
    found = answer(dossier / "site", "readings/a/", name)
    assert (found.is_there, found.text) == (True, "")
    assert id_of(dossier, "readings/a", DOUBTFUL) != name


def test_two_documents_that_swap_their_texts_are_not_published(dossier: Path) -> None:
    write(dossier, "b", MILL, BRIDGE, COURT, LETTER, GARDEN)
    write(dossier, "a", *MORE)
    before = lock_of(dossier)

    told = build(dossier, status=1)

    assert told.count("error[document-swapped]") == 2
    assert lock_of(dossier) == before


def test_a_document_whose_place_another_took_goes_on_under_its_slug(dossier: Path) -> None:
    write(dossier, "b", MILL, BRIDGE, COURT, LETTER, GARDEN)
    write(dossier, "a", *MORE)
    (dossier / "seeds" / "a.md.yaml").write_text("slug: b\n", encoding="utf-8")
    (dossier / "seeds" / "b.md.yaml").write_text("slug: a\n", encoding="utf-8")

    build(dossier, date="2026-02-02")

    name = id_of(dossier, "readings/a", MILL)
    assert answer(dossier / "site", "readings/a/", name).text == MILL
    assert "-20260202" not in lock_of(dossier)


@pytest.mark.parametrize("paragraphs", [(), ("Wholly other words.",)], ids=["empty", "other"])
def test_a_document_of_which_nothing_is_left_is_not_published(
    dossier: Path, paragraphs: tuple[str, ...]
) -> None:
    write(dossier, "a", *paragraphs)

    told = build(dossier, status=1)

    assert "error[document-replaced]" in told
    run_dossier("lock", "retire", "/readings/a/", "--dossier", str(dossier))
    build(dossier)
    assert answer(dossier / "site", "readings/a/", "").is_there


def test_a_document_that_is_deleted_leaves_a_notice_and_comes_back(dossier: Path) -> None:
    name = id_of(dossier, "readings/a", MILL)
    text = (dossier / "seeds" / "a.md").read_text(encoding="utf-8")
    (dossier / "seeds" / "a.md").unlink()
    build(dossier, date="2026-02-02")
    assert answer(dossier / "site", "readings/a/", name).is_notice

    (dossier / "seeds" / "a.md").write_text(text, encoding="utf-8")
    build(dossier, date="2026-03-03")

    assert answer(dossier / "site", "readings/a/", name).text == MILL


def test_a_new_document_does_not_take_the_old_address_of_another(dossier: Path) -> None:
    (dossier / "seeds" / "a.md").rename(dossier / "seeds" / "c.md")
    build(dossier, date="2026-02-02")
    write(dossier, "a", "Words that nobody has read.", "And more of them.")

    assert "error[address-reused]" in build(dossier, date="2026-03-03", status=1)


def test_the_lock_of_another_dossier_is_not_used(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other, "x", GARDEN)
    (other / "dossier.yaml").write_text("title: Another\n", encoding="utf-8")
    shutil.copy(dossier / "dossier.lock", other)

    told = build(other, status=1)

    assert "error[lock-foreign]" in told
    assert lock_of(other) == lock_of(dossier)


def test_a_lock_that_is_lost_is_missed_and_rebuilt_from_the_site(dossier: Path) -> None:
    name = id_of(dossier, "readings/a", BRIDGE)
    changed = BRIDGE.replace("wagons", "heavy wagons")
    write(dossier, "a", MILL, changed, COURT, LETTER, GARDEN)
    build(dossier, date="2026-02-02")
    (dossier / "dossier.lock").unlink()
    assert "error[lock-lost]" in build(dossier, date="2026-03-03", status=1)

    run = run_dossier("lock", "import", str(dossier / "site"), "--dossier", str(dossier))

    assert run.returncode == 0, run.stderr
    build(dossier, date="2026-03-03")
    assert answer(dossier / "site", "readings/a/", name).text == changed
    run = run_dossier("lock", "check", str(dossier / "site"), "--dossier", str(dossier))
    assert run.returncode == 0, run.stderr


def test_a_passage_that_stands_twice_keeps_both_addresses(dossier: Path) -> None:
    write(dossier, "a", MILL, BRIDGE, MILL, COURT, LETTER)
    build(dossier, date="2026-02-02")
    second = f"{id_of(dossier, 'readings/a', MILL)}-2"
    assert answer(dossier / "site", "readings/a/", second).text == MILL

    write(dossier, "a", MILL, BRIDGE, COURT, LETTER)
    build(dossier, date="2026-03-03")

    assert answer(dossier / "site", "readings/a/", second).is_there


def test_changes_are_told_by_day_and_grade(dossier: Path) -> None:
    write(dossier, "a", MILL.replace("river, and", "river — and"), BRIDGE, COURT, LETTER)
    build(dossier, date="2026-02-02")

    told = run_dossier("changes", str(dossier), "--since", "2026-01-02").stdout

    mill, garden = (id_of(dossier, "readings/a", MILL), "removed")
    assert f"2026-02-02  typography  /readings/a/#{mill}" in told
    assert f"2026-02-02  {garden}     /readings/a/#" in told
    assert "new" not in told


def test_old_addresses_in_a_record_lead_to_the_document(dossier: Path) -> None:
    record = "aliases: [readings/former/, 2019/post.html, other]\n"
    (dossier / "seeds" / "a.md.yaml").write_text(record, encoding="utf-8")
    build(dossier, date="2026-02-02")

    for page in ("readings/former/", "other/"):
        found = answer(dossier / "site", page, id_of(dossier, "readings/a", MILL))
        assert (found.page, found.hops, found.text) == ("readings/a/", 1, MILL)
    post = (dossier / "site" / "2019" / "post.html").read_text(encoding="utf-8")
    assert 'data-to="../readings/a/index.html"' in post
    assert 'src="../assets/theme/scripts/moved.js"' in post

    (dossier / "seeds" / "a.md.yaml").unlink()
    build(dossier, date="2026-03-03")
    assert answer(dossier / "site", "other/", "").hops == 1


def test_the_menu_names_changes_when_there_are_some(dossier: Path) -> None:
    def has_menu() -> bool:
        home = (dossier / "site" / "index.html").read_text(encoding="utf-8")
        return '<a href="changes/index.html">' in home

    before = has_menu()
    write(dossier, "a", MILL, BRIDGE, COURT)
    build(dossier, date="2026-02-02")

    assert (before, has_menu()) == (False, True)


def test_entries_keep_their_addresses(dossier: Path) -> None:
    (dossier / "content").mkdir()
    people = dossier / "content" / "people.yaml"
    terms = dossier / "content" / "glossary.yaml"
    people.write_text(
        "- {id: miller, name: The Miller}\n- {id: gone, name: Nobody}\n", encoding="utf-8"
    )
    terms.write_text("- {id: mill, term: mill}\n- {id: weir, term: weir}\n", encoding="utf-8")
    build(dossier, date="2026-02-02")
    people.write_text(
        "- {id: weir, name: weir}\n- {id: a-miller, name: The Miller}\n", encoding="utf-8"
    )
    terms.write_text("- {id: watermill, term: mill}\n", encoding="utf-8")
    build(dossier, date="2026-03-03")
    site = dossier / "site"

    assert answer(site, "people/miller/", "").page == "people/a-miller/"
    assert answer(site, "people/gone/", "").is_notice
    assert answer(site, "glossary/", "mill").is_there
    assert answer(site, "glossary/", "weir").is_there
