"""For every series of edits, every address ever published is answered in at most one step, and never by another passage."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dossier import settling
from dossier.build import Options, Outcome, build
from tests.lock.answers import addresses_of, answer
from tests.lock.edits import EDITS, Manuscript

_PLACE = re.compile(r'"dossier lock (?:keep|retire) (\S+?)[ "]')
_KEEP = re.compile(r'"dossier lock keep (\S+) (\S+)"')


def _silent(_name: str, _count: int) -> None:
    pass


class Published:
    """A dossier in a folder, built after each round of edits; what was ever published of it."""

    def __init__(self, root: Path, manuscript: Manuscript) -> None:
        self.root, self.manuscript = root, manuscript
        self.site = root / "site"
        self.options = Options(root, self.site, jobs=1)
        self.ever: set[tuple[str, str]] = set()
        self.origins: dict[tuple[str, str], frozenset[int]] = {}

    def build(self, day: int) -> None:
        """Build, and settle by hand what the build asks, as somebody would who knows."""
        self.manuscript.write(self.root)
        options = replace(self.options, date=f"2026-01-{day:02}")
        for _ in range(60):
            before = self._state()
            outcome = build(options, _silent)
            if not outcome.errors:
                break
            assert self._state() == before, "a build with errors changed what is published"
            self._settle(outcome, options.date)
        assert not outcome.errors, [each.message for each in outcome.problems]
        for page, name in addresses_of(self.site) - self.ever:
            self.ever.add((page, name))
            text = answer(self.site, page, name).text
            if name and text:
                self.origins[page, name] = self.manuscript.origins(text)

    def _state(self) -> tuple[bytes, ...]:
        files = [self.root / "dossier.lock", *sorted(self.site.rglob("index.html"))]
        return tuple(file.read_bytes() for file in files if file.is_file())

    def _settle(self, outcome: Outcome, day: str) -> None:
        error = next(each for each in outcome.problems if each.severity == "error")
        kept = _KEEP.search(error.help)
        if kept and self._is_it(kept[1], error.excerpt):
            done, faults = settling.keep(self.root, kept[1], kept[2], day)
        else:
            place = _PLACE.search(error.help)
            assert place, error
            done, faults = settling.retire(self.root, place[1], day)
        assert done, (error, faults)

    def _is_it(self, place: str, text: str) -> bool:
        page, _, name = place.strip("/").partition("#")
        return bool(self._origins(page, name) & self.manuscript.origins(text.removesuffix(" …")))

    def _origins(self, page: str, name: str) -> frozenset[int]:
        return self.origins.get((page, name), frozenset())


@settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    seed=st.integers(0, 1 << 32),
    documents=st.integers(2, 4),
    rounds=st.lists(
        st.lists(st.sampled_from(EDITS), min_size=1, max_size=4), min_size=1, max_size=5
    ),
)
def test_every_address_ever_published_is_answered_in_one_step_at_most(
    seed: int, documents: int, rounds: list[list[str]]
) -> None:
    with TemporaryDirectory() as folder:
        manuscript = Manuscript(Random(seed))  # noqa: S311 - no secret
        manuscript.begin(documents)
        published = Published(Path(folder), manuscript)
        published.build(1)
        for day, edits in enumerate(rounds, 2):
            for edit in edits:
                manuscript.edit(edit)
            published.build(day)

        for page, name in sorted(published.ever):
            found = answer(published.site, page, name)
            assert found.is_there, (page, name, found)
            assert found.hops <= 1, (page, name, found)
            known = published.origins.get((page, name))
            if known and found.text:
                assert known & manuscript.origins(found.text), (page, name, found)
