"""Dossiers built as a user builds them: by the command, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from dossier.build import Options, build


def run_dossier(
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    timeout: float = 300,
) -> subprocess.CompletedProcess[str]:
    """Run the command `dossier`; standard input is closed, no terminal is there."""
    return subprocess.run(
        [sys.executable, "-m", "dossier", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
        cwd=cwd,
    )


def built_site(root: Path, files: Mapping[str, str]) -> Path:
    """The site of a dossier made of these files, built in this process without a cache."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    outcome = build(
        Options(root=root, output=root / "site", use_cache=False, jobs=1), lambda *_: None
    )
    assert outcome.published is not None, outcome.problems
    return root / "site"
