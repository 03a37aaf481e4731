"""The ways in which editors and tools change files: each a function of the dossier's folder and of new words."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path, str], None]

EDITS: list[Edit] = []


def edit(function: Edit) -> Edit:
    """Enter a way of changing files into the list."""
    EDITS.append(function)
    return function


def report(root: Path) -> Path:
    return root / "seeds" / "report.md"


def text(words: str) -> str:
    return f"# Report\n\nThe PMF met in Baghdad. {words}\n"


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Reader", "-c", "user.email=reader@example.org")
    subprocess.run(
        ["git", *identity, *arguments], cwd=root, check=True, capture_output=True, timeout=60
    )


# one file, written in place


@edit
def written_in_place(root: Path, words: str) -> None:
    report(root).write_text(text(words))


@edit
def appended_to(root: Path, words: str) -> None:
    with report(root).open("a") as file:
        file.write(f"\n{words}\n")


@edit
def appended_to_line_by_line(root: Path, words: str) -> None:
    for number in range(20):
        with report(root).open("a") as file:
            file.write(f"\n{words} {number}\n")


@edit
def truncated_and_written_slowly(root: Path, words: str) -> None:
    with report(root).open("w") as file:
        for piece in (text(words), "\nA second part.\n", "\nA third part.\n"):
            file.write(piece)
            file.flush()
            time.sleep(0.3)


@edit
def cut_off_first_and_written_a_moment_later(root: Path, words: str) -> None:
    with report(root).open("w"):
        pass
    time.sleep(0.1)
    report(root).write_text(text(words))


@edit
def made_shorter(root: Path, words: str) -> None:
    report(root).write_text(text(words) + "\nA second part.\n")
    os.truncate(report(root), len(text(words)))


@edit
def written_by_offset(root: Path, words: str) -> None:
    with report(root).open("r+") as file:
        file.seek(len("# Report\n\n"))
        file.write(words)


@edit
def written_with_other_line_ends_and_a_mark(root: Path, words: str) -> None:
    report(root).write_bytes(b"\xef\xbb\xbf" + text(words).replace("\n", "\r\n").encode())


@edit
def written_and_synced(root: Path, words: str) -> None:
    with report(root).open("w") as file:
        file.write(text(words))
        file.flush()
        os.fsync(file.fileno())


# one file, as editors save it


@edit
def saved_by_vim(root: Path, words: str) -> None:
    swap = root / "seeds" / ".report.md.swp"
    swap.write_bytes(b"b0VIM 9.0")
    probe = root / "seeds" / "4913"
    probe.touch()
    probe.unlink()
    backup = root / "seeds" / "report.md~"
    report(root).rename(backup)
    time.sleep(0.02)
    report(root).write_text(text(words))
    report(root).chmod(0o644)
    backup.unlink()
    swap.unlink()


@edit
def saved_by_vim_keeping_the_file(root: Path, words: str) -> None:
    backup = root / "seeds" / "report.md~"
    shutil.copy2(report(root), backup)
    report(root).write_text(text(words))
    backup.unlink()


@edit
def saved_by_emacs(root: Path, words: str) -> None:
    lock = root / "seeds" / ".#report.md"
    lock.symlink_to("reader@host.example.1234:1700000000")
    (root / "seeds" / "#report.md#").write_text(text(f"{words} unsaved"))
    time.sleep(0.05)
    report(root).replace(root / "seeds" / "report.md~")
    report(root).write_text(text(words))
    (root / "seeds" / "#report.md#").unlink()
    lock.unlink()


@edit
def saved_by_visual_studio_code(root: Path, words: str) -> None:
    with report(root).open("r+") as file:
        file.truncate(0)
        time.sleep(0.02)
        file.write(text(words))


@edit
def saved_by_an_ide_with_two_temporary_files(root: Path, words: str) -> None:
    (root / "seeds" / "report.md___jb_tmp___").write_text(text(words))
    report(root).rename(root / "seeds" / "report.md___jb_old___")
    (root / "seeds" / "report.md___jb_tmp___").rename(report(root))
    (root / "seeds" / "report.md___jb_old___").unlink()


@edit
def saved_by_gedit(root: Path, words: str) -> None:
    shutil.copy2(report(root), root / "seeds" / "report.md~")
    fresh = root / "seeds" / ".goutputstream-AB12CD"
    fresh.write_text(text(words))
    fresh.replace(report(root))


@edit
def saved_by_kate(root: Path, words: str) -> None:
    fresh = root / "seeds" / "report.md.GhIjKl"
    fresh.write_text(text(words))
    fresh.replace(report(root))


@edit
def saved_by_text_edit(root: Path, words: str) -> None:
    fresh = root / "seeds" / "report.md.sb-8b1f2c3d-Xy12ab"
    fresh.write_text(text(words))
    old = root / "seeds" / "report.md.sb-8b1f2c3d-old"
    report(root).rename(old)
    fresh.rename(report(root))
    old.unlink()


@edit
def saved_by_an_office_program(root: Path, words: str) -> None:
    lock = root / "seeds" / ".~lock.report.md#"
    owner = root / "seeds" / "~$report.md"
    lock.write_text(",reader,host,,;")
    owner.write_bytes(b"\x06reader")
    report(root).unlink()
    time.sleep(0.05)
    report(root).write_text(text(words))
    owner.unlink()
    lock.unlink()


@edit
def only_backups_and_locks(root: Path, words: str) -> None:
    for name in ("report.md~", "#report.md#", ".report.md.swx", "report.md.bak", "report.md.orig"):
        (root / "seeds" / name).write_text(text(words))


# one file, as tools change it


@edit
def changed_by_sed(root: Path, words: str) -> None:
    subprocess.run(["sed", "-i", f"3s/$/ {words}/", str(report(root))], check=True, timeout=10)


@edit
def changed_by_a_shell(root: Path, words: str) -> None:
    command = f"echo '{words}' >> report.md"
    subprocess.run(["sh", "-c", command], cwd=root / "seeds", check=True, timeout=10)


@edit
def copied_over(root: Path, words: str) -> None:
    other = root / "other.md"
    other.write_text(text(words))
    subprocess.run(["cp", str(other), str(report(root))], check=True, timeout=10)
    other.unlink()


@edit
def moved_over(root: Path, words: str) -> None:
    other = root / "other.md"
    other.write_text(text(words))
    subprocess.run(["mv", str(other), str(report(root))], check=True, timeout=10)


@edit
def copied_by_rsync_with_its_old_time(root: Path, words: str) -> None:
    fresh = root / "seeds" / ".report.md.Zz9Yy8"
    fresh.write_text(text(words))
    os.utime(fresh, (1_400_000_000, 1_400_000_000))
    fresh.replace(report(root))


@edit
def replaced_with_the_same_size_and_time(root: Path, words: str) -> None:
    status = report(root).stat()
    fresh = root / "seeds" / ".fresh"
    fresh.write_text(text(words)[: status.st_size].ljust(status.st_size, "."))
    os.utime(fresh, ns=(status.st_atime_ns, status.st_mtime_ns))
    fresh.replace(report(root))


@edit
def rewritten_with_the_same_size_and_time(root: Path, words: str) -> None:
    status = report(root).stat()
    report(root).write_text(text(words)[: status.st_size].ljust(status.st_size, "."))
    os.utime(report(root), ns=(status.st_atime_ns, status.st_mtime_ns))


@edit
def only_touched(root: Path, words: str) -> None:
    del words
    report(root).touch()


@edit
def closed_to_others(root: Path, words: str) -> None:
    report(root).write_text(text(words))
    report(root).chmod(0o600)


@edit
def written_through_another_name(root: Path, words: str) -> None:
    other = root / "seeds" / ".other-name"
    os.link(report(root), other)
    other.write_text(text(words))
    other.unlink()
