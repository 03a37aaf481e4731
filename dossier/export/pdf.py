"""A page printed as PDF by a program that is installed: Chromium, or WeasyPrint; not the page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from dossier.export.file import ExportError

_BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_ELSEWHERE: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_FLAGS: Final = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
)
"""Printing asks for nothing that is not in the page."""
_PATIENCE: Final = 900
"""Seconds."""
_STAMP: Final = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}")


def printed(page: str, program: str, day: str) -> bytes:
    """The page as tagged PDF with an outline, dated the day `YYYY-MM-DD`; `program` names or is a file, or is empty.

    `ExportError` if no program is there or it fails.
    """
    found = _found(program)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "dossier.html", Path(folder) / "dossier.pdf"
        source.write_text(page, encoding="utf-8")
        is_weasyprint = "weasyprint" in Path(found).name.lower()
        command = (
            [found, "--pdf-variant", "pdf/ua-1", str(source), str(target)]
            if is_weasyprint
            else [
                *(found, *_FLAGS, *_unboxed(), f"--user-data-dir={folder}/profile"),
                *(f"--print-to-pdf={target}", source.as_uri()),
            ]
        )
        _run(command)
        if not target.is_file():
            raise ExportError(f"{found} printed nothing")
        data = target.read_bytes()
    stamp = f"{day.replace('-', '')}000000".encode()
    return _STAMP.sub(lambda found: found[1] + stamp, data)


def _found(program: str) -> str:
    names = (program,) if program else (*_BROWSERS, *_ELSEWHERE, "weasyprint")
    for name in names:
        file = shutil.which(name)
        if file:
            return file
    raise ExportError(
        f'there is no program "{program}"'
        if program
        else "PDF needs Chromium, Chrome or WeasyPrint, and none is installed; --program names "
        "one, and `dossier export html` makes a page that any browser prints"
    )


def _unboxed() -> list[str]:
    """Chromium refuses its sandbox to the root user, as whom containers run."""
    is_root = getattr(os, "geteuid", lambda: 1)() == 0
    return ["--no-sandbox"] if is_root else []


def _run(command: list[str]) -> None:
    try:
        run = subprocess.run(  # noqa: S603  (the program that the curator chose, with arguments of our own)
            command, capture_output=True, text=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ExportError(f"{command[0]} cannot print: {error}") from error
    if run.returncode:
        last = run.stderr.strip().splitlines()[-1:] or [f"exit status {run.returncode}"]
        raise ExportError(f"{command[0]} cannot print: {last[0]}")
