"""The sample dossier is published with the addresses that its lock records."""

from __future__ import annotations

from pathlib import Path

from tests.builds import run_dossier
from tests.conftest import ROOT


def test_the_lock_of_the_sample_dossier_is_up_to_date(tmp_path: Path) -> None:
    run = run_dossier("build", str(ROOT), "--locked", "--output", str(tmp_path / "site"))

    assert run.returncode == 0, f'{run.stderr}\nrun "dossier build" and commit dossier.lock'
