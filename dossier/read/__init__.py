"""From a folder to `Source` values: what is there, and the bytes as text; nothing of it is interpreted."""

from dossier.read.discovery import Sources, asset_file, read_assets, read_dossier
from dossier.read.given import Given, LeftOut, read_given
from dossier.read.lock_file import read_lock_file
from dossier.read.stamps import Stamp, stamp_of

__all__ = [
    "Given",
    "LeftOut",
    "Sources",
    "Stamp",
    "asset_file",
    "read_assets",
    "read_dossier",
    "read_given",
    "read_lock_file",
    "stamp_of",
]
