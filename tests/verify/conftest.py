"""The dossier that the briefings of these tests quote, built twice for all of them."""

from pathlib import Path

import pytest

from dossier.verify import Published
from tests.verify.river import published_twice


@pytest.fixture(scope="session")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier's folder."""
    return published_twice(tmp_path_factory.mktemp("river"))


@pytest.fixture(scope="session")
def river_site(river: Path) -> Published:
    return Published(river)
