"""How the lock fares with real histories: successive source archives of projects whose manuals are Markdown.

    python bench/histories.py FOLDER [--show KIND]

FOLDER is where the archives are, or are put by pip. Each version is read as a dossier, the lock is carried from one to
the next, and every passage that was published is judged: right, wrong, dead, or asked. The judge compares whole
texts, which the lock does not have.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path, PurePosixPath

from dossier.lock import Lock, carry
from dossier.lock.prints import tokens_of
from dossier.lock.values import LockedPage, Trace
from dossier.model import Config, Document, Source
from dossier.parse.document import parse_document

PROJECTS = {
    "Markdown": ("3.4.1", "3.5.1", "3.7"),
    "structlog": ("22.3.0", "23.3.0", "24.4.0"),
    "jupyterhub": ("3.1.1", "4.1.0"),
    "pymdown-extensions": ("9.9", "10.1", "10.7"),
}
ALIKE = 0.6
"""Part of the words in common, in order, from which on two texts are one that was changed."""
UNLIKE = 0.3
"""And below which they are two."""
NEAR = 0.1
PART = 0.9
"""Part of a passage's words that another one must have had, in order, for the one to be a piece of the other."""
FEW = 8


def fetch(folder: Path, name: str, version: str) -> Path:
    """The source archive of a version, from the package index if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{name}-{version}".lower().replace("-", "_")
    for _ in range(2):
        for path in folder.glob("*.tar.gz"):
            if path.name.removesuffix(".tar.gz").lower().replace("-", "_") == stem:
                return path
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-binary",
            ":all:",
        ]
        subprocess.run([*command, "-d", str(folder), f"{name}=={version}"], check=True)
    raise SystemExit(f"no source archive of {name} {version}")


def documents_in(archive: Path) -> dict[str, Document]:
    """Its Markdown files as documents, by address: a page for each path."""
    documents: dict[str, Document] = {}
    with tarfile.open(archive) as opened:
        for member in sorted(opened.getmembers(), key=lambda each: each.name):
            path = PurePosixPath(*PurePosixPath(member.name).parts[1:])
            data = opened.extractfile(member) if member.isfile() else None
            if path.suffix != ".md" or "test" in str(path).lower() or data is None:
                continue
            text = data.read().decode("utf-8", "replace").replace("\r\n", "\n")
            source = Source(f"seeds/{path}", "document", text, "", size=len(text))
            document, _ = parse_document(source, None, Config())
            if document is not None:
                documents[f"readings/{path.with_suffix('')}/"] = document
    return documents


@dataclass(frozen=True)
class Standing:
    """A passage as it stands in one version."""

    page: str
    id: str
    text: str
    heading: str
    kind: str

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return tokens_of(self.text)

    @property
    def plain(self) -> str:
        """Its text, white space folded."""
        return " ".join(self.text.split())


def standing(documents: dict[str, Document]) -> list[Standing]:
    """All passages in order."""
    found: list[Standing] = []
    for address, document in documents.items():
        heading = ""
        for passage in document.body.passages:
            if passage.level:
                heading = passage.text
            found.append(Standing(address, passage.id, passage.text, heading, passage.kind))
    return found


class Judge:
    """Finds each old passage among the new ones by its whole text."""

    def __init__(self, old: list[Standing], new: list[Standing], pages: dict[str, str]) -> None:
        self._new = new
        self._old = {(pages.get(each.page, each.page), each.plain) for each in old}
        self._pages = pages
        self._equal: defaultdict[str, list[Standing]] = defaultdict(list)
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        for index, each in enumerate(new):
            self._equal[each.plain].append(each)
            for word in each.words:
                self._holders[word].add(index)

    def verdict(self, old: Standing, to: Standing | None, *, is_asked: bool) -> str:
        """`right`, `wrong`, `dead` or `asked`. `to` is what its address shows now, None for a tombstone."""
        if is_asked:
            return "asked"
        page = self._pages.get(old.page, old.page)
        equal = [each for each in self._equal[old.plain] if each.page == page]
        equal = [each for each in equal if each.heading == old.heading] or equal
        best = 1.0 if equal else self._nearest(old, page)
        if to is None:
            return "dead" if best >= ALIKE else "right"
        if equal:
            return "right" if to in equal else "wrong"
        return "right" if self._is_it(old, to, best) else "wrong"

    def _is_it(self, old: Standing, to: Standing, best: float) -> bool:
        """Whether a passage is the old one, changed; `best` is the likeness of the one most like it."""
        own = likeness(old, to)
        return is_part(to, old) or own >= (best - NEAR if best >= ALIKE else UNLIKE)

    def _nearest(self, old: Standing, page: str) -> float:
        shared: Counter[int] = Counter()
        for word in set(old.words):
            for index in self._holders.get(word, ()):
                each = self._new[index]
                if each.page == page and (page, each.plain) not in self._old:
                    shared[index] += 1
        return max(
            (
                likeness(old, self._new[index])
                for index, _ in shared.most_common(12)
                if (self._new[index].kind == "heading") == (old.kind == "heading")
            ),
            default=0.0,
        )


def is_part(one: Standing, whole: Standing) -> bool:
    """Whether a passage is what another one was split into."""
    matcher = SequenceMatcher(None, one.words, whole.words, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same >= PART * len(one.words) and same >= FEW


def likeness(one: Standing, other: Standing) -> float:
    """Part of their words that they have in common, in order; of a text that holds the other whole, more."""
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    size = len(one.words) + len(other.words)
    return 2 * same / size if size else 1.0


def compare(
    before: tuple[Lock, dict[str, Document]], documents: dict[str, Document], day: str
) -> tuple[tuple[Lock, dict[str, Document]], list[tuple[str, Standing, Standing | None]]]:
    """The next version's lock and documents, and a verdict on each passage of the last."""
    lock, old_documents = before
    carried = carry(lock, documents, "history", day)
    pages = {page.address: page for page in carried.lock.pages}
    keys = {page.key: page for page in carried.lock.pages if page.fate != "moved"}
    new = standing(dict(carried.documents))
    places = {(each.page, each.id): each for each in new}
    moved = {a: keys[p.key].address for a, p in pages.items() if p.key in keys}
    asked = {(moved[page], name) for page, name in carried.doubts}
    judge = Judge(standing(old_documents), new, moved)
    verdicts = []
    for old in standing(old_documents):
        to = shown(pages[old.page], old.id, keys, places)
        is_asked = (moved[old.page], old.id) in asked
        verdicts.append((judge.verdict(old, to, is_asked=is_asked), old, to))
    for problem in carried.problems:
        if problem.code != "passage-doubtful":
            print("   ", problem.code, problem.message)
    return (carried.lock, dict(carried.documents)), verdicts


def shown(
    page: LockedPage,
    name: str,
    keys: dict[str, LockedPage],
    places: dict[tuple[str, str], Standing],
) -> Standing | None:
    """What stands at an address after redirects and merges."""
    here = keys[page.key]
    trace = next(
        (each for each in here.traces if each.id == name), Trace(name, here.traces[0].print, "")
    )
    if trace.fate == "merged":
        name = trace.successor.removeprefix("#")
    return places.get((here.address, name))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", default="", help="print the passages of these verdicts")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    print("| project | versions | passages | changed | right | wrong | dead | asked |")
    for name, versions in PROJECTS.items():
        state: tuple[Lock, dict[str, Document]] | None = None
        counts: Counter[str] = Counter()
        for number, version in enumerate(versions):
            documents = documents_in(fetch(options.folder, name, version))
            if state is None:
                carried = carry(Lock(), documents, "history", "20200101")
                state = carried.lock, dict(carried.documents)
                continue
            state, verdicts = compare(state, documents, f"2020010{number + 1}")
            for verdict, old, to in verdicts:
                counts[verdict] += 1
                counts["changed"] += to is None or to.plain != old.plain
                if verdict in options.show.split(","):
                    print(f"{verdict} {old.page}#{old.id} [{old.kind}] {old.plain[:300]!r}")
                    print(
                        f"   -> {to.page + '#' + to.id if to else None} {to.plain[:300] if to else None!r}"
                    )
        total.update(counts)
        row(name, " → ".join(versions), counts)
    row("all", "", total)


def row(name: str, versions: str, counts: Counter[str]) -> None:
    """One line of the table."""
    kinds = ("right", "wrong", "dead", "asked")
    size = sum(counts[kind] for kind in kinds)
    cells = [f"{100 * counts[kind] / size:.2f} % ({counts[kind]})" for kind in kinds]
    print(f"| {name} | {versions} | {size} | {counts['changed']} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
