"""Notes on a text: the words that they are found on, and what is said where they are not."""

from collections.abc import Iterator

from dossier.model import Site
from tests.link.small_dossier import lines_of, linked_site, shown
from tests.text_cases import Agree, Case, every_case


@every_case("notes")
def test_notes(case: Case, agree: Agree) -> None:
    """Input: files, each after a line `@ PATH`. Output: the notes with their words, then the problems."""
    site, problems = linked_site(dict(map(_file, ("\n" + case.input).split("\n@ ")[1:])))

    agree(case, "\n".join([*_lines(site), *lines_of(problems)]))


def _file(block: str) -> tuple[str, str]:
    path, _, text = block.partition("\n")
    return path, text + "\n"


def _lines(site: Site) -> Iterator[str]:
    for path, noted in site.notes.items():
        body = site.linked[path].body
        for it in noted:
            words = body.passages[it.passage].text[it.start : it.stop]
            texts = [getattr(body.slots[slot], "text", "")[a:b] for slot, a, b in it.pieces]
            yield f"{it.number} {it.note.kind} {words!r} in {texts}: {shown(it.text)}".rstrip()
