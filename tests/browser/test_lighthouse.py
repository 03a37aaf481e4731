"""Lighthouse over pages of the sample: all it asks for in access and good practice, and nearly all in speed."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import chromium
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMMAND = ROOT / ".tools/node/node_modules/lighthouse/cli/index.js"
PAGES = (
    "index.html",
    "readings/background-brief/index.html",
    "glossary/index.html",
    "search/index.html",
)
LEAST = {"accessibility": 1.0, "best-practices": 1.0, "performance": 0.99}
"""Scores, of 1; on its own picture of a slow telephone."""


def scores(address: str, report: Path, browser: Path) -> dict[str, float]:
    flags = " ".join(("--headless", *chromium.FLAGS))
    only = ",".join(LEAST)
    command = ["node", str(COMMAND), address, "--quiet", f"--chrome-flags={flags}"]
    command += [f"--only-categories={only}", "--output=json", f"--output-path={report}"]
    run = subprocess.run(
        [*command, "--no-enable-error-reporting"],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "CHROME_PATH": str(browser),
            "HOME": str(report.parent),
        },
    )
    assert run.returncode == 0, run.stderr[-2000:]
    found = json.loads(report.read_text("utf-8"))["categories"]
    return {name: found[name]["score"] for name in LEAST}


@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_finds_nothing_to_mend(
    sample_site: Path, http_site: Callable[..., str], tmp_path: Path, path: str
) -> None:
    browser = chromium.find()
    if shutil.which("node") is None or not COMMAND.is_file() or browser is None:
        pytest.skip("no node, no Chromium or no Lighthouse; scripts/test fetches it with npm")
    address = http_site(sample_site, "/some/repo/") + path

    reached = scores(address, tmp_path / "report.json", browser)
    if reached["performance"] < LEAST["performance"]:  # once more: the machine may have been busy
        reached = scores(address, tmp_path / "report.json", browser)

    assert [name for name, least in LEAST.items() if reached[name] < least] == [], reached
