"""The Nu HTML checker over a written site, where Java and its jar are there."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.http_site import serving

JAR = Path(__file__).resolve().parents[2] / ".tools/node/node_modules/vnu-jar/build/dist/vnu.jar"
COMMAND = (
    *("java", "-Xss2m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(JAR)),
    *("--format", "json", "--stdout"),
)
"""The jar refuses to ask this machine for pages unless it is told that it may."""


def what_is_missing() -> str:
    """Why the checker cannot run here; empty if it can."""
    if shutil.which("java") is None:
        return "no Java"
    if not JAR.is_file():
        return "no vnu.jar; scripts/test fetches it with npm"
    return ""


def messages(folder: Path) -> tuple[str, ...]:
    """Every error and warning about an HTML file below `folder`.

    The pages are served: on a disk there is no `'self'` for their content policy to name.
    """
    with serving(folder) as address:
        pages = [
            address + path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))
        ]
        run = subprocess.run(
            [*COMMAND, *pages], capture_output=True, text=True, timeout=300, check=False
        )
    return tuple(
        f"{message['url'].removeprefix(address)}:{message.get('lastLine', 0)}: {message['message']}"
        for message in json.loads(run.stdout)["messages"]
    )
