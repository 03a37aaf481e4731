"""The files of a new dossier, and of each new thing in it, as texts; nothing is written here."""

from dossier.start.adding import Arrival, arrive, what_stands
from dossier.start.additions import KINDS, Addition, addition
from dossier.start.dossier import dossier_files
from dossier.start.schemas import SCHEMAS, schema_text

__all__ = [
    "KINDS",
    "SCHEMAS",
    "Addition",
    "Arrival",
    "addition",
    "arrive",
    "dossier_files",
    "schema_text",
    "what_stands",
]
