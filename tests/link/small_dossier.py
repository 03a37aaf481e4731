"""Small dossiers for the tests of linking, written as a curator would write them; parsed by the real parsers."""

from collections.abc import Mapping

from dossier.link import link_site
from dossier.model import (
    Claim,
    Config,
    Document,
    Entry,
    Event,
    Linked,
    Mention,
    Path,
    Problem,
    Site,
    Source,
)
from dossier.parse.claims import parse_claims
from dossier.parse.document import parse_document
from dossier.parse.entries import parse_entries
from dossier.parse.events import parse_events
from dossier.parse.paths import parse_path

GLOSSARY = "content/glossary.yaml"


def entries_of(text: str, path: str = GLOSSARY) -> tuple[Entry, ...]:
    entries, problems = parse_entries(Source(path, "entries", text, ""))
    assert problems == ()
    return entries


def events_of(text: str) -> tuple[Event, ...]:
    events, problems = parse_events(Source("content/events.yaml", "events", text, ""))
    assert problems == ()
    return events


def claims_of(text: str) -> tuple[Claim, ...]:
    claims, problems = parse_claims(Source("content/claims.yaml", "claims", text, ""))
    assert problems == ()
    return claims


def path_of(text: str, file: str) -> Path:
    path, problems = parse_path(Source(file, "path", text, ""))
    assert path is not None
    assert problems == ()
    return path


def document_of(text: str, path: str = "seeds/a.md", record: str = "") -> Document:
    beside = Source(f"{path}.yaml", "record", record, "") if record else None
    kind = "page" if path.startswith("content/") else "document"
    source = Source(path, "page" if kind == "page" else "document", text, "")
    document, problems = parse_document(source, beside, Config())
    assert document is not None
    assert [problem for problem in problems if problem.severity == "error"] == []
    return document


def linked_site(
    files: Mapping[str, str], assets: tuple[str, ...] = ()
) -> tuple[Site, tuple[Problem, ...]]:
    """Link the files of a dossier: their paths say what they are."""
    entries: list[Entry] = []
    events: tuple[Event, ...] = ()
    documents: list[Document] = []
    claims: tuple[Claim, ...] = ()
    paths: list[Path] = []
    for path, text in files.items():
        if path == "content/events.yaml":
            events = events_of(text)
        elif path == "content/claims.yaml":
            claims = claims_of(text)
        elif path.startswith("content/paths/"):
            paths.append(path_of(text, path))
        elif path.startswith("content/") and path.endswith(".yaml"):
            entries.extend(entries_of(text, path))
        elif not path.endswith(".yaml"):
            documents.append(document_of(text, path, files.get(f"{path}.yaml", "")))
    readings = [document for document in documents if document.kind == "reading"]
    pages = [document for document in documents if document.kind == "page"]
    return link_site(Config(), readings, pages, entries, events, assets, claims=claims, paths=paths)


def shown(linked: Linked) -> str:
    """The passages, a blank line between, with `«words=entry»` for a mention that is marked and `‹words=entry›` else."""
    by_passage: dict[int, list[Mention]] = {}
    for mention in linked.mentions:
        by_passage.setdefault(mention.passage, []).append(mention)
    passages = enumerate(linked.body.passages)
    return "\n\n".join(
        _with_mentions(passage.text, by_passage.get(number, []))
        for number, passage in passages
        if passage.number or passage.level
    )


def _with_mentions(text: str, mentions: list[Mention]) -> str:
    pieces: list[str] = []
    last = 0
    for mention in mentions:
        words = text[mention.start : mention.stop]
        before, after = "«»" if mention.marked else "‹›"
        pieces += [text[last : mention.start], f"{before}{words}={mention.entry}{after}"]
        last = mention.stop
    return "".join([*pieces, text[last:]])


def lines_of(problems: tuple[Problem, ...]) -> list[str]:
    """Each problem on a line: `code path:line:column message (help)`."""
    return [
        f"{it.code} {it.position.path}:{it.position.line}:{it.position.column} {it.message}"
        + (f" ({it.help})" if it.help else "")
        for it in problems
    ]
