"""The parts of a zip file, read within bounds: no bomb unpacks, nothing encrypted or damaged passes for empty."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from dossier.verify.values import BriefingError

_MOST_PARTS: Final = 5_000
_LARGEST: Final = 64 << 20
"""Bytes of one part."""
_LARGEST_IN_ALL: Final = 256 << 20
_RATIO: Final = 250
"""Times that a part may grow; text of one word over and over, in a real document, stays below it."""
_SMALL: Final = 1 << 20
_OLE: Final = b"\xd0\xcf\x11\xe0"
_BOMB: Final = "it unpacks to far more than a document holds"


class Archive:
    """A zip file in memory."""

    def __init__(self, data: bytes) -> None:
        """`BriefingError` for what is no zip file, encrypted, or too large when unpacked."""
        if data.startswith(_OLE):
            raise BriefingError(
                "it is encrypted, or a .doc of an old Word: save it as .docx without a password"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise BriefingError("it is damaged, or no .docx file") from error
        parts = self._zip.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise BriefingError("it is encrypted: save it without a password")
        if (
            len(parts) > _MOST_PARTS
            or sum(part.file_size for part in parts) > _LARGEST_IN_ALL
            or any(map(_is_bomb, parts))
        ):
            raise BriefingError(_BOMB)
        self.names = tuple(part.filename for part in parts)

    def part(self, name: str) -> bytes | None:
        """A part's bytes, no more than the file says of its size; None if there is none."""
        if name not in self.names:
            return None
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
            raise BriefingError(f"it is damaged: its part {name} cannot be unpacked") from error

    def replaced(self, parts: dict[str, bytes]) -> bytes:
        """The whole file with some parts replaced."""
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self._zip.infolist():
                data = parts.get(info.filename)
                target.writestr(info, self._zip.read(info) if data is None else data)
        return written.getvalue()


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    grown = part.file_size / max(part.compress_size, 1)
    return part.file_size > _LARGEST or (part.file_size > _SMALL and grown > _RATIO)
