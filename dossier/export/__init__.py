"""A dossier to carry away: a built site as one archive, one page, one book, one catalogue; not how a site is built."""

from dossier.export.archive import site_archive
from dossier.export.book import epub_book
from dossier.export.catalogue import catalogue_csv, catalogue_json
from dossier.export.file import ExportError, refuse_target, write_file
from dossier.export.onefile import one_page
from dossier.export.pages import read_pages
from dossier.export.pdf import printed

__all__ = [
    "ExportError",
    "catalogue_csv",
    "catalogue_json",
    "epub_book",
    "one_page",
    "printed",
    "read_pages",
    "refuse_target",
    "site_archive",
    "write_file",
]
