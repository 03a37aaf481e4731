"""From a folder to `Source` values: what is there, and the bytes as text; nothing of it is interpreted."""

from dossier.read.discovery import Sources, asset_file, read_assets, read_dossier

__all__ = ["Sources", "asset_file", "read_assets", "read_dossier"]
