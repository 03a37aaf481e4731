"""Where a Chromium is on this machine; `python -m tests.chromium` prints it."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@cache
def find() -> Path | None:
    """The first browser that starts: the one named in DOSSIER_CHROMIUM, the system's, Playwright's."""
    on_path = (shutil.which(name) for name in NAMES)
    for candidate in (os.environ.get("DOSSIER_CHROMIUM"), *on_path, _playwrights_own()):
        if candidate and _starts(candidate):
            return Path(candidate)
    return None


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(candidate: str) -> bool:
    try:
        answer = subprocess.run(
            [candidate, "--version"], capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


if __name__ == "__main__":
    found = find()
    if found is None:
        sys.exit(1)
    sys.stdout.write(f"{found}\n")
