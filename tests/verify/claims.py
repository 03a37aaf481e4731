"""What every briefing of these tests says, with a fault of each kind, and what must be found in it."""

from dataclasses import dataclass

from dossier.verify import Verdict
from dossier.verify.values import LinkState, QuotationState
from tests.verify.river import BASE

TREATY = f"{BASE}readings/treaty/"
MINUTES = f"{BASE}readings/minutes/"


@dataclass(frozen=True, slots=True)
class Claim:
    """A paragraph: words, a quotation with its marks, words of the link."""

    lead: str
    quoted: str
    words: str
    address: str
    link: LinkState | None
    """None for a link that leads elsewhere."""
    quotation: QuotationState | None = None
    is_set_off: bool = False
    """Whether the quotation is a paragraph of its own, without marks."""


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "The treaty says that",
        "“any deficiencies shall be made up in the following cycle”",
        "art. 4",
        f"{TREATY}#payr0dx",
        "alive",
        "verbatim",
    ),
    Claim(
        "It sets a floor:",
        "\"shall deliver 'not less than' 350,000 acre-feet a year - measured at the gauge\"",
        "Deliveries",
        f"{TREATY.replace('https', 'http')}index.html#ptbtbtr",
        "alive",
        "typography",
    ),
    Claim(
        "The delegates, it is said,",
        "“agreed to cancel the delivery of 250,000 acre-feet”",
        "minutes",
        f"{MINUTES}#pjxpn91",
        "alive",
        "altered",
    ),
    Claim(
        "The treaty's drought clause:",
        "“recorded the elevations of both reservoirs”",
        "treaty, on drought",
        f"{TREATY}#payr0dx:~:text=In%20the%20event",
        "alive",
        "elsewhere",
    ),
    Claim(
        "Nobody ever wrote",
        "„der Strom gehört keinem der beiden Staaten allein“",
        "the treaty",
        TREATY.rstrip("/"),
        "alive",
        "not-found",
    ),
    Claim(
        "As the engineers know,",
        "«settle questions […] within ninety days of [the] complaint»",
        "measurement",
        f"{BASE}readings/%74reaty/#paf2f94",
        "alive",
        "verbatim",
    ),
    Claim("See also", "", "the survey", f"{BASE}readings/survey/#pa3kzpc", "moved"),
    Claim("A pulse flow was", "", "planned for the delta", f"{MINUTES}#pnq0z88", "removed"),
    Claim("Floods are", "", "explained here", f"{BASE}readings/leaflet/", "withdrawn"),
    Claim("More in", "", "the annex", f"{BASE}readings/annex/#p123456", "unknown-page"),
    Claim("And in", "", "the preamble", f"{TREATY}#preamble", "unknown-passage"),
    Claim("Dams need", "", "consent", f"{TREATY}#pspacqs", "changed"),
    Claim("A term:", "", "acre-foot", f"{BASE}glossary/#acre-foot", "alive"),
    Claim(
        "The press wrote that it's",
        "“a scandal without any precedent whatever”",
        "a newspaper",
        "https://news.example/2026/scandal.html",
        None,
    ),
    Claim(
        "The shares are settled in",
        "Hydroelectric plants at the dams are shared in equal parts by the two governments.",
        "the section on dams",
        f"{TREATY}#dams",
        "alive",
        "verbatim",
        is_set_off=True,
    ),
)

Links = frozenset[tuple[str, LinkState]]
Quotations = frozenset[tuple[str, QuotationState]]


def wanted(*, has_set_off: bool = True) -> tuple[Links, Quotations]:
    """What must be found: links by the end of their addresses, quotations by their first words."""
    links = frozenset((_end(it.address), it.link) for it in CLAIMS if it.link)
    quotations = frozenset(
        (_start(it.quoted), it.quotation)
        for it in CLAIMS
        if it.quotation and (has_set_off or not it.is_set_off)
    )
    return links, quotations


def found(verdict: Verdict) -> tuple[Links, Quotations]:
    """The same of a verdict."""
    links = frozenset((_end(it.link.address), it.state) for it in verdict.links)
    quotations = frozenset((_start(it.quotation.text), it.state) for it in verdict.quotations)
    return links, quotations


def _end(address: str) -> str:
    path, _, fragment = address.partition("#")
    path = path.replace("%74", "t").removesuffix("index.html").rstrip("/")
    return path.rpartition("/")[2] + "#" + fragment.partition(":~:")[0]


def _start(text: str) -> str:
    return " ".join(text.strip('“”"«»„ \u00a0\u202f').split()[:3])


def in_markdown() -> str:
    """The briefing in Markdown."""
    blocks = ["---\ntitle: Rivers\ndate: 2025-06-01\n---", "# Rivers, today's questions"]
    for it in CLAIMS:
        link = f"[{it.words}]({it.address})"
        if it.is_set_off:
            blocks += [f"{it.lead} {link}:", f"> {it.quoted}"]
        else:
            blocks.append(" ".join(part for part in (it.lead, it.quoted, f"({link}).") if part))
    return "\n\n".join(blocks) + "\n"


def in_html() -> str:
    """The briefing in HTML, its date in the head."""
    rows = []
    for it in CLAIMS:
        link = f'<a href="{it.address}">{it.words}</a>'
        if it.is_set_off:
            rows.append(f"<p>{it.lead} {link}:</p>\n<blockquote><p>{it.quoted}</p></blockquote>")
        else:
            rows.append(f"<p>{it.lead} {it.quoted} ({link}).</p>")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rivers</title>'
        '<meta name="dcterms.modified" content="2025-06-01"><style>@page{margin:2cm}</style></head><body>'
        f"<h1>Rivers, today’s questions</h1>\n{''.join(rows)}</body></html>"
    )


def in_text() -> str:
    """The briefing in plain text: addresses bare, the quotation set off as e-mail does."""
    blocks = ["Rivers, today's questions"]
    for it in CLAIMS:
        if it.is_set_off:
            blocks.append(f"{it.lead} {it.words}: {it.address}\n> {it.quoted}")
        else:
            blocks.append(f"{it.lead} {it.quoted} ({it.words}: {it.address}).")
    return "\n\n".join(blocks) + "\n"
