"""What `dossier.yaml` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.rights import PUBLIC, Rights


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of the main menu: `page` is a page's address, such as `glossary/`."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Config:
    """What `dossier.yaml` says, with the command line's `--base-url` already applied."""

    title: str = "Dossier"
    subtitle: str = ""
    description: str = ""
    author: str = ""
    base_url: str = ""
    """Absolute address of the published site, with a slash at its end; empty if unknown."""
    language: str = "en"
    """BCP 47."""
    theme: str = "folio"
    menu: tuple[MenuItem, ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)
    """Record keys that a record without them takes: `language`, `publisher`, `author`."""
    default_rights: Rights = field(default_factory=Rights)
    """What records take that do not say it themselves, key by key."""
    default_audience: tuple[str, ...] = ()
    audiences: tuple[str, ...] = (PUBLIC,)
    audience: str = PUBLIC
    """For whom the site is built."""
    drafts: bool = False
