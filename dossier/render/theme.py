"""A theme's files, read and layered: the dossier's own `themes/NAME/` over the built-in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier.digest import digest_of, digest_of_bytes
from dossier.model import Position, Problem
from dossier.nodes import Scalar, Table, read_nodes
from dossier.problems import did_you_mean, problem

BUILT_IN = "folio"
_STATIC = ("styles", "scripts", "images")


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are rendered with."""

    templates: Mapping[str, str]
    """`reading.html`, `parts/head.html`, to their text."""
    static: Mapping[str, bytes]
    """`styles/folio.css` to the file's bytes, as published under `assets/theme/`."""
    words: Mapping[str, Mapping[str, str]]
    """Language to interface words by key."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What theme.yaml says, keys of nested mappings joined by a full stop."""
    digest: str = ""


def load_theme(root: Path, name: str) -> tuple[Theme, tuple[Problem, ...]]:
    """Read the theme called `name`, each file from the dossier's own folder if it is there, else the built-in one."""
    shelf = _shelf()
    own = root / "themes" / name
    layers = [folder for folder in (shelf / BUILT_IN, shelf / name, own) if folder.is_dir()]
    problems: list[Problem] = []
    if name != BUILT_IN and not (shelf / name).is_dir() and not own.is_dir():
        known = [
            item.name
            for folder in (shelf, root / "themes")
            if folder.is_dir()
            for item in folder.iterdir()
        ]
        hint = did_you_mean(name, known) or f"put its files into themes/{name}/"
        message = f'no theme "{name}"'
        problems.append(problem("theme-unknown", Position("dossier.yaml"), message, hint=hint))
    files = _layered(layers)
    words, settings = {}, {}
    for path, data in files.items():
        if path.startswith("words/") and path.endswith(".yaml"):
            words[Path(path).stem] = _flat(data, f"themes/{name}/{path}", problems)
        elif path == "theme.yaml":
            settings = _flat(data, f"themes/{name}/{path}", problems)
    templates = {
        path.removeprefix("templates/"): data.decode()
        for path, data in files.items()
        if path.startswith("templates/")
    }
    static = {path: data for path, data in files.items() if path.startswith(_STATIC)}
    digest = digest_of({path: digest_of_bytes(data) for path, data in files.items()})
    return Theme(templates, static, words, settings, digest), tuple(problems)


def _shelf() -> Path:
    """The folder of built-in themes: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def _layered(layers: list[Path]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for folder in layers:
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return dict(sorted(files.items()))


def _flat(data: bytes, path: str, problems: list[Problem]) -> dict[str, str]:
    node, found = read_nodes(data.decode("utf-8", "replace"), path)
    problems.extend(found)
    flat: dict[str, str] = {}
    if isinstance(node, Table):
        _flatten(node, "", flat)
    return flat


def _flatten(table: Table, prefix: str, flat: dict[str, str]) -> None:
    for key, value in table.pairs:
        if isinstance(value, Table):
            _flatten(value, f"{prefix}{key.text}.", flat)
        elif isinstance(value, Scalar):
            flat[prefix + key.text] = value.text
