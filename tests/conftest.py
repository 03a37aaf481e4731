"""What tests of every part share: real documents, a browser, a web server, the sample dossier built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from tests import chromium
from tests.http_site import serving

pytest_plugins = ("tests.text_cases",)

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_AT = "/some/repo/"
"""The path that the sample dossier's `--base-url` ends in."""

settings.register_profile("here", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real documents, which are not part of the repository."""
    folder = Path(os.environ.get("DOSSIER_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip(f"no real documents at {folder}; DOSSIER_CORPORA may name them")
    return folder.resolve()


def build_site(dossier: Path, output: Path, *options: str) -> Path:
    """The site of a dossier of this repository, built through the command line for the address `SAMPLE_AT`.

    A copy of the dossier is built, so that nothing is written beside the original.
    """
    copied = output.parent / "dossier"
    copied.mkdir()
    for name in ("dossier.yaml", "dossier.lock"):
        if (dossier / name).is_file():
            shutil.copy(dossier / name, copied)
    for name in ("seeds", "content"):
        if (dossier / name).is_dir():
            shutil.copytree(dossier / name, copied / name)
    command = [sys.executable, "-m", "dossier", "build", str(copied), "--output", str(output)]
    command += ["--no-cache", "--base-url", f"https://example.org{SAMPLE_AT}", *options]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return output


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier, as written."""
    return build_site(ROOT, tmp_path_factory.mktemp("sample") / "site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, started once."""
    executable = chromium.find()
    if executable is None:
        reason = "no Chromium here; scripts/test says how to get one"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=[*chromium.FLAGS])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that lets no request leave this machine, and fails the test that tried one."""
    with browser.new_context() as context:
        context.set_default_timeout(10_000)
        refused: list[str] = []

        def let_through(route: Route, request: Request) -> None:
            if request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
                route.continue_()
            else:
                refused.append(request.url)
                route.abort()

        context.route("**/*", let_through)
        yield context.new_page()

        assert not refused, f"requests to other hosts: {refused}"


@pytest.fixture
def http_site() -> Iterator[Callable[..., str]]:
    """Call it with a folder and a path such as `/some/repo/`; it returns the address until the test ends."""
    with ExitStack() as servers:

        def serve(folder: Path, base: str = "/") -> str:
            return servers.enter_context(serving(folder, base))

        yield serve
