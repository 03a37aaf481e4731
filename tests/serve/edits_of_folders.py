"""The ways in which tools change folders, many files, and what is no document; how it is done with one is beside it."""

import os
import shutil
import time
from pathlib import Path

from tests.serve.edits import edit, git, report, text

# files and folders that come and go


@edit
def a_new_document(root: Path, words: str) -> None:
    (root / "seeds" / "fresh.md").write_text(text(words).replace("Report", "Fresh"))


@edit
def a_new_document_that_is_empty_at_first(root: Path, words: str) -> None:
    file = root / "seeds" / "late.md"
    file.touch()
    time.sleep(0.1)
    file.write_text(text(words).replace("Report", "Late"))


@edit
def a_record_beside_a_document(root: Path, words: str) -> None:
    (root / "seeds" / "report.md.yaml").write_text(f"title: Report {words}\nslug: report\n")


@edit
def a_document_deleted(root: Path, words: str) -> None:
    del words
    report(root).unlink()


@edit
def a_document_deleted_and_made_again(root: Path, words: str) -> None:
    report(root).unlink()
    report(root).write_text(text(words))


@edit
def a_document_deleted_and_made_again_a_moment_later(root: Path, words: str) -> None:
    report(root).unlink()
    time.sleep(0.12)
    report(root).write_text(text(words))


@edit
def a_document_renamed(root: Path, words: str) -> None:
    del words
    report(root).rename(root / "seeds" / "renamed.md")


@edit
def the_case_of_a_name_changed(root: Path, words: str) -> None:
    del words
    report(root).rename(root / "seeds" / "REPORT.md")


@edit
def two_documents_exchanged(root: Path, words: str) -> None:
    letter, between = root / "seeds" / "notes" / "first.md", root / "seeds" / "between.tmp"
    report(root).write_text(text(words))
    report(root).rename(between)
    letter.rename(report(root))
    between.rename(letter)


@edit
def a_rename_storm(root: Path, words: str) -> None:
    report(root).write_text(text(words))
    for number in range(40):
        report(root).rename(root / "seeds" / f"storm-{number}.md")
        (root / "seeds" / f"storm-{number}.md").rename(report(root))


@edit
def a_file_in_folders_just_made(root: Path, words: str) -> None:
    folder = root / "seeds" / "deep" / "deeper" / "deepest"
    folder.mkdir(parents=True)
    (folder / "far.md").write_text(text(words).replace("Report", "Far"))


@edit
def a_folder_moved(root: Path, words: str) -> None:
    del words
    (root / "seeds" / "notes").rename(root / "seeds" / "remarks")


@edit
def a_folder_moved_and_changed_inside(root: Path, words: str) -> None:
    (root / "seeds" / "notes").rename(root / "seeds" / "remarks")
    (root / "seeds" / "remarks" / "first.md").write_text(text(words))


@edit
def a_folder_moved_out_and_in_again(root: Path, words: str) -> None:
    (root / "seeds" / "notes").rename(root / "elsewhere")
    (root / "elsewhere" / "first.md").write_text(text(words))
    (root / "elsewhere").rename(root / "seeds" / "notes")


@edit
def a_folder_deleted(root: Path, words: str) -> None:
    del words
    shutil.rmtree(root / "seeds" / "notes")


@edit
def a_folder_deleted_and_made_again(root: Path, words: str) -> None:
    shutil.rmtree(root / "seeds" / "notes")
    (root / "seeds" / "notes").mkdir()
    (root / "seeds" / "notes" / "first.md").write_text(text(words).replace("Report", "First"))


@edit
def all_seeds_deleted_and_made_again(root: Path, words: str) -> None:
    shutil.rmtree(root / "seeds")
    (root / "seeds").mkdir()
    report(root).write_text(text(words))


@edit
def all_seeds_exchanged(root: Path, words: str) -> None:
    shutil.copytree(root / "seeds", root / "seeds.new")
    (root / "seeds.new" / "report.md").write_text(text(words))
    (root / "seeds").rename(root / "seeds.old")
    (root / "seeds.new").rename(root / "seeds")
    shutil.rmtree(root / "seeds.old")


@edit
def an_archive_unpacked_with_old_times(root: Path, words: str) -> None:
    for number in range(30):
        file = root / "seeds" / f"unpacked-{number}.md"
        file.write_text(text(words).replace("Report", f"Unpacked {number}"))
        os.utime(file, (1_400_000_000, 1_400_000_000))


@edit
def a_link_turned_to_another_file(root: Path, words: str) -> None:
    (root / "versions").mkdir(exist_ok=True)
    (root / "versions" / "next.md").write_text(text(words))
    fresh = root / "seeds" / ".fresh-link"
    fresh.symlink_to("../versions/next.md")
    fresh.replace(report(root))


# git


@edit
def a_branch_checked_out(root: Path, words: str) -> None:
    git(root, "checkout", "-q", "-b", "other")
    for number in range(30):
        (root / "seeds" / f"branch-{number}.md").write_text(text(f"{words} {number}"))
    report(root).write_text(text(words))
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Other")
    git(root, "checkout", "-q", "main")
    git(root, "checkout", "-q", "other")


@edit
def changes_stashed_and_taken_back(root: Path, words: str) -> None:
    report(root).write_text(text(words))
    git(root, "stash", "-q")
    git(root, "stash", "pop", "-q")


@edit
def all_put_back_by_git(root: Path, words: str) -> None:
    report(root).write_text(text(words))
    git(root, "checkout", "-q", "--", "seeds")


# what is not a document


@edit
def an_entry_added(root: Path, words: str) -> None:
    with (root / "content" / "glossary.yaml").open("a") as file:
        file.write(f"- id: baghdad\n  term: Baghdad\n  definition: {words}\n")


@edit
def yaml_that_is_invalid_until_it_is_complete(root: Path, words: str) -> None:
    with (root / "content" / "people.yaml").open("a") as file:
        file.write("- id: other\n  name: '")
        file.flush()
        time.sleep(0.3)
        file.write(f"{words}'\n")


@edit
def the_configuration_changed(root: Path, words: str) -> None:
    (root / "dossier.yaml").write_text(f"title: A dossier, {words}\n")


@edit
def the_configuration_deleted(root: Path, words: str) -> None:
    del words
    (root / "dossier.yaml").unlink()


@edit
def a_home_page_written(root: Path, words: str) -> None:
    (root / "content" / "index.md").write_text(f"---\ntitle: Home\n---\n\n{words}\n")


@edit
def a_theme_changed_in_part(root: Path, words: str) -> None:
    folder = root / "themes" / "folio" / "styles"
    folder.mkdir(parents=True)
    (folder / "home.css").write_text(f"/* {words} */\n")


@edit
def a_picture_added(root: Path, words: str) -> None:
    (root / "seeds" / "map.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><title>{words}</title></svg>'
    )
