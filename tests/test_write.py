"""The site goes into its folder all at once, and a file that we did not write is safe."""

import os
import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from dossier.cache import Cache
from dossier.model import Problem
from dossier.write import Kept, Published, publish, standing

LISTING = ".dossier-files"
SITE: dict[str, bytes] = {
    ".nojekyll": b"",
    "index.html": b"home",
    "readings/a/index.html": b"reading a",
    "readings/a/index.md": b"# a",
    "readings/b/index.html": b"reading b",
    "assets/theme/style.css": b"a {}",
}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, but the list."""
    files = (file for file in folder.rglob("*") if not file.is_dir() and file.name != LISTING)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file and folder was last changed, and which one it is."""
    return {
        str(path): (path.lstat().st_mtime_ns, path.lstat().st_ino)
        for path in (folder, *folder.rglob("*"))
    }


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [each.code for each in problems]


def put(output: Path, files: Mapping[str, bytes | Kept]) -> Published:
    published, problems = publish(output, files)
    assert problems == ()
    return published


def without(*paths: str) -> dict[str, bytes]:
    return {path: data for path, data in SITE.items() if path not in paths}


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*") if path.name not in {LISTING, ".nojekyll"}]


def test_a_first_publication_writes_every_file(tmp_path: Path) -> None:
    published = put(tmp_path / "public" / "site", SITE)

    assert tree(tmp_path / "public" / "site") == SITE
    assert published == Published(written=6, bytes_written=sum(map(len, SITE.values())))
    assert left_over(tmp_path) == []


def test_the_list_is_the_same_for_the_same_site(tmp_path: Path) -> None:
    put(tmp_path / "one", SITE)
    put(tmp_path / "other", dict(reversed(SITE.items())))

    listing = (tmp_path / "one" / LISTING).read_text()

    assert listing == (tmp_path / "other" / LISTING).read_text()
    assert listing.splitlines() == sorted(listing.splitlines(), key=lambda line: line[66:])
    assert f"{digest(b'home')}  index.html\n" in listing


def test_a_second_publication_of_the_same_writes_nothing(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache") as cache:
        publish(tmp_path / "site", SITE, cache=cache)
    before = times(tmp_path)

    with Cache(tmp_path / "cache") as cache:
        published, _ = publish(tmp_path / "site", SITE, cache=cache)

    assert published == Published(unchanged=6)
    assert times(tmp_path) == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, SITE)
    before = times(site)

    published = put(site, SITE | {"index.html": b"new home"})

    assert published == Published(written=1, unchanged=5, bytes_written=8)
    assert tree(site) == SITE | {"index.html": b"new home"}
    changed = {path for path, when in times(site).items() if before[path] != when}
    assert {path for path in changed if Path(path).is_file()} == {
        str(site / "index.html"),
        str(site / LISTING),
    }


def test_what_is_no_longer_part_of_the_site_goes_with_its_folders(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)

    published = put(tmp_path / "site", without("readings/a/index.html", "readings/a/index.md"))

    assert published == Published(unchanged=4, removed=2)
    assert not (tmp_path / "site" / "readings" / "a").exists()


def test_a_file_takes_the_place_of_a_folder_of_ours_and_the_other_way(tmp_path: Path) -> None:
    put(tmp_path / "site", {"a/b": b"1", "c": b"2"})

    put(tmp_path / "site", {"a": b"3", "c/d": b"4"})

    assert tree(tmp_path / "site") == {"a": b"3", "c/d": b"4"}


def test_files_that_we_did_not_write_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, SITE)
    (site / "CNAME").write_text("example.org")
    (site / "readings" / "a" / "notes.txt").write_text("mine")
    (site / ".git" / "objects").mkdir(parents=True)
    (site / "empty").mkdir(mode=0o700)
    (site / "link").symlink_to("nowhere")

    put(site, {"index.html": b"all new"})

    assert (site / "CNAME").read_text() == "example.org"
    assert (site / "readings" / "a" / "notes.txt").read_text() == "mine"
    assert (site / ".git" / "objects").is_dir()
    assert (site / "empty").stat().st_mode & 0o777 == 0o700
    assert (site / "link").readlink() == Path("nowhere")


@pytest.mark.parametrize(
    "make",
    [
        lambda site: (site / "index.html").write_text("mine"),
        lambda site: (site / "index.html").mkdir(),
        lambda site: (site / "index.html").symlink_to("elsewhere"),
        lambda site: (site / "readings").write_text("mine"),
        lambda site: (site / "readings").symlink_to("/"),
        lambda site: (site / LISTING).mkdir(),
    ],
    ids=["file", "folder", "link", "file for folder", "link for folder", "list"],
)
def test_what_stands_in_the_way_is_named_and_nothing_is_changed(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    make(site)
    before = times(tmp_path)

    _, problems = publish(site, SITE)

    assert set(codes(problems)) == {"output-occupied"}
    assert problems[0].position.path.startswith(site.as_posix())
    assert times(tmp_path) == before


def test_a_file_in_the_way_with_the_same_bytes_becomes_ours(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    (tmp_path / "site" / LISTING).unlink()

    published = put(tmp_path / "site", SITE)

    assert (published.written, published.unchanged) == (0, 6)
    assert put(tmp_path / "site", {"index.html": b"home"}).removed == 5


def test_a_page_that_somebody_changed_is_written_again(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    (tmp_path / "site" / "index.html").write_text("edited")

    published = put(tmp_path / "site", SITE)

    assert (published.written, tree(tmp_path / "site")) == (1, SITE)


def test_a_stale_page_that_somebody_changed_stays_and_is_theirs(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    (tmp_path / "site" / "index.html").write_text("edited")

    published = put(tmp_path / "site", without("index.html"))

    assert (published.removed, tree(tmp_path / "site")) == (0, SITE | {"index.html": b"edited"})
    assert codes(publish(tmp_path / "site", SITE)[1]) == ["output-occupied"]


def test_a_list_that_somebody_made_up_removes_nothing_outside(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    (tmp_path / "treasure").write_bytes(b"gold")
    (tmp_path / "site" / "way").symlink_to(tmp_path)
    made_up = "".join(
        f"{digest(b'gold')}  {way}/treasure\n" for way in ("..", "way", str(tmp_path))
    )
    (tmp_path / "site" / LISTING).write_bytes(made_up.encode() + b"\xff\x00  \n\nnonsense")

    published = put(tmp_path / "site", SITE)

    assert (published.removed, (tmp_path / "treasure").read_bytes()) == (0, b"gold")


def test_a_file_that_stands_already_needs_no_bytes(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    there = {path: Kept(known) for path, known in standing(tmp_path / "site").items()}

    published = put(tmp_path / "site", there | {"index.html": b"new"})

    assert (published.written, published.unchanged) == (1, 5)
    assert tree(tmp_path / "site") == SITE | {"index.html": b"new"}


@pytest.mark.parametrize("change", [b"xxxx", None])
def test_a_file_that_stands_no_more_stops_the_publication(
    tmp_path: Path, change: bytes | None
) -> None:
    put(tmp_path / "site", SITE)
    page = tmp_path / "site" / "index.html"
    page.write_bytes(change) if change else page.unlink()

    _, problems = publish(tmp_path / "site", SITE | {"index.html": Kept(digest(b"home"))})

    assert codes(problems) == ["output-busy"]


def test_what_stands_is_told_by_its_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Cache(tmp_path / "cache") as cache:
        publish(site, SITE, cache=cache)
        (site / "index.html").write_bytes(b"HOME")
        (site / "readings" / "b" / "index.html").unlink()
        (site / "foreign").write_bytes(b"")

        known = standing(site, cache=cache)

    expected = {path: digest(data) for path, data in without("readings/b/index.html").items()}
    assert known == expected | {"index.html": digest(b"HOME")}
    assert standing(site) == known
    assert standing(tmp_path / "nowhere") == {}


def test_what_was_recorded_is_not_read_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Cache(tmp_path / "cache") as cache:
        publish(site, SITE, cache=cache)
        when = (site / "index.html").stat().st_mtime_ns
        (site / "index.html").write_bytes(b"HOME")
        os.utime(site / "index.html", ns=(when, when))

        assert standing(site, cache=cache)["index.html"] == digest(b"home")


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a\\b", "a\0", "a\nb"),
        *("con", "a/NUL.html", "com1/index.html", "a.", "b /c", "C:x", "a?", "\ud800"),
        *(LISTING, ".dossier-next-12345678/x"),
    ],
)
def test_a_path_that_no_file_may_have_is_a_bug_of_ours(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match=r"path|name|character"):
        publish(tmp_path / "site", {path: b""})


@pytest.mark.parametrize(
    ("one", "other"),
    [("a/Index.html", "a/index.html"), ("é", "e\u0301"), ("straße", "STRASSE"), ("a", "A/b")],
)
def test_two_files_that_some_systems_take_for_one_are_a_problem(
    tmp_path: Path, one: str, other: str
) -> None:
    _, problems = publish(tmp_path / "site", {one: b"1", other: b"2"})

    assert codes(problems) == ["output-clash"]
    assert one in problems[0].message
    assert other in problems[0].message
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "output", [".", "seeds", "seeds/deep/site", "content", "themes/x", ".dossier", "Content", ".."]
)
@pytest.mark.parametrize("is_told", [True, False])
def test_the_dossier_itself_is_no_output_folder(
    tmp_path: Path, output: str, *, is_told: bool
) -> None:
    root = tmp_path / "mine"
    (root / "seeds").mkdir(parents=True)
    (root / "dossier.yaml").write_text("title: Mine")
    if output == ".." and not is_told:
        (tmp_path / "content").mkdir()
    before = times(tmp_path)

    _, problems = publish(root / output, SITE, root=root if is_told else None)

    assert codes(problems) == ["output-unsafe"]
    assert times(tmp_path) == before


def test_a_site_may_have_a_folder_called_content(tmp_path: Path) -> None:
    files = {"content/map.png": b"1", "dossier/index.html": b"2"}
    put(tmp_path / "site", files)

    published, problems = publish(tmp_path / "site", files, root=tmp_path)

    assert (published.unchanged, problems) == (2, ())


def test_a_link_to_the_output_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    put(tmp_path / "site", SITE)
    put(tmp_path / "site", SITE | {"index.html": b"new"})

    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "elsewhere") == SITE | {"index.html": b"new"}


def test_an_output_folder_keeps_its_permissions(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    (tmp_path / "site").chmod(0o2751)
    (tmp_path / "site" / "readings").chmod(0o700)

    put(tmp_path / "site", SITE | {"index.html": b"new"})

    assert (tmp_path / "site").stat().st_mode & 0o7777 == 0o2751
    assert (tmp_path / "site" / "readings").stat().st_mode & 0o7777 == 0o700


def test_a_copied_site_goes_on_being_ours(tmp_path: Path) -> None:
    put(tmp_path / "site", SITE)
    shutil.copytree(tmp_path / "site", tmp_path / "copy")

    assert put(tmp_path / "copy", {"index.html": b"home"}) == Published(unchanged=1, removed=5)
