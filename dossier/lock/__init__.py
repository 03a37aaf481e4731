"""The dossier's lock: ids of passages that stay, and answers for every address ever published; no files are opened."""

from dossier.lock.carry import Carried, carry
from dossier.lock.documents import aliases_of
from dossier.lock.faults import stale
from dossier.lock.histories import changes_of, history_of
from dossier.lock.settle import PAGE, Shown, settle
from dossier.lock.text import FILE, read_lock, text_of
from dossier.lock.values import Lock

__all__ = [
    "FILE",
    "PAGE",
    "Carried",
    "Lock",
    "Shown",
    "aliases_of",
    "carry",
    "changes_of",
    "history_of",
    "read_lock",
    "settle",
    "stale",
    "text_of",
]
