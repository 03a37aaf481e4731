"""The plan of the house, read from the syntax trees: who may import whom, and who may touch the world."""

import ast
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({"cli"}),
    frozenset({"serve", "report", "deploy", "export", "verify", "brief"}),
    frozenset({"build"}),
    frozenset({"locked", "settling", "audience"}),
    frozenset({"start", "check", "parsed", "rendered", "unchanged"}),
    frozenset({"place"}),
    frozenset({"read", "parse", "lock", "link", "render", "write"}),
    frozenset({"config", "cache", "stored", "lock"}),
    frozenset({"fields"}),
    frozenset({"nodes"}),
    frozenset({"edtf_words"}),
    frozenset({"problems", "positions", "urls", "digest", "jobs", "edtf", "quantities"}),
    frozenset({"edtf_advice", "yaml_advice"}),
    frozenset({"date_words"}),
    frozenset({"model"}),
    frozenset({"__init__"}),
)
"""Parts of the package, top floor first. A part imports what lies below it, and nothing on its own floor."""

WORLD = frozenset(
    {
        "cli",
        "serve",
        "deploy",
        "export",
        "read",
        "write",
        "cache",
        "config",
        "render.theme",
        "digest",
        "jobs",
    }
    | {"verify.files", "verify.published"}
)
"""Parts and modules that may open files, ask for the time or the environment, and use the network.

`digest` reads our own source and nothing else: the code is part of every key. `jobs` asks how many cores there are.
"""

FOLDERS_OF_LIBRARIES = {"markdown_it": "parse", "click": "cli"}
"""Libraries whose one place is a folder: a parser is extended rule by rule, a command line command by command."""

NETWORK = frozenset({"socket", "ssl", "http", "urllib.request", "asyncio", "socketserver"})
FILES = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob"}
)
CLOCK = frozenset({"now", "today", "utcnow"})
HARMLESS_IN_OS = frozenset({"path", "fspath", "sep", "PathLike"})
EMPTY_NAMES = frozenset(
    {"utils", "util", "helpers", "common", "manager", "handler", "service", "misc"}
)
LINES_IN_A_FILE = 400
LINES_IN_A_FUNCTION = 40

HOUSE = tuple(sorted((ROOT / "dossier").rglob("*.py")))
ALL_PYTHON = (
    *HOUSE,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "bench").rglob("*.py")),
)


def module_of(path: Path) -> str:
    """`link.lexicon` for dossier/link/lexicon.py; a package stands under its own name."""
    parts = path.relative_to(ROOT / "dossier").with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    return module.partition(".")[0]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported, wherever in the file, relative imports resolved."""
    package = ("dossier", *path.relative_to(ROOT / "dossier").parent.parts)
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            base = ".".join((*above, *([node.module] if node.module else [])))
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def own_imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and part of the house, for each import of our own."""
    parts = frozenset(map(part_of, map(module_of, HOUSE)))
    for line, name in imports_of(path):
        top, _, rest = name.partition(".")
        if top == "dossier":
            part = part_of(rest)
            yield line, part if part in parts else "__init__"


def foreign_imports_of(path: Path) -> frozenset[str]:
    tops = {name.partition(".")[0] for _, name in imports_of(path)}
    return frozenset(tops - sys.stdlib_module_names - {"dossier"})


def floor_of(part: str) -> int:
    return next((number for number, layer in enumerate(LAYERS) if part in layer), -1)


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_every_part_has_its_floor() -> None:
    parts = {part_of(module_of(path)) for path in HOUSE}

    assert parts - frozenset(chain.from_iterable(LAYERS)) == frozenset()


def test_imports_point_down_and_parts_of_one_floor_do_not_know_each_other() -> None:
    upward = [
        f"{place(path, line)}: {part_of(module_of(path))} imports {target}"
        for path in HOUSE
        for line, target in own_imports_of(path)
        if target != (part := part_of(module_of(path))) and floor_of(target) <= floor_of(part)
    ]

    assert upward == []


@pytest.mark.parametrize("path", sorted((ROOT / "dossier" / "model").glob("*.py")), ids=str)
def test_the_model_knows_only_itself_and_the_standard_library(path: Path) -> None:
    assert foreign_imports_of(path) == frozenset()
    assert {part for _, part in own_imports_of(path)} <= {"model"}


def test_each_third_party_library_is_imported_in_one_place() -> None:
    importers: dict[str, set[str]] = {}
    for path in HOUSE:
        module = module_of(path)
        for library in foreign_imports_of(path):
            is_at_home = part_of(module) == FOLDERS_OF_LIBRARIES.get(library)
            importers.setdefault(library, set()).add(part_of(module) if is_at_home else module)

    assert {name: places for name, places in importers.items() if len(places) > 1} == {}


def world_touches(path: Path) -> Iterator[tuple[int, str]]:
    """Line and name of each place that opens a file, asks the clock or the environment, or uses the network."""
    for line, name in imports_of(path):
        if any(name == banned or name.startswith(f"{banned}.") for banned in NETWORK | {"time"}):
            yield line, name
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name not in HARMLESS_IN_OS:
                yield node.lineno, f"os.{name}"
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if (
                name in FILES | CLOCK
            ):
                yield node.lineno, f"{name}()"
            case _:
                pass


def may_touch_the_world(module: str) -> bool:
    return module in WORLD or part_of(module) in WORLD


def test_files_clock_environment_and_network_stay_in_their_rooms() -> None:
    elsewhere = [
        f"{place(path, line)}: {name}"
        for path in HOUSE
        if not may_touch_the_world(module_of(path))
        for line, name in world_touches(path)
    ]

    assert elsewhere == []


def test_nothing_is_pickled() -> None:
    pickling = [
        place(path, line)
        for path in HOUSE
        for line, name in imports_of(path)
        if name.partition(".")[0] in {"pickle", "marshal", "shelve", "dill"}
    ]

    assert pickling == []


def test_no_file_is_longer_than_400_lines() -> None:
    themes = (
        path for kind in ("css", "js", "html") for path in (ROOT / "themes").rglob(f"*.{kind}")
    )
    long = {
        str(path.relative_to(ROOT)): lines
        for path in chain(ALL_PYTHON, themes)
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LINES_IN_A_FILE
    }

    assert long == {}


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        f"{place(path, node.lineno)}: {node.name} has {lines} lines"
        for path in ALL_PYTHON
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES_IN_A_FUNCTION
    ]

    assert long == []


def test_every_module_is_named_after_what_it_holds() -> None:
    named = {path: set(path.relative_to(ROOT).with_suffix("").parts) for path in ALL_PYTHON}

    assert [str(path) for path, parts in named.items() if parts & EMPTY_NAMES] == []


@pytest.mark.parametrize("path", HOUSE, ids=module_of)
def test_every_module_opens_with_what_it_holds(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))
