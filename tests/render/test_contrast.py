"""The colours of the theme by role: text reads on every ground, and what must be seen is seen (WCAG 2.2, 1.4.6 and 1.4.11)."""

from itertools import product

import pytest
import yaml

from tests.conftest import ROOT

TEXT, GROUNDS = ("text", "quiet", "accent"), ("surface", "raised")
EDGES = ("edge-rule", "accent")


def colours(scheme: str) -> dict[str, str]:
    theme = yaml.safe_load((ROOT / "themes" / "folio" / "theme.yaml").read_text("utf-8"))
    found: dict[str, str] = theme["colours"][scheme]
    return found


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_seven_to_one_on_every_ground(scheme: str) -> None:
    found = colours(scheme)
    pairs = [*product(TEXT, GROUNDS), ("text", "mark")]

    weak = {pair: contrast(*(found[role] for role in pair)) for pair in pairs}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_and_the_focus_have_three_to_one(scheme: str) -> None:
    found = colours(scheme)

    weak = {pair: contrast(*(found[role] for role in pair)) for pair in product(EDGES, GROUNDS)}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}
