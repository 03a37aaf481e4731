"""The Nu HTML checker over a written site, where Java and its jar are there."""

import json
import shutil
import subprocess
from pathlib import Path

JAR = Path(__file__).resolve().parents[2] / ".tools/node/node_modules/vnu-jar/build/dist/vnu.jar"


def what_is_missing() -> str:
    """Why the checker cannot run here; empty if it can."""
    if shutil.which("java") is None:
        return "no Java"
    if not JAR.is_file():
        return "no vnu.jar; scripts/test fetches it with npm"
    return ""


def messages(folder: Path) -> tuple[str, ...]:
    """Every error and warning about an HTML file below `folder`."""
    command = [
        "java",
        "-Xss2m",
        "-jar",
        str(JAR),
        "--skip-non-html",
        "--format",
        "json",
        "--stdout",
        str(folder),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    found = json.loads(run.stdout)["messages"]
    return tuple(
        f"{message['url'].removeprefix(folder.resolve().as_uri().replace('///', '/'))}"
        f":{message.get('lastLine', 0)}: {message['message']}"
        for message in found
    )
