"""Generated dossiers in which every word of every document is one that stands nowhere else, and who may see which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

Extent = Literal["full", "excerpt", "link", ""]

AUDIENCES = ("public", "team", "board")
_BLOCKS = (
    "{} {} {} {} {}.",
    "## HEADING",
    "### HEADING",
    "- {} {}\n- {}\n  - {} {}",
    "> {} {}\n>\n> {} {}",
    "| {} | {} |\n| --- | --- |\n| {} | {} |",
    "    {} {}\n    {}",
    "```\n{} {}\n```",
    "[{} {}](https://example.org/{}) *{}* **{}** `{}`",
    "![{} {}](picture.png) {}",
    "{} PMF {} {} Karim Haddad {}.",
    "The {} of {} (PMX) {}",
)
_FOOTNOTE = "{} {}[^1] {}\n\n[^1]: {} {}."
"""Blocks of Markdown, with a place for each planted word."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A document, the words in it in their order, and what its record says."""

    name: str
    text: str
    words: tuple[str, ...]
    headings: tuple[str, ...]
    """Of several words: the id of a heading is made of them, with hyphens, and stays."""
    extent: Extent
    audience: tuple[str, ...]
    first: int
    """Words of an excerpt."""

    def shown_to(self, audience: str) -> Extent:
        """What the manual says that an audience is shown."""
        if audience in self.audience:
            return "full"
        if self.audience and self.extent in {"", "full"}:
            return "link"
        return self.extent or "full"

    @property
    def record(self) -> str:
        """The record, with a note on each word that stands in a run."""
        parts = [f"text: {self.extent}"] if self.extent else []
        parts += [f"excerpt: {{words: {self.first}}}"] if self.extent == "excerpt" else []
        notes = [f"  - {{exact: {word}, text: Remark}}\n" for word in self.quotable]
        return (
            f"title: Title of {self.name}\ndate: 2024-02-02\npublisher: A press\ntags: [war]\n"
            f"summary: Summary of {self.name}\nrights: {{note: reserved, {', '.join(parts)}}}\n"
            f"audience: [{', '.join(self.audience)}]\nentries: [forces]\nknown_errors: [One]\n"
            + (f"notes:\n{''.join(notes)}" if notes else "")
        )

    @property
    def quotable(self) -> tuple[str, ...]:
        """Words that stand in the first paragraph, which everything quotes."""
        return self.words[:4]

    def begins_with(self, word: str) -> bool:
        """Whether a word is among those of the excerpt."""
        told = [each for each in self.text.split() if any(sign.isalnum() for sign in each)]
        return any(word in each for each in told[: self.first])

    @property
    def quotation(self) -> str:
        """What everything quotes."""
        return f"16 {' '.join(self.quotable)}"


@st.composite
def _planted(draw: st.DrawFn, name: str) -> Planted:
    chosen = draw(st.lists(st.sampled_from(_BLOCKS), min_size=1, max_size=5))
    chosen += [_FOOTNOTE] if draw(st.booleans()) else []
    headings = [f"hq{name} hz{name} number{at}" for at in range(len(chosen))]
    blocks = (
        block.replace("HEADING", words) for block, words in zip(chosen, headings, strict=True)
    )
    places = "opening 16 {} {} {} {} ends\n\n" + "\n\n".join(blocks)
    count = places.count("{}")
    letters = "bcdfghjklmnpqrstvwxz"
    words = tuple(f"q{name}{letters[n // 20]}{letters[n % 20]}zyq" for n in range(count))
    return Planted(
        name,
        places.format(*words) + "\n",
        words,
        tuple(each for each in headings if f"# {each}" in places),
        draw(st.sampled_from(("full", "excerpt", "link", ""))),
        draw(st.sampled_from(((), ("team",), ("team", "board"), ("public",)))),
        draw(st.integers(1, 12)),
    )


dossiers = st.tuples(_planted("ana"), _planted("bea"), _planted("cle"))


def files_of(planted: tuple[Planted, ...]) -> dict[str, str]:
    """The files of a dossier in which everything that may quote a document does."""
    evidence = [(each.name, each.quotation) for each in planted]
    events = "".join(
        f"- title: Event {at}\n  date: 2024-02-02\n  entries: [forces]\n"
        f"  evidence: [{{reading: {name}, exact: {word}}}]\n"
        for at, (name, word) in enumerate(evidence)
    )
    answers = "".join(
        f"    - {{value: '16', by: forces, reading: {name}, exact: {word}}}\n"
        for name, word in evidence
    )
    relations = ", ".join(f"{{reading: {name}, exact: {word}}}" for name, word in evidence)
    stops = "".join(
        f"  - {{text: Go, reading: {name}, exact: {word}}}\n" for name, word in evidence
    )
    return {
        "dossier.yaml": "title: A dossier\nbase_url: https://example.org/\n"
        "audiences: [team, board]\n",
        "content/index.md": "---\ntitle: Home\n---\nBegin. [[ana]] [[bea]] [[cle]]\n",
        "content/glossary.yaml": "- {term: PMF, expansion: Forces, for: forces}\n",
        "content/organisations.yaml": "- {id: forces, name: The Forces, definition: Armed.}\n",
        "content/people.yaml": "- name: Karim Haddad\n  role: Clerk\n"
        f"  relations: [{{type: member_of, to: forces, evidence: [{relations}]}}]\n",
        "content/events.yaml": events,
        "content/paths/way.yaml": f"title: Way\nstops:\n{stops}",
        "content/claims.yaml": f"- id: claim\n  question: What?\n  answers:\n{answers}",
        **{f"seeds/{each.name}.md": each.text for each in planted},
        **{f"seeds/{each.name}.md.yaml": each.record for each in planted},
        "seeds/picture.png": "",
    }
