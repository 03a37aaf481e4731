"""Nothing that an audience may not see stands in any byte of the site that is built for it."""

import gzip
import tempfile
import zlib
from pathlib import Path

from hypothesis import Phase, given, settings

from dossier.build import Options, build
from tests.audience.planted import AUDIENCES, Planted, dossiers, files_of
from tests.render.search_reader import read_index


def build_for(root: Path, audience: str) -> Path:
    output = root / f"site-{audience}"
    outcome = build(
        Options(root=root, output=output, use_cache=audience != "board", audience=audience, jobs=1),
        lambda *_: None,
    )
    assert outcome.published is not None, outcome.problems
    return output


def texts_of(site: Path, root: Path) -> str:
    """Every byte of a site and of the lock, as text: decompressed where compressed, the index as its reader has it."""
    parts: list[str] = []
    index: list[tuple[str, str]] = []
    for path in sorted([*site.rglob("*"), root / "dossier.lock"]):
        if not path.is_file():
            continue
        data = path.read_bytes()
        parts.append(_decompressed(data).decode("utf-8", "replace"))
        name = path.relative_to(root).as_posix().partition("/")[2]
        if data.startswith(b"dossierSearch.put("):
            index.append((name, data.decode()))
        parts.append(str(path))
    found = read_index(tuple(index))
    parts += [*found.keys, *(text for item in found.items for text in item)]
    parts += [str(entry) for entry in found.entries]
    return "\n".join(parts)


def _decompressed(data: bytes) -> bytes:
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            return unpack(data)
        except (OSError, zlib.error, EOFError):
            continue
    return data


def shown_words(planted: Planted, audience: str) -> tuple[str, ...]:
    """The planted words that an audience may see."""
    extent = planted.shown_to(audience)
    if extent == "full":
        return planted.words
    if extent == "link":
        return ()
    return tuple(word for word in planted.words if planted.begins_with(word))


@settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(dossiers)
def test_for_every_dossier_no_audience_is_given_a_word_that_it_may_not_see(
    planted: tuple[Planted, ...],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in files_of(planted).items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        for audience in AUDIENCES:
            everything = texts_of(build_for(root, audience), root).casefold()

            leaked = {
                (each.name, word)
                for each in planted
                for word in set(each.words) - set(shown_words(each, audience))
                if word in everything
            } | {
                (each.name, heading)
                for each in planted
                for heading in each.headings
                if each.shown_to(audience) == "link" and heading in everything
            }
            hidden = {
                (each.name, word)
                for each in planted
                for word in shown_words(each, audience)
                if word not in everything and word in each.quotable
            }
            assert leaked == set(), audience
            assert hidden == set(), audience
