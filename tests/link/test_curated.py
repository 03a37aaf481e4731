"""What rests on quotations beside events: relations, claims and paths, and the problems of what they name."""

from dossier.model import Quoted, Site
from tests.link.small_dossier import lines_of, linked_site
from tests.text_cases import Agree, Case, every_case


@every_case("curated_links")
def test_relations_claims_and_paths_are_linked(case: Case, agree: Agree) -> None:
    blocks = f"\n{case.input}".split("\n@ ")[1:]
    named = {path: text for path, _, text in (block.partition("\n") for block in blocks)}
    site, problems = linked_site(named)

    agree(case, "\n".join([*_shown(site), *lines_of(problems)]))


def _shown(site: Site) -> list[str]:
    bonds = [
        f"{it.entry} {it.relation.type} {it.relation.to}{_places(it.evidence)}" for it in site.bonds
    ]
    claims = [
        f"{it.claim.id}: {index + 1} goes back to {origin + 1}{_places([quoted])}"
        for it in site.claims
        for index, (origin, quoted) in enumerate(zip(it.origins, it.quotations, strict=True))
    ]
    paths = [
        f"{it.path.id}: {index + 1}{_places([target])}"
        for it in site.paths
        for index, target in enumerate(it.targets)
    ]
    return [*bonds, *claims, *paths]


def _places(quoted: list[Quoted | None] | tuple[Quoted, ...]) -> str:
    return "".join(f" [{it.document} {it.passage}]" if it else " [nothing]" for it in quoted)
