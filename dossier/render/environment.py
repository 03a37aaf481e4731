"""Templates to text: the HTML and the Markdown environment of a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import DictLoader, StrictUndefined, TemplateError

from dossier.render.escaping import escape_markdown, markdown_href
from dossier.render.inlining import Inlining
from dossier.render.prose import Markdown, Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from dossier.render.theme import Theme
    from dossier.render.views import Page
    from dossier.render.words import Words

    Translate = Callable[..., str]


_SPACE = re.compile(r"\s+")


class TemplateFaultError(Exception):
    """A template of the theme that cannot be read or filled."""

    def __init__(self, template: str, line: int, message: str) -> None:
        super().__init__(message)
        self.template = template
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Environments:
    """The two environments, ready to render pages of one theme in one language."""

    html: Environment
    markdown: Environment

    def render(self, page: Page) -> tuple[str, str]:
        """The HTML page, and its Markdown page (empty if the theme has no template for it)."""
        return self._page(self.html, f"{page.template}.html", page), self._markdown_of(page)

    def part(self, name: str) -> str:
        """The HTML of a template that belongs to no page: it sees no view."""
        return _filled(self.html, name)

    def _markdown_of(self, page: Page) -> str:
        name = f"{page.template}.md"
        has_template = self.markdown.loader is not None and name in self.markdown.list_templates()
        return self._page(self.markdown, name, page).strip("\n") + "\n" if has_template else ""

    def _page(self, environment: Environment, name: str, page: Page) -> str:
        root = page.view.shell.root
        return _filled(
            environment, name, view=page.view, asset=lambda path: f"{root}assets/theme/{path}"
        )


def _filled(environment: Environment, name: str, **values: object) -> str:
    try:
        return environment.get_template(name).render(**values)
    except TemplateError as error:
        where = getattr(error, "name", None) or name
        line = getattr(error, "lineno", None) or _line_in(error, where)
        raise TemplateFaultError(where, line, error.message or str(error)) from error


def environments(theme: Theme, words: Words) -> Environments:
    """The environments of a theme, speaking the words of a language."""
    html = Inlining(
        loader=DictLoader(dict(theme.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    markdown = Inlining(
        loader=DictLoader(dict(theme.templates)),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        keep_trailing_newline=True,
    )
    for environment in (html, markdown):
        environment.globals["t"] = words
        environment.globals["titled"] = _titles(theme.settings.get("title", ""))
        environment.filters["md"] = _md
        environment.filters["raw"] = Markdown
    return Environments(html, markdown)


def _titles(order: str) -> Callable[[str, str], str]:
    """How a page's title and the site's stand in one: `{page} · {site}` unless the theme says otherwise."""
    pattern = order or "{page} · {site}"

    def titled(page: str, site: str) -> str:
        return site if page == site else pattern.replace("{site}", site).replace("{page}", page)

    return titled


def _md(href: str) -> Markdown:
    return Markdown(markdown_href(href))


def _finalize(value: object) -> object:
    if isinstance(value, Prose):
        return value.markdown
    if isinstance(value, Markdown):
        return str(value)
    return _shown(value) if isinstance(value, str) else value


@lru_cache(maxsize=1 << 12)
def _shown(text: str) -> str:
    return escape_markdown(_SPACE.sub(" ", text))


def _line_in(error: BaseException, name: str) -> int:
    """The line of the template on which an error arose, from its traceback; 0 if unknown."""
    trace, line = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename in (name, "<template>"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
