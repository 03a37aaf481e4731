"""What must hold inside each page: structure, identity, and nothing that the content policy would refuse."""

from collections import Counter
from collections.abc import Iterator

from tests.site_checks.pages import HtmlPage

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
POLICY_HEADER = "content-security-policy"
DATA_SCRIPTS = frozenset({"application/json", "application/ld+json"})
"""Script elements of these types hold data, which no policy forbids."""
SCRIPT_ADDRESSES = frozenset({"href", "src", "action", "formaction"})


def complaints_about(page: HtmlPage) -> tuple[str, ...]:
    """Everything that is wrong with one page."""
    checks = (_parsing, _identity, _structure, _policy, _nothing_inline)
    return tuple(f"{page.path}: {complaint}" for check in checks for complaint in check(page))


def _parsing(page: HtmlPage) -> Iterator[str]:
    yield from page.parse_errors


def _identity(page: HtmlPage) -> Iterator[str]:
    ids = [element.attrib["id"] for element in page.elements if "id" in element.attrib]
    yield from (
        f'id "{name}" stands {count} times' for name, count in Counter(ids).items() if count > 1
    )
    yield from (f'id "{name}" is empty or has spaces' for name in ids if name.split() != [name])


def _structure(page: HtmlPage) -> Iterator[str]:
    if not page.root.get("lang"):
        yield "no lang on html"
    for tag in ("h1", "main", "title"):
        # a picture has a title element of its own
        found = page.root.findall("head/title") if tag == "title" else page.named(tag)
        if len(found) != 1:
            yield f"{len(found)} {tag} elements, not one"
        if any(not "".join(element.itertext()).strip() for element in found):
            yield f"an empty {tag}"
    for image in page.named("img"):
        if "alt" not in image.attrib:
            yield f"an image without alt: {image.get('src')}"


def _policy(page: HtmlPage) -> Iterator[str]:
    metas = (meta for meta in page.named("meta") if "http-equiv" in meta.attrib)
    policies = [
        meta.get("content") for meta in metas if meta.get("http-equiv", "").lower() == POLICY_HEADER
    ]
    if policies != [POLICY]:
        yield f"the content policy is {policies}"


def _nothing_inline(page: HtmlPage) -> Iterator[str]:
    for element in page.elements:
        tag, attributes = element.tag, element.attrib
        if (
            tag == "script"
            and "src" not in attributes
            and attributes.get("type") not in DATA_SCRIPTS
        ):
            yield "an inline script"
        if tag == "style" or "style" in attributes:
            yield f"inline style on {tag}"
        for name, value in attributes.items():
            if name.startswith("on"):
                yield f"{name} on {tag}"
            if name in SCRIPT_ADDRESSES and value.strip().lower().startswith(
                ("javascript:", "data:")
            ):
                yield f"{tag} {name}={value[:40]}"
