"""A place of the site; not how one leads to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site (`readings/tower-22/`; the home page is empty) and a place on it."""

    page: str
    fragment: str = ""
