"""Files made by LibreOffice and Chromium, as a user has them made; each is skipped with a reason where it is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import chromium

_PLACES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def converted(source: Path, kind: str, folder: Path, reader: str = "") -> Path:
    """The file that LibreOffice makes of another one: `kind` is an extension, perhaps with a filter's name."""
    program = next((found for name in _PLACES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no LibreOffice here")
    profile = folder / "profile"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += [f"--infilter={reader}"] if reader else []
    out = folder / "converted"
    command += ["--convert-to", kind, "--outdir", str(out), str(source)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    made = out / f"{source.stem}.{kind.partition(':')[0]}"
    assert made.is_file(), run.stdout + run.stderr
    return made


def printed(page: Path, target: Path) -> Path:
    """The PDF that Chromium prints of a page."""
    program = chromium.find()
    if program is None:
        pytest.skip("no Chromium here")
    command = [
        str(program),
        "--headless",
        *chromium.FLAGS,
        f"--user-data-dir={target.parent / 'chromium'}",
    ]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert target.is_file(), run.stderr
    return target
