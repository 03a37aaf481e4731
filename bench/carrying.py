"""What the lock costs: `python bench/carrying.py DIR`, for a dossier such as `bench/corpus.py 1000 DIR` makes.

Processor seconds of each step of a full rebuild in one process, and the milliseconds in which one edited document is
aligned with what was published.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from dossier.build import Options, build
from dossier.cache import NoCache
from dossier.config import load_config
from dossier.link import link_site
from dossier.link.addresses import address_of_document
from dossier.lock import read_lock
from dossier.lock.prints import exact_of
from dossier.lock.renewal import renew
from dossier.locked import hold, record
from dossier.model import Document
from dossier.parsed import parse_all
from dossier.read import read_dossier


def main() -> None:
    """Print the figures."""
    root = Path(sys.argv[1])
    config, _ = load_config(root, None, drafts=False)
    sources, _ = read_dossier(root, config)
    parsed, _ = parse_all(sources, config, NoCache(), 1)
    site, _ = link_site(
        config, parsed.readings, parsed.pages, parsed.entries, parsed.events, sources.assets
    )
    _, first, _ = hold("", parsed, config.title, "2026-01-01", lambda _: "")
    _, text, _ = record(first, site, is_locked=False)
    started = process_time()
    _, again, _ = hold(text, parsed, config.title, "2026-01-02", lambda _: "")
    record(again, site, is_locked=False)
    carrying = process_time() - started
    with TemporaryDirectory() as folder:
        started = process_time()
        options = Options(root, Path(folder) / "site", jobs=1, use_cache=False, drafts=True)
        build(options, lambda _name, _count: None)
        whole = process_time() - started
    print(f"{len(parsed.readings):,} readings, {text.count(chr(10)):,} lines in the lock")
    print(f"full rebuild {whole:.1f} s, of which the lock {carrying:.2f} s")
    print(f"the lock adds {100 * carrying / (whole - carrying):.1f} %")
    aligned(parsed.readings[0], text)


def aligned(document: Document, text: str) -> None:
    """Print how long one edited document takes."""
    page = read_lock(text)[0].by_address[address_of_document(document).page]
    passages = tuple(
        replace(each, text=each.text.replace(" ", " indeed ", 2)) if number % 10 == 5 else each
        for number, each in enumerate(document.body.passages)
    )
    started = process_time()
    exact = [exact_of(each.text, is_heading=each.kind == "heading") for each in passages]
    renewed = renew(page.traces, passages, exact, "20260103")
    seconds = process_time() - started
    print(f"one edited document of {len(passages)} passages aligned in {1000 * seconds:.1f} ms")
    print(f"found again: {renewed.kept}")


if __name__ == "__main__":
    main()
