"""A theme's files, read and layered: the dossier's own `themes/NAME/` over the built-in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier.digest import digest_of, digest_of_bytes
from dossier.model import Position, Problem
from dossier.nodes import Scalar, Table, read_nodes
from dossier.problems import did_you_mean, problem
from dossier.render.colours import SHEET, colour_sheet, ill_colours

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
    built_in = shelf()
    own = root / "themes" / name
    layers = [folder for folder in (built_in / BUILT_IN, built_in / name, own) if folder.is_dir()]
    problems: list[Problem] = []
    if name != BUILT_IN and not (built_in / name).is_dir() and not own.is_dir():
        known = [
            item.name
            for folder in (built_in, root / "themes")
            if folder.is_dir()
            for item in folder.iterdir()
        ]
        hint = did_you_mean(name, known) or f"put its files into themes/{name}/"
        message = f'no theme "{name}"'
        problems.append(problem("theme-unknown", Position("dossier.yaml"), message, hint=hint))
    files = _layered(layers)
    words = {
        Path(path).stem: _merged(layers, path, f"themes/{name}/{path}", problems)
        for path in files
        if path.startswith("words/") and path.endswith(".yaml")
    }
    settings = _merged(layers, "theme.yaml", f"themes/{name}/theme.yaml", problems)
    problems += _ill_coloured(settings, f"themes/{name}/theme.yaml")
    templates = {
        path.removeprefix("templates/"): data.decode()
        for path, data in files.items()
        if path.startswith("templates/")
    }
    static = {path: data for path, data in files.items() if path.startswith(_STATIC)}
    static.setdefault(SHEET, colour_sheet(settings))
    digest = digest_of(
        templates, words, settings, {path: digest_of_bytes(data) for path, data in static.items()}
    )
    return Theme(templates, static, words, settings, digest), tuple(problems)


def shelf() -> Path:
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


def _merged(layers: list[Path], path: str, shown: str, problems: list[Problem]) -> dict[str, str]:
    """What the files of one name say, key by key, the last layer's word over the first's."""
    merged: dict[str, str] = {}
    for file in dict.fromkeys(folder / path for folder in layers):
        if file.is_file():
            merged |= _flat(file.read_bytes(), shown, problems)
    return merged


def _ill_coloured(settings: Mapping[str, str], path: str) -> list[Problem]:
    hint = (
        "a colour has a role under `colours.light` or `colours.dark`, and a value such as #861b14"
    )
    return [
        problem("theme-colour", Position(path), f'{key}: "{settings[key]}" is no colour', hint=hint)
        for key in ill_colours(settings)
    ]


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
