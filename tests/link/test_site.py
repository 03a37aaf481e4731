"""The linked site as a whole: orders, backlinks, related readings, events, and what must hold between files."""

from collections.abc import Iterator

from dossier.model import Citation, Site
from tests.link.small_dossier import lines_of, linked_site, shown
from tests.text_cases import Agree, Case, every_case


@every_case("linked_sites")
def test_linked_sites(case: Case, agree: Agree) -> None:
    """Input: files, each after a line `@ PATH`. Output: what links them, then the problems."""
    site, problems = linked_site(dict(map(_file, ("\n" + case.input).split("\n@ ")[1:])))

    agree(case, "\n".join([*_lines(site), *lines_of(problems)]))


def _file(block: str) -> tuple[str, str]:
    path, _, text = block.partition("\n")
    return path, text + "\n"


def _lines(site: Site) -> Iterator[str]:
    yield "readings: " + ", ".join(reading.slug for reading in site.readings)
    if site.pages:
        yield "pages: " + ", ".join(page.slug for page in site.pages)
    if site.entries:
        yield "entries: " + ", ".join(entry.id for entry in site.entries)
    for entry, definition in site.definitions.items():
        if definition.mentions:
            yield f"definition of {entry}: {shown(definition)}"
    for kind, cited in (("mentioned", site.mentioned), ("cited", site.cited)):
        for what, citations in cited.items():
            yield f"{kind} {what}:"
            yield from (f"  {_citation(site, citation)}" for citation in citations)
    for path, related in site.related.items():
        for other in related:
            yield f"related {path}: {other.document} {other.weight:.3f} {' '.join(other.shared)}"
    for evident in site.events:
        yield f"event {evident.event.id}: {evident.passages} {shown(evident.description)}".rstrip()


def _citation(site: Site, citation: Citation) -> str:
    text = site.linked[citation.document].body.passages[citation.passage].text
    start, stop = citation.sentence
    pieces, last = [], start
    for first, end in citation.marks:
        pieces += [text[last:first], f"«{text[first:end]}»"]
        last = end
    return f"{citation.document}: " + "".join([*pieces, text[last:stop]]).replace("\n", " ")
