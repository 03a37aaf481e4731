"""A briefing sheet as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.escaping import escape_markdown

if TYPE_CHECKING:
    from dossier.brief.sheet import Excerpt, Sheet, Term
    from dossier.render.citations import Runs


def markdown_of(sheet: Sheet) -> str:
    """The sheet; quotations are set off, each with its citation and link below."""
    blocks = [f"# {escape_markdown(sheet.title)}"]
    blocks += [_excerpt(it) for it in sheet.excerpts]
    if sheet.terms:
        blocks += ["## Terms", "\n".join(map(_term, sheet.terms))]
    blocks.append(f"From [{escape_markdown(sheet.dossier)}]({_target(sheet.home)}).")
    return "\n\n".join(blocks) + "\n"


def _excerpt(excerpt: Excerpt) -> str:
    quoted = "\n>\n".join(f"> {escape_markdown(text)}" for text in excerpt.paragraphs)
    words = escape_markdown(", ".join(filter(None, (excerpt.title, excerpt.place))))
    return f"{quoted}\n\n— [{words}]({_target(excerpt.address)}). {_runs(excerpt.citation)}"


def _runs(runs: Runs) -> str:
    return "".join(
        f"*{escape_markdown(text)}*"
        if is_italic and text.strip() == text
        else escape_markdown(text)
        for text, is_italic in runs
    )


def _term(term: Term) -> str:
    name = f"**[{escape_markdown(term.name)}]({_target(term.address)})**"
    expansion = f" ({escape_markdown(term.expansion)})" if term.expansion else ""
    return f"- {name}{expansion}" + (
        f": {escape_markdown(term.definition)}" if term.definition else ""
    )


def _target(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29")
