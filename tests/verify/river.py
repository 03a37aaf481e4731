"""A small dossier in two versions, a year between them: what was moved, removed, withdrawn and reworded is known."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.builds import run_dossier

BASE = "https://rivers.example/dossier/"
FIRST = {
    "dossier.yaml": f"title: Rivers\nbase_url: {BASE}\n",
    "content/glossary.yaml": (
        "- id: acre-foot\n  term: acre-foot\n  aliases: [acre-feet]\n"
        "  definition: The water that covers an acre one foot deep.\n"
    ),
    "seeds/treaty.md": (
        "---\ntitle: Water treaty\ndate: 1944-02-03\n---\n\n"
        "# Water treaty\n\n## Deliveries\n\n"
        "The upper country shall deliver “not less than” 350,000 acre-feet a year—measured at the "
        "gauge—in cycles of five years.\n\n"
        "In the event of extraordinary drought, any deficiencies shall be made up in the following cycle.\n\n"
        "The Commission's engineers settle questions of measurement within ninety days of a complaint.\n\n"
        "## Dams\n\n"
        "Each government may build storage dams on the main channel after notice to the Commission.\n\n"
        "Hydroelectric plants at the dams are shared in equal parts by the two governments.\n"
    ),
    "seeds/minutes.md": (
        "---\ntitle: Minutes of the Commission\ndate: 2012-11-20\n---\n\n"
        "The Commission met in the border city and recorded the elevations of both reservoirs.\n\n"
        "The delegates agreed to defer the delivery of 250,000 acre-feet until the canal is repaired.\n\n"
        "A pilot project for the delta receives a pulse of water in the spring.\n"
    ),
    "seeds/survey.md": "---\ntitle: Survey of canals\ndate: 2013-05-01\n---\n\nThe lining of the canal saves a tenth of the water that it carries.\n",
    "seeds/leaflet.md": "---\ntitle: Leaflet\ndate: 2011-01-01\n---\n\nA leaflet that nobody should have published tells of floods and of their causes.\n",
}
REMOVED = "A pilot project for the delta receives a pulse of water in the spring."
REWORDED = (
    "Each government may build storage dams on the main channel after notice to the Commission."
)
REWORDED_TO = (
    "Each government may build storage dams on the main channel after consent of the Commission."
)


def written(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def built(root: Path, day: str) -> None:
    run = run_dossier("build", str(root), "--date", day, "--no-cache", "--jobs", "1")
    assert run.returncode == 0, run.stderr


def published_twice(root: Path, between: Callable[[], None] = lambda: None) -> Path:
    """The dossier's folder, with the site of its second version in it; `between` is called after the first."""
    written(root, FIRST)
    built(root, "2025-03-01")
    between()
    treaty, minutes = root / "seeds" / "treaty.md", root / "seeds" / "minutes.md"
    treaty.write_text(treaty.read_text("utf-8").replace(REWORDED, REWORDED_TO), encoding="utf-8")
    minutes.write_text(minutes.read_text("utf-8").replace(REMOVED, ""), encoding="utf-8")
    shutil.move(root / "seeds" / "survey.md", root / "seeds" / "canal-survey.md")
    (root / "seeds" / "leaflet.md").unlink()
    built(root, "2026-03-01")
    return root
