"""The White House documents as a dossier, with their glossary brought into our shape."""

import shutil
from pathlib import Path

import yaml


def make_dossier(corpora: Path, root: Path) -> Path:
    """Copy the documents to `root/seeds` and write the 124 acronyms to `root/content/glossary.yaml`."""
    shutil.copytree(corpora / "white-house" / "documents", root / "seeds")
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (root / "content").mkdir()
    entries = yaml.safe_load(
        (corpora / "white-house" / "glossary.yaml").read_text(encoding="utf-8")
    )
    text = yaml.safe_dump([_entry(entry) for entry in entries], allow_unicode=True, sort_keys=False)
    (root / "content" / "glossary.yaml").write_text(text, encoding="utf-8")
    return root


def _entry(entry: dict[str, object]) -> dict[str, object]:
    """`variants` are aliases, `note` is what there is of a definition; `see` names terms and is left out."""
    named = {"term": "term", "expansion": "expansion", "variants": "aliases", "note": "definition"}
    return {ours: entry[theirs] for theirs, ours in named.items() if entry.get(theirs)}
