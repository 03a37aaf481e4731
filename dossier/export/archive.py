"""Files as a ZIP archive of the same bytes every time; not what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that the format knows: no clock in the output."""
_UNIX = 3
_MODE = 0o100644 << 16
_LEFT_OUT = frozenset({".dossier-files", ".nojekyll"})
"""What only a web host or the next build wants."""


def site_archive(site: Path, name: str) -> bytes:
    """A built site in one folder `name`, which works where it is unpacked."""
    files = {
        f"{name}/{path.relative_to(site).as_posix()}": path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.relative_to(site).as_posix() not in _LEFT_OUT
    }
    return archive_of(dict(sorted(files.items())))


def archive_of(files: Mapping[str, bytes], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Files by path, in this order, those of `stored` without compression."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _DAY)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            way = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, way, 9)
    return target.getvalue()
