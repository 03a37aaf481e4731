"""What every page has around its content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkView:
    """Words that lead somewhere. `href` names files (`../x/index.html#y`); in Markdown pages use the `md` filter."""

    text: str
    href: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around its content."""

    title: str
    """Of the page, without the site's."""
    site_title: str
    site_subtitle: str
    site_author: str
    language: str
    """Of the interface, BCP 47."""
    direction: str
    """`ltr` or `rtl`."""
    description: str
    root: str
    """The way to the site's top folder: empty, or `../../`; in `404.html` the absolute base path."""
    canonical: str
    """Absolute address; empty where the dossier has no base address."""
    site_url: str
    """Absolute address of the home page; empty where unknown."""
    menu: tuple[LinkView, ...]
    home: str
    search: str
    markdown: str
    """The way to the same page as Markdown."""
    template: str
