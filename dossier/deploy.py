"""A built site onto a branch of a git repository, as one commit, by git alone."""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

LARGE = 800_000_000
"""Bytes of a site at which its curator is warned."""
TOO_LARGE = 1_000_000_000
"""Bytes that GitHub Pages publishes at most."""
_KEPT = "CNAME"
"""The file by which GitHub Pages knows a domain of one's own."""
_LARGEST = 5


class DeployError(Exception):
    """Why nothing was published, in words for the curator."""


@dataclass(frozen=True, slots=True)
class Deployed:
    """What was pushed."""

    commit: str
    """Empty if the branch had this very site already."""
    files: int
    remote: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How large a site is."""

    bytes: int
    largest: tuple[tuple[str, int], ...]
    """The largest files with their sizes, the largest first."""


def weigh(site: Path) -> Weight:
    """Add up the files of a site."""
    sizes = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    largest = sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))[:_LARGEST]
    return Weight(sum(sizes.values()), tuple(largest))


def refuse_unready(root: Path) -> None:
    """`DeployError` unless `root` lies in a git repository without uncommitted changes."""
    _git(root, "rev-parse", "--show-toplevel")
    changed = _git(root, "status", "--porcelain", "--untracked-files=normal")
    if changed:
        first = changed.splitlines()[0][3:]
        raise DeployError(
            f"there are changes that are not committed, such as {first}; commit them, so that "
            "what is published can be found again"
        )


def deploy(root: Path, site: Path, branch: str, remote: str, message: str) -> Deployed:
    """Commit the files of `site` onto `branch` of `remote` and push it; the work tree is not touched.

    A `CNAME` that stands on the branch stays. The push is one step: the remote has the old site or the new one.
    """
    refuse_unready(root)
    address = _git(root, "remote", "get-url", remote, told=f'there is no git remote "{remote}"')
    parent = _parent(root, remote, branch)
    with tempfile.TemporaryDirectory() as folder:
        tree = _tree(root, site, parent, Path(folder) / "index")
    if parent and _git(root, "rev-parse", f"{parent}^{{tree}}") == tree:
        return Deployed("", 0, address)
    above = ["-p", parent] if parent else []
    commit = _git(root, "commit-tree", tree, *above, "-m", message)
    told = f"{remote} refused the site; what stood there stands"
    _git(root, "push", "--quiet", remote, f"{commit}:refs/heads/{branch}", told=told)
    files = _git(root, "ls-tree", "-r", "--name-only", "-z", tree).count("\0")
    return Deployed(commit, files, address)


def _parent(root: Path, remote: str, branch: str) -> str:
    """The commit at the head of the remote's branch, fetched; empty if there is no such branch."""
    told = f"{remote} cannot be reached"
    heads = _git(root, "ls-remote", "--heads", remote, f"refs/heads/{branch}", told=told)
    if not heads:
        return ""
    _git(root, "fetch", "--quiet", "--no-tags", remote, f"refs/heads/{branch}", told=told)
    return heads.split()[0]


def _tree(root: Path, site: Path, parent: str, index: Path) -> str:
    """The git tree of the site's files, and of the `CNAME` that stands on the branch."""
    here = {"GIT_INDEX_FILE": str(index)}
    repository = _git(root, "rev-parse", "--absolute-git-dir")
    _git(
        site,
        f"--git-dir={repository}",
        f"--work-tree={site}",
        "add",
        "--all",
        "--force",
        ".",
        extra=here,
    )
    if parent and not (site / _KEPT).exists():
        kept = _git(root, "ls-tree", parent, _KEPT)
        if kept:
            mode, _, name = kept.split("\t")[0].split()
            _git(root, "update-index", "--add", "--cacheinfo", f"{mode},{name},{_KEPT}", extra=here)
    return _git(root, "write-tree", extra=here)


def _git(folder: Path, *arguments: str, told: str = "", extra: dict[str, str] | None = None) -> str:
    """What git prints; `DeployError` with its own words if it fails."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **(extra or {})}
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    try:
        run = subprocess.run(  # noqa: S603  (git, with arguments of our own)
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise DeployError("git is not installed, or not on the path") from error
    if run.returncode:
        words = " ".join(run.stderr.split()) or f"git {arguments[0]} failed"
        raise DeployError(f"{told}: {words}" if told else words)
    return run.stdout.strip()
