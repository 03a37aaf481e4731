"""Briefings read from files and written to them; what stands in them is read elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from dossier.verify.values import Briefing, BriefingError, Form

_FORMS: Final[dict[str, Form]] = {
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".text": "txt",
}
_MARKED: Final = {
    b"\xff\xfe": ("utf-16",),
    b"\xfe\xff": ("utf-16",),
    b"\xef\xbb\xbf": ("utf-8-sig",),
}
_UNMARKED: Final = ("utf-8", "cp1252")
_LARGEST: Final = 200 << 20


def form_of(path: Path) -> Form:
    """What kind of file a briefing is, by its name; `BriefingError` for one that is not read."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise BriefingError("it is no .docx, .pdf, .html, .md or .txt file")
    return form


def briefing_bytes(path: Path) -> bytes:
    """A briefing's bytes; `BriefingError` if they cannot be had."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BriefingError("it is larger than 200 MB")
        return path.read_bytes()
    except OSError as error:
        raise BriefingError(f"it cannot be read: {error.strerror or error}") from error


def read_briefing(path: Path) -> Briefing:
    """The briefing in a file; `BriefingError` if it cannot be read."""
    form = form_of(path)
    data = briefing_bytes(path)
    if form == "docx":
        from dossier.verify.docx import read_docx

        return read_docx(data, path.name)
    if form == "pdf":
        from dossier.verify.pdf import read_pdf

        return read_pdf(data, path.name)
    return _read_text(decoded(data)[0], path.name, form)


def _read_text(text: str, name: str, form: Form) -> Briefing:
    if form == "html":
        from dossier.verify.html import read_html

        return read_html(text, name)
    if form == "md":
        from dossier.verify.markdown import read_markdown

        return read_markdown(text, name)
    from dossier.verify.text import read_text

    return read_text(text, name)


def decoded(data: bytes) -> tuple[str, str]:
    r"""The text of a file, line ends made `\n`, and its encoding; `BriefingError` for what is no text."""
    encodings = next((some for mark, some in _MARKED.items() if data.startswith(mark)), _UNMARKED)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    raise BriefingError("it is damaged, or no text in UTF-8, UTF-16 or Windows-1252")


def write_beside(path: Path, data: bytes) -> Path:
    """Write the corrected copy NAME.fixed.EXT; a file that is there is never replaced."""
    target = path.with_name(f"{path.stem}.fixed{path.suffix}")
    try:
        with target.open("xb") as opened:
            opened.write(data)
    except FileExistsError as error:
        raise BriefingError(f'"{target}" is there already: move it away first') from error
    except OSError as error:
        raise BriefingError(f'"{target}" cannot be written: {error.strerror or error}') from error
    return target
