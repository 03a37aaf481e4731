"""Templates to text: the HTML and the Markdown environment of a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, nodes
from jinja2.compiler import CodeGenerator
from markupsafe import escape

from dossier.render.escaping import escape_markdown, markdown_href
from dossier.render.prose import Markdown, Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2.compiler import Frame

    from dossier.render.theme import Theme
    from dossier.render.views import Page
    from dossier.render.words import Words

    Translate = Callable[..., str]


_SPACE = re.compile(r"\s+")
_MARKS = frozenset("&<>\"'")


class TemplateFaultError(Exception):
    """A template of the theme that cannot be read or filled."""

    def __init__(self, template: str, line: int, message: str) -> None:
        super().__init__(message)
        self.template = template
        self.line = line
        self.message = message


class _Code(CodeGenerator):
    """Writes a value by one call, without wrapping it up as `Markup` to be joined a moment later."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(" if frame.eval_ctx.autoescape else "str(")
        if finalize.src is not None:
            self.write(finalize.src)


class Inlining(Environment):
    """An environment in which `{% include 'part' %}` costs nothing: a third of the time of a page of mentions.

    An included part sees the names around it, and those that it sets are its own, as with Jinja's `include`.
    """

    code_generator_class = _Code
    _within: tuple[str, ...] = ()

    @staticmethod
    def escaped(value: object) -> str:
        """HTML of a value, as `markupsafe.escape` has it."""
        if type(value) is str and _MARKS.isdisjoint(value):
            return value
        return str(escape(value))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        self._within = (*self._within, name or "")
        try:
            self._put_parts_in(template)
        finally:
            self._within = self._within[:-1]
        return template

    def _put_parts_in(self, node: nodes.Node) -> None:
        for _, value in node.iter_fields():
            if isinstance(value, list):
                value[:] = [self._part(each) or each for each in value]
        for child in node.iter_child_nodes():
            self._put_parts_in(child)

    def _part(self, node: object) -> nodes.Scope | None:
        """The part that an `include` names, if it can stand in its place."""
        if not isinstance(node, nodes.Include) or not isinstance(node.template, nodes.Const):
            return None
        name = node.template.value
        is_plain = node.with_context and not node.ignore_missing and self.loader is not None
        if not is_plain or name in self._within or name not in self.list_templates():
            return None
        part = self._parse(self._source(name), name, None)
        return None if _has_blocks(part) else nodes.Scope(part.body, lineno=node.lineno)

    def _source(self, name: str) -> str:
        return self.loader.get_source(self, name)[0] if self.loader else ""


def _has_blocks(template: nodes.Template) -> bool:
    kinds: Iterator[nodes.Node] = template.find_all((nodes.Extends, nodes.Block, nodes.Import))
    return any(True for _ in kinds)


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
