"""The checker axe-core over an open page, every rule on; which findings are settled says the test, not this module."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / ".tools/node/node_modules/axe-core/axe.min.js"
RUN = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const found = await axe.run(document, { rules, resultTypes: ["violations", "incomplete"] });
  const told = ({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
    [id, target.join(" "), [...any, ...all, ...none].map(({ message }) => message).join("; ")]);
  return [found.violations.flatMap(told), found.incomplete.flatMap(told)];
}"""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What one rule says of one element."""

    rule: str
    element: str
    message: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What axe is sure of, and what it leaves to people."""

    violations: tuple[Finding, ...]
    incomplete: tuple[Finding, ...]


def what_is_missing() -> str:
    """Why axe cannot run here; empty if it can."""
    return "" if SOURCE.is_file() else "no axe-core; scripts/test fetches it with npm"


def check(page: Page) -> Findings:
    """All findings about the page as it stands now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE.read_text("utf-8"))
    violations, incomplete = page.evaluate(RUN)
    return Findings(
        tuple(sorted(Finding(*finding) for finding in violations)),
        tuple(sorted(Finding(*finding) for finding in incomplete)),
    )
