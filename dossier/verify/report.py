"""What is said of briefings, as text for people, as JSON for programs, and as a page to pass on."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Final, Literal

from dossier.verify.folding import OPTIONAL
from dossier.verify.values import DEAD, is_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dossier.verify.values import LinkFinding, QuotationFinding, Step, Verdict

Format = Literal["text", "json", "html"]
WORDS: Final = {
    "alive": "alive",
    "changed": "changed",
    "moved": "moved",
    "removed": "removed",
    "withdrawn": "withdrawn",
    "unknown-page": "unknown page",
    "unknown-passage": "unknown passage",
    "verbatim": "verbatim",
    "typography": "verbatim but for typography",
    "altered": "altered",
    "elsewhere": "found in another passage",
    "not-found": "not found",
}
_LONGEST: Final = 160


def text_of(verdicts: Sequence[Verdict]) -> str:
    """For people: a line for each link and each quotation, with what there is to say below it."""
    return "\n\n".join("\n".join(_lines(verdict)) for verdict in verdicts)


def _lines(verdict: Verdict) -> Iterator[str]:
    yield headline(verdict)
    for link in verdict.links:
        mark = "✗" if link.state in DEAD else "!" if link.state in {"moved", "changed"} else "✓"
        yield f"{mark} {link.link.place}: {WORDS[link.state]}: {link.link.address}"
        for name, value in _told_of_link(link):
            yield f"    {name}: {value}"
    for quotation in verdict.quotations:
        yield f"{mark_of(quotation)} {quotation.quotation.place}: {WORDS[quotation.state]}: “{short(quotation.quotation.text)}”"
        if quotation.steps:
            yield "    " + _marked(quotation.steps)
        if quotation.address and quotation.state not in {"verbatim", "typography"}:
            yield f"    {_where(quotation)}: {quotation.address}"


def headline(verdict: Verdict) -> str:
    """The briefing's name and the figures, on one line."""
    dated = f", of {verdict.briefing.date}" if verdict.briefing.date else ""
    counts = (
        _count(len(verdict.links), "link") + " into the dossier",
        _count(len(verdict.quotations), "quotation"),
        _count(verdict.faults, "fault"),
        _count(verdict.remarks, "remark"),
    )
    return f"{verdict.briefing.name}{dated}: {', '.join(counts)}"


def _told_of_link(link: LinkFinding) -> Iterator[tuple[str, str]]:
    told = (
        ("note", link.detail),
        ("instead", link.instead),
        ("then", link.earlier),
        ("now", link.now),
    )
    yield from ((name, short(value)) for name, value in told if value)


def mark_of(finding: QuotationFinding) -> str:
    """A sign for the state: wrong, to be looked at, right."""
    if is_fault(finding):
        return "✗"
    return "!" if finding.state == "elsewhere" else "·" if finding.state == "not-found" else "✓"


def _where(finding: QuotationFinding) -> str:
    return "nearest" if finding.state == "altered" else "stands at"


def _marked(steps: Sequence[Step]) -> str:
    marks = {"same": "{}", "lost": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[kind].format(words) for kind, words in steps)


def short(text: str) -> str:
    """One line of the text, shortened in its middle."""
    line = " ".join(text.replace(OPTIONAL, "").replace("\u200b", "").split())
    half = _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half]} … {line[-half:]}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def json_of(verdicts: Sequence[Verdict], failures: Sequence[tuple[str, str]]) -> str:
    """For programs. `failures` are briefings that could not be read, with the reason."""
    rows: list[object] = [_row(verdict) for verdict in verdicts]
    rows += [{"briefing": name, "error": reason} for name, reason in failures]
    return json.dumps({"briefings": rows}, ensure_ascii=False, indent=2)


def _row(verdict: Verdict) -> dict[str, object]:
    return {
        "briefing": verdict.briefing.name,
        "date": verdict.briefing.date,
        "faults": verdict.faults,
        "remarks": verdict.remarks,
        "links": [
            {
                "state": it.state,
                "place": it.link.place,
                "address": it.link.address,
                "words": short(it.link.words),
                "target": it.address,
                "note": it.detail,
                "instead": it.instead,
                "then": it.earlier,
                "now": it.now,
            }
            for it in verdict.links
        ],
        "quotations": [
            {
                "state": it.state,
                "place": it.quotation.place,
                "text": it.quotation.text.replace(OPTIONAL, "").replace("\u200b", ""),
                "is_fault": is_fault(it),
                "address": it.address,
                "difference": [list(step) for step in it.steps],
            }
            for it in verdict.quotations
        ],
    }


_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #999;padding:.4rem;"
    "text-align:start;vertical-align:top;overflow-wrap:anywhere}.fault th{border-inline-start:.4rem solid #b00020}"
    ".remark th{border-inline-start:.4rem solid #8a6d00}del{background:#ffd7d5}ins{background:#ccffd8}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}"
    "del{background:#5a1e1c}ins{background:#1a4d2b}}"
)


def html_of(verdicts: Sequence[Verdict], failures: Sequence[tuple[str, str]]) -> str:
    """A page that stands by itself."""
    unread = "".join(
        f"<h2>{escape(name)}</h2>\n<p>This briefing cannot be read: {escape(reason)}.</p>\n"
        for name, reason in failures
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Briefings checked</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Briefings checked</h1>\n{''.join(map(_section, verdicts))}{unread}</body>\n</html>\n"
    )


def _section(verdict: Verdict) -> str:
    rows = [*map(_link_row, verdict.links), *map(_quotation_row, verdict.quotations)]
    head = "<tr><th>State</th><th>Where</th><th>What</th></tr>\n"
    table = f"<table>\n{head}{''.join(rows)}</table>\n" if rows else ""
    return f"<h2>{escape(headline(verdict))}</h2>\n{table}"


def _link_row(link: LinkFinding) -> str:
    kind = "fault" if link.state in DEAD else "remark" if link.state in {"moved", "changed"} else ""
    told = "".join(
        f"<br>{name}: {_linked(value) if name == 'instead' else escape(value)}"
        for name, value in _told_of_link(link)
    )
    what = f"{escape(short(link.link.words))} {_linked(link.link.address)}{told}"
    return _table_row(kind, WORDS[link.state], link.link.place, what)


def _quotation_row(finding: QuotationFinding) -> str:
    kind = {"✗": "fault", "!": "remark"}.get(mark_of(finding), "")
    words = f"“{escape(short(finding.quotation.text))}”"
    tags = {"same": "{}", "lost": "<del>{}</del>", "added": "<ins>{}</ins>"}
    if finding.steps:
        words = " ".join(tags[step].format(escape(text)) for step, text in finding.steps)
    where = f"<br>{_where(finding)}: {_linked(finding.address)}" if finding.address else ""
    return _table_row(kind, WORDS[finding.state], finding.quotation.place, words + where)


def _table_row(kind: str, state: str, place: str, what: str) -> str:
    shown = f' class="{kind}"' if kind else ""
    return f"<tr{shown}><th>{state}</th><td>{escape(place)}</td><td>{what}</td></tr>\n"


def _linked(address: str) -> str:
    shown = escape(address)
    is_safe = address.lower().startswith(("http://", "https://"))
    return f'<a href="{shown}">{shown}</a>' if is_safe else shown
