"""`dossier.yaml` as a `Config`; what the settings do is not known here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many
from dossier.fields.rights import AUDIENCES, STATEMENT
from dossier.fields.shape import Findings, Shape, nature_of, quoted
from dossier.fields.texts import ADDRESS, LANGUAGE, LINE, address_fault
from dossier.model import PUBLIC, Config, MenuItem, Position, Problem, Rights
from dossier.nodes import Node, Table, read_nodes
from dossier.problems import did_you_mean, problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "dossier.yaml"
_UNKNOWN = "config-unknown-key"

MENU_TITLE = Field("title", LINE, "The words in the menu.")
MENU_PAGE = Field("page", LINE, "The address of a page of this site, such as glossary/.")
MENU_ITEM = Vocabulary("menu item", _UNKNOWN, (MENU_TITLE, MENU_PAGE))

DEFAULT_LANGUAGE = Field("language", LANGUAGE, "The language of documents that do not say it.")
DEFAULT_RIGHTS = Field("rights", STATEMENT, "The terms on which documents may be used.")
DEFAULT_AUDIENCE = Field(
    "audience", AUDIENCES, "The audiences that may read all of every document."
)
DEFAULT_PUBLISHER = Field("publisher", LINE, "Who published the documents.")
DEFAULT_AUTHOR = Field("author", LINE, "Who wrote the documents.")
TEXTS = (DEFAULT_LANGUAGE, DEFAULT_PUBLISHER, DEFAULT_AUTHOR)
DEFAULT = Vocabulary("record", _UNKNOWN, (*TEXTS, DEFAULT_RIGHTS, DEFAULT_AUDIENCE))


@dataclass(frozen=True, slots=True)
class Defaults:
    """What `defaults` says."""

    texts: Mapping[str, str]
    rights: Rights
    audience: tuple[str, ...]


def _read_menu_item(node: Node, name: str, findings: Findings) -> MenuItem | None:
    if not isinstance(node, Table):
        message = f'{name}: this is {nature_of(node)}; it must have "title" and "page"'
        findings.add("value-wrong-type", node, message)
        return None
    form = Form(node, MENU_ITEM, findings)
    if not (form.require("title") and form.require("page")):
        return None
    return MenuItem(form[MENU_TITLE], form[MENU_PAGE].lstrip("/"))


def _read_defaults(node: Node, name: str, findings: Findings) -> Defaults | None:
    if not isinstance(node, Table):
        message = f"{name}: this is {nature_of(node)}; it must be keys with values"
        findings.add("value-wrong-type", node, message)
        return None
    form = Form(node, DEFAULT, findings)
    texts = {field.key: value for field in TEXTS if (value := form[field])}
    return Defaults(texts, form[DEFAULT_RIGHTS], form[DEFAULT_AUDIENCE])


_ITEM: Shape[MenuItem | None] = Shape(_read_menu_item, None, json_schema(MENU_ITEM))
_NO_DEFAULTS = Defaults({}, Rights(), ())

TITLE = Field("title", LINE, "The name of the dossier.")
SUBTITLE = Field("subtitle", LINE, "What stands below the name.")
DESCRIPTION = Field("description", LINE, "What the dossier is about, for search engines and feeds.")
AUTHOR = Field("author", LINE, "Who curates it.")
BASE_URL = Field("base_url", ADDRESS, "Where it will be published, with http:// or https://.")
LANGUAGE_ = Field("language", LANGUAGE, "The language of the site's own words, as a BCP 47 tag.")
THEME = Field("theme", LINE, "The name of the theme.")
MENU = Field("menu", many(_ITEM), "The main menu, in its order.")
DEFAULTS_ = Field(
    "defaults",
    Shape(_read_defaults, _NO_DEFAULTS, json_schema(DEFAULT)),
    "What records say that do not say it themselves.",
)
AUDIENCES_ = Field(
    "audiences", AUDIENCES, "For whom sites are built: public, and others by names of your own."
)
CONFIG = Vocabulary(
    "configuration",
    _UNKNOWN,
    (TITLE, SUBTITLE, DESCRIPTION, AUTHOR, BASE_URL, LANGUAGE_, THEME, MENU, DEFAULTS_, AUDIENCES_),
)


def load_config(
    root: Path,
    base_url: str | None,
    drafts: bool,  # noqa: FBT001 - the command line's flag, passed through
    audience: str = PUBLIC,
) -> tuple[Config, tuple[Problem, ...]]:
    """Read `dossier.yaml` below `root`; without one, all is as `Config` has it.

    `base_url` is the command line's and wins over the file's. `audience` is one of the file's.
    """
    config, problems = _read_file(root / FILE)
    if base_url is not None:
        fault = _base_fault(base_url)
        if fault:
            message = f"the base address {quoted(base_url)} {fault}"
            place = Position("--base-url")
            found = problem("url-unsafe", place, message, hint=_BASE_HINT)
            problems = (*problems, found)
        else:
            config = replace(config, base_url=_with_slash(base_url))
    if audience not in config.audiences:
        message, hint = audience_fault(audience, config.audiences)
        found = problem("audience-unknown", Position("--audience"), message, hint=hint)
        problems = (*problems, found)
    return replace(config, drafts=drafts, audience=audience), problems


def _read_file(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        message = f"{FILE} cannot be read: {error.strerror or error}"
        return Config(), (problem("config-unreadable", Position(FILE), message),)
    except UnicodeDecodeError as error:
        message = f"{FILE} is not UTF-8: byte {error.start} is 0x{error.object[error.start]:02X}"
        hint = "save it as UTF-8"
        return Config(), (problem("config-unreadable", Position(FILE), message, hint=hint),)
    return read_config(text.replace("\r\n", "\n").replace("\r", "\n"))


def read_config(text: str) -> tuple[Config, tuple[Problem, ...]]:
    """Read the text of `dossier.yaml`."""
    node, problems = read_nodes(text, FILE)
    if node is None:
        return Config(), problems
    findings = Findings(FILE, text)
    if not isinstance(node, Table):
        message = f"{FILE} is {nature_of(node)}; it must be keys with values"
        findings.add("value-wrong-type", node, message, 'write "title: The name of the dossier"')
        return Config(), (*problems, *findings.in_order())
    form = Form(node, CONFIG, findings)
    standard, defaults = Config(), form[DEFAULTS_]
    config = Config(
        title=form[TITLE] or standard.title,
        subtitle=form[SUBTITLE],
        description=form[DESCRIPTION],
        author=form[AUTHOR],
        base_url=_base_url(form),
        language=form[LANGUAGE_] or standard.language,
        theme=form[THEME] or standard.theme,
        menu=form[MENU],
        defaults=defaults.texts,
        default_rights=defaults.rights,
        default_audience=defaults.audience,
        audiences=tuple(dict.fromkeys((PUBLIC, *form[AUDIENCES_]))),
    )
    _check_audiences(defaults.audience, config, form)
    return config, (*problems, *findings.in_order())


def _check_audiences(named: tuple[str, ...], config: Config, form: Form) -> None:
    """Complain of audiences under `defaults` that are not listed."""
    node = form.node(DEFAULTS_.key)
    for name in named:
        if name not in config.audiences and node:
            message, hint = audience_fault(name, config.audiences)
            form.findings.add("audience-unknown", node, f"{DEFAULTS_.key}: {message}", hint)


def audience_fault(name: str, audiences: tuple[str, ...]) -> tuple[str, str]:
    """The words and the advice of a problem about an audience that is not there."""
    message = f"no audience {quoted(name)}"
    hint = did_you_mean(name, audiences) or f"audiences are: {', '.join(audiences)}"
    return message, hint


_BASE_HINT = 'write an address such as "https://example.org/dossier/"'


def _base_url(form: Form) -> str:
    address = form[BASE_URL]
    node = form.node(BASE_URL.key)
    if address and node and (fault := _base_fault(address)):
        message = f"{BASE_URL.key}: {quoted(address)} {fault}"
        form.findings.add("url-unsafe", node, message, _BASE_HINT)
        return ""
    return _with_slash(address) if address else ""


def _base_fault(address: str) -> str:
    if fault := address_fault(address):
        return fault
    if not address.casefold().startswith(("http://", "https://")):
        return "is not http or https"
    return "holds ? or #, and pages are below it" if "?" in address or "#" in address else ""


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"
