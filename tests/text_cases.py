"""Text cases: reading them, comparing with them, and writing them anew when `--accept` says so.

A file of cases in `tests/cases/` holds many of them, each as

    === title
    input
    --- output
    expected

Title lines begin with `=== ` and a title; blank lines at the end of input and output do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent / "cases"
_TITLE = "=== "
_OUTPUT = "--- output"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    path: Path
    title: str
    input: str
    expected: str


class Agree(Protocol):
    """The fixture `agree`: compares the output with the case, or with `--accept` writes it there."""

    def __call__(self, case: Case, output: str) -> None: ...


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file in their order."""
    blocks = ("\n" + path.read_text(encoding="utf-8")).split(f"\n{_TITLE}")
    return [_read_case(path, block) for block in blocks[1:]]


def every_case(name: str) -> pytest.MarkDecorator:
    """Run a test once for every case of `tests/cases/NAME.txt`, passed as `case`."""
    cases = read_cases(FOLDER / f"{name}.txt")
    return pytest.mark.parametrize("case", cases, ids=[case.title for case in cases])


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`."""
    parser.addoption(
        "--accept", action="store_true", help="write what the cases give into their files"
    )


@pytest.fixture
def agree(request: pytest.FixtureRequest) -> Agree:
    """Compare the output of a case with what is expected; `--accept` makes it what is expected."""
    accepting = bool(request.config.getoption("--accept"))

    def compare(case: Case, output: str) -> None:
        output = output.rstrip("\n")
        if accepting and output != case.expected:
            _write_cases(case.path, _with(read_cases(case.path), case, output))
            return
        assert output == case.expected

    return compare


def _with(cases: Sequence[Case], changed: Case, output: str) -> list[Case]:
    return [
        replace(case, expected=output) if case.title == changed.title else case for case in cases
    ]


def _read_case(path: Path, block: str) -> Case:
    title, _, rest = block.partition("\n")
    given, divider, expected = ("\n" + rest).partition(f"\n{_OUTPUT}")
    if not divider:
        raise ValueError(f'{path}: the case "{title}" has no line "{_OUTPUT}"')
    return Case(path, title, given.removeprefix("\n").rstrip("\n"), expected.strip("\n"))


def _write_cases(path: Path, cases: Sequence[Case]) -> None:
    blocks = [f"{_TITLE}{case.title}\n{case.input}\n{_OUTPUT}\n{case.expected}\n" for case in cases]
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
