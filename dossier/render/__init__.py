"""From a linked site to the files of its pages, by a theme's templates; nothing is written here."""

from dossier.render.cited import bibliography_text
from dossier.render.coverage import coverage_of
from dossier.render.coverage_text import stats_json, stats_text
from dossier.render.outputs import output_files, theme_files
from dossier.render.plan import plan_pages
from dossier.render.rendering import Rendering, rendering
from dossier.render.theme import Theme, load_theme, shelf
from dossier.render.views import Page, Planned
from dossier.render.words import Words, words_of

__all__ = [
    "Page",
    "Planned",
    "Rendering",
    "Theme",
    "Words",
    "bibliography_text",
    "coverage_of",
    "load_theme",
    "output_files",
    "plan_pages",
    "rendering",
    "shelf",
    "stats_json",
    "stats_text",
    "theme_files",
    "words_of",
]
