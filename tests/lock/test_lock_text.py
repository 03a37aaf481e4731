"""The lock's text: read back as it was written, never a word of a document in it, and damage told from a merge."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.lock import Lock, read_lock, text_of
from dossier.lock.decisions import merged, sides_of
from dossier.lock.prints import print_of
from dossier.lock.values import LockedPage, Trace
from tests.builds import run_dossier

days = st.dates(date(1970, 1, 1), date(2100, 12, 31)).map(lambda day: f"{day:%Y%m%d}")
ids = st.from_regex(r"[a-z0-9]{1,24}(-[0-9]{1,2})?", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@st.composite
def traces(draw: st.DrawFn) -> Trace:
    trace = Trace(draw(ids), print_of(draw(texts), is_heading=draw(st.booleans())), draw(days))
    fate = draw(st.sampled_from(["living", "changed", "removed", "merged"]))
    if fate == "living":
        return trace
    if fate == "changed":
        return Trace(trace.id, trace.print, trace.first, draw(days), draw(days))
    successor = draw(st.one_of(st.just(""), ids.map(lambda name: f"#{name}")))
    since = draw(days)
    if fate == "removed":
        return replace(trace, fate="removed", since=since, successor=successor)
    return replace(trace, fate="merged", since=since, successor=successor)


@st.composite
def locks(draw: st.DrawFn) -> Lock:
    pages = []
    for number in range(draw(st.integers(0, 4))):
        some = draw(st.lists(traces(), max_size=5, unique_by=lambda it: it.id))
        address = draw(st.sampled_from(["", "readings/a b/", "readings/ü/", "x.html"]))
        source = draw(st.sampled_from(["", "@id", "seeds/some name.md"]))
        page = LockedPage(
            f"{number}{address}", f"k{number}", source, draw(days), traces=tuple(some)
        )
        pages.append(page)
    return Lock("0123456789", tuple(sorted(pages, key=lambda page: page.address)))


@settings(max_examples=40)
@given(locks())
def test_for_every_lock_what_is_read_is_written_again_to_the_byte(lock: Lock) -> None:
    text = text_of(lock)
    read, problems = read_lock(text)

    assert problems == ()
    assert text_of(read) == text
    assert [page.address for page in read.pages] == [page.address for page in lock.pages]


@given(traces())
def test_for_every_passage_its_line_has_eighty_bytes_at_most(trace: Trace) -> None:
    text = text_of(Lock("x", (LockedPage("p/", "k", "seeds/p.md", "20260101", traces=(trace,)),)))

    assert max(len(line.encode()) + 1 for line in text.split("\n") if line.startswith(" ")) <= 80


@given(st.lists(st.sampled_from(["secret", "harbour", "treaty", "minister"]), min_size=5))
def test_for_every_text_none_of_its_words_is_in_its_line(words: list[str]) -> None:
    trace = Trace("p123456", print_of(" ".join(words)), "20260101")
    text = text_of(Lock("x", (LockedPage("p/", "k", "seeds/p.md", "20260101", traces=(trace,)),)))

    assert not any(word in text.casefold() for word in words)


@settings(max_examples=40)
@given(locks(), st.data())
def test_for_every_lock_a_line_that_was_edited_is_a_problem_with_its_number(
    lock: Lock, data: st.DataObject
) -> None:
    lines = text_of(lock).split("\n")
    places = [
        (number, at)
        for number, line in enumerate(lines)
        for at in range(1, len(line))
        if line[0] in " /" and line[at].isalnum() and line[at].isascii()
    ]
    if not places:
        return
    number, at = data.draw(st.sampled_from(places))
    other = "0" if lines[number][at] != "0" else "1"
    lines[number] = lines[number][:at] + other + lines[number][at + 1 :]

    _, problems = read_lock("\n".join(lines))
    found = [(each.code, each.position.line) for each in problems]
    assert ("lock-damaged", number + 1) in found or not problems  # 12 bits let one in 4,096 through


@settings(max_examples=40)
@given(locks(), locks())
def test_for_every_two_locks_the_merged_one_has_every_address_of_both(
    ours: Lock, theirs: Lock
) -> None:
    both = merged((ours, theirs))

    assert read_lock(text_of(both))[1] == ()
    for page in (*ours.pages, *theirs.pages):
        there = both.by_key[both.by_address[page.address].key]
        assert {trace.id for trace in page.traces} <= {trace.id for trace in there.traces}


def whole() -> str:
    trace = Trace("p123456", print_of("Some words of a passage."), "20260101")
    return text_of(
        Lock("abc", (LockedPage("readings/a/", "k", "seeds/a.md", "20260101", traces=(trace,)),))
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (whole().removesuffix("end\n"), "lock-damaged"),
        (whole()[:-20], "lock-damaged"),
        (whole().replace("lock 1 ", "lock 7 "), "lock-version"),
        (whole().replace("dossier.lock 1", "poetry.lock 1"), "lock-damaged"),
        ("{}\n", "lock-damaged"),
        (whole().replace("end", f"{whole().splitlines()[1]}\nend"), "lock-duplicate"),
        (whole().replace(" p123456", "<<<<<<< ours\n p123456"), "lock-conflict"),
        (whole().replace("20260101 ", "20261301 "), "lock-damaged"),
    ],
    ids=["no end", "cut short", "version", "other lock", "json", "twice", "conflict", "no date"],
)
def test_a_lock_that_cannot_be_trusted_is_a_problem_and_nothing_is_touched(
    text: str, code: str, tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text("# A\n\nSome words of a passage.\n", encoding="utf-8")
    (tmp_path / "dossier.lock").write_text(text, encoding="utf-8")

    run = run_dossier("build", str(tmp_path))

    assert run.returncode == 1
    assert f"error[{code}]" in run.stderr
    assert (tmp_path / "dossier.lock").read_text(encoding="utf-8") == text
    assert not (tmp_path / "site").exists()


def test_a_conflict_as_git_leaves_it_has_two_sides() -> None:
    text = "a\n<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> other\nd\n"

    assert sides_of(text) == ("a\nb\nd\n", "a\nc\nd\n")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def paragraph(word: str) -> str:
    return f"The {word} stands by the river, and nobody knows who built the {word} there."


def test_branches_that_add_passages_in_one_place_merge_by_command(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    file = tmp_path / "seeds" / "a.md"
    (tmp_path / ".gitignore").write_text("site/\n.dossier/\n", encoding="utf-8")

    def commit(words: list[str], *, branch: str = "") -> None:
        file.write_text("\n\n".join(["# A", *map(paragraph, words)]) + "\n", encoding="utf-8")
        if branch:
            git(tmp_path, "checkout", "-q", "-b", branch)
        assert run_dossier("build", str(tmp_path), "--date", "2026-01-01").returncode == 0
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", "x")

    git(tmp_path, "init", "-q")
    commit(["mill", "inn"])
    commit(["mill", "inn", "tower"], branch="one")
    one = (tmp_path / "dossier.lock").read_text(encoding="utf-8")
    git(tmp_path, "checkout", "-q", "main")
    commit(["mill", "inn", "gate"], branch="two")
    two = (tmp_path / "dossier.lock").read_text(encoding="utf-8")
    git(tmp_path, "merge", "one")
    assert run_dossier("build", str(tmp_path)).returncode == 1

    run = run_dossier("lock", "merge", "--dossier", str(tmp_path))

    assert run.returncode == 0, run.stderr
    after = (tmp_path / "dossier.lock").read_text(encoding="utf-8").splitlines()
    assert {*one.splitlines(), *two.splitlines()} <= {*after}
