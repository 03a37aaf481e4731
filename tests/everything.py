"""The dossier "everything": its written files, and with them what is too long to keep, generated alike each time."""

import shutil
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

HERE = Path(__file__).parent / "sites" / "everything"
LONG_WORDS = 60_000
MANY_MENTIONS = 2_000
MANY_PEOPLE = 500
SENTENCE = (
    "The clerk wrote down what was said at the table and read it out before the lamp was lit."
)
"""Eighteen words."""
PARAGRAPHS_A_SECTION = 20
SENTENCES_A_PARAGRAPH = 8


def write_everything(folder: Path) -> Path:
    """Write the whole dossier into a new folder."""
    shutil.copytree(HERE, folder)
    seeds = folder / "seeds"
    (seeds / "sixty-thousand.md").write_text(_long(), "utf-8")
    (seeds / "two-thousand.md").write_text(_mentions(), "utf-8")
    (seeds / "five-hundred.md").write_text(_people_named(), "utf-8")
    (folder / "content" / "organisations.yaml").write_text(_organisation(), "utf-8")
    with (folder / "content" / "people.yaml").open("a", encoding="utf-8") as people:
        people.writelines(
            f"- id: person-{at}\n  name: {name}\n  role: Signatory\n  definition: Signed as number {at}.\n"
            for at, name in enumerate(names())
        )
    return folder


def names() -> Iterator[str]:
    """Names of people who are nobody."""
    parts = ("Ba", "Do", "Fe", "Gi", "Ka", "Lo", "Mu", "Ne")
    made = (
        f"{first}{second.lower()}n {third}{fourth.lower()}ridge"
        for first, second, third, fourth in product(parts, repeat=4)
    )
    return islice(made, MANY_PEOPLE)


def _head(title: str, slug: str) -> str:
    return f'---\ntitle: {title}\nslug: {slug}\ndate: "2020-01-02"\npublisher: A printer\n---\n'


def _long() -> str:
    paragraph = " ".join([SENTENCE] * SENTENCES_A_PARAGRAPH)
    count = -(-LONG_WORDS // len(paragraph.split()))
    lines = [_head("Sixty thousand words", "sixty-thousand")]
    for at in range(count):
        if at % PARAGRAPHS_A_SECTION == 0:
            lines.append(f"## Day {at // PARAGRAPHS_A_SECTION + 1}\n")
        lines.append(f"In item {at} it says. {paragraph}\n")
    return "\n".join(lines)


def _mentions() -> str:
    lines = [_head("Two thousand mentions", "two-thousand")]
    lines += [
        f"Item {at}: the Board of Ink met, and the Board of Ink rose.\n"
        for at in range(MANY_MENTIONS // 2)
    ]
    return "\n".join(lines)


def _organisation() -> str:
    return (
        "- id: ink\n  name: Board of Ink\n  mark: every\n  definition: It meets, and rises.\n"
        "  facts:\n    Seat: a long way from here\n"
    )


def _people_named() -> str:
    return _head("Five hundred people", "five-hundred") + "\n" + ", ".join(names()) + " signed.\n"
