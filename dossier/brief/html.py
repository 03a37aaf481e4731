"""A briefing sheet as a page that stands by itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from dossier.render.words import direction

if TYPE_CHECKING:
    from dossier.brief.sheet import Excerpt, Sheet, Term
    from dossier.render.citations import Runs

_STYLE: Final = (
    "body{font:1rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "blockquote{margin:1.5rem 0 .5rem;padding-inline-start:1rem;border-inline-start:.2rem solid #888}"
    "figure{margin:0;break-inside:avoid}figcaption{font-size:.9em;overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}}"
)


def html_of(sheet: Sheet) -> str:
    """The sheet; each quotation is a figure with its citation and link below."""
    terms = "".join(map(_term, sheet.terms))
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.language)}" dir="{direction(sheet.language)}">\n'
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(sheet.title)}</h1>\n{''.join(map(_excerpt, sheet.excerpts))}"
        + (f"<h2>Terms</h2>\n<dl>\n{terms}</dl>\n" if terms else "")
        + f"<p>From {_link(sheet.home, sheet.dossier)}.</p>\n</body>\n</html>\n"
    )


def _excerpt(excerpt: Excerpt) -> str:
    lang = f'lang="{escape(excerpt.language)}" dir="{excerpt.direction}"'
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in excerpt.paragraphs)
    words = ", ".join(filter(None, (excerpt.title, excerpt.place)))
    return (
        f'<figure>\n<blockquote {lang} cite="{escape(excerpt.address)}">{paragraphs}</blockquote>\n'
        f"<figcaption>— {_link(excerpt.address, words)}. {_runs(excerpt.citation)}</figcaption>\n</figure>\n"
    )


def _runs(runs: Runs) -> str:
    return "".join(f"<i>{escape(text)}</i>" if it else escape(text) for text, it in runs)


def _term(term: Term) -> str:
    expansion = f" ({escape(term.expansion)})" if term.expansion else ""
    return f"<dt>{_link(term.address, term.name)}{expansion}</dt>\n<dd>{escape(term.definition)}</dd>\n"


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)
