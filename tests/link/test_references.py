"""Where links lead, in small dossiers of several files."""

from dossier.model import Address, Linked, Reference
from tests.link.small_dossier import lines_of, linked_site
from tests.text_cases import Agree, Case, every_case

ASSETS = ("seeds/images/map one.png", "seeds/page.html", "seeds/plan.svg", "content/table.csv")


@every_case("references")
def test_references(case: Case, agree: Agree) -> None:
    """Input: files, each after a line `@ PATH`. Output: where each link of the first file leads."""
    files = dict(_file(block) for block in ("\n" + case.input).split("\n@ ")[1:])
    site, problems = linked_site(files, ASSETS)
    first = next(path for path in files if path in site.linked)
    used = [f"asset {path}" for path in site.assets]

    agree(case, "\n".join([*_lines(site.linked[first]), *used, *lines_of(problems)]))


def _file(block: str) -> tuple[str, str]:
    path, _, text = block.partition("\n")
    return path, text + "\n"


def _lines(linked: Linked) -> list[str]:
    return [
        f"{slot.target} -> {_shown(linked, number)}"
        for number, slot in enumerate(linked.body.slots)
        if isinstance(slot, Reference)
    ]


def _shown(linked: Linked, number: int) -> str:
    if number not in linked.targets:
        return "outside"
    label = f' "{linked.labels[number]}"' if number in linked.labels else ""
    return _address(linked.targets[number]) + label


def _address(address: Address | None) -> str:
    if address is None:
        return "nowhere"
    return "/" + address.page + (f"#{address.fragment}" if address.fragment else "")
