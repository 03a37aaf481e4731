"""The problem codes, and how a `Problem` is made; not how it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from dossier.model import Position, Problem, Severity

CODES: dict[str, tuple[Severity, str]] = {
    # code: (severity, what it means, in one line of the manual)
    # YAML and what stands in it: nodes, fields, config, records, entries, events
    "yaml-syntax": ("error", "The file is not YAML."),
    "yaml-duplicate-key": ("error", "A mapping has one key twice."),
    "yaml-too-deep": ("error", "Lists and mappings nest deeper than 100 levels."),
    "yaml-alias-bomb": (
        "error",
        "The aliases of a file stand for more values than any file needs.",
    ),
    "yaml-documents": ("error", "A file holds several YAML documents; one is read."),
    "yaml-tag": ("error", "A value has a YAML tag, which has no meaning here."),
    "yaml-key": ("error", "A key is not a text, or a merge key has nothing to merge."),
    "config-unreadable": ("error", "dossier.yaml cannot be opened, or is not UTF-8."),
    "config-unknown-key": ("error", "dossier.yaml has a key that means nothing."),
    "record-unknown-key": ("error", "A record has a key that means nothing."),
    "entry-unknown-key": ("error", "An entry has a key that means nothing."),
    "event-unknown-key": ("error", "An event has a key that means nothing."),
    "claim-unknown-key": ("error", "A claim has a key that means nothing."),
    "path-unknown-key": ("error", "A path has a key that means nothing."),
    "front-matter-ignored": (
        "warning",
        "A key or a value in a document's own front matter is not understood and left out.",
    ),
    "key-missing": ("error", "A key that must be there is not."),
    "value-wrong-type": (
        "error",
        "A value is a list, a mapping or a text where it must be another.",
    ),
    "value-not-allowed": ("error", "A value is none of those that its key can have."),
    "value-control-character": ("error", "A value holds a control character."),
    "date-invalid": ("error", "A date is not valid EDTF."),
    "language-invalid": ("error", "A language is not a well-formed BCP 47 tag."),
    "slug-invalid": ("error", "A slug or an id cannot be part of an address on every system."),
    "alias-invalid": (
        "error",
        "An old address would leave the site, or cannot be a file everywhere.",
    ),
    "url-unsafe": ("error", "An address is not http, https or mailto."),
    "licence-invalid": (
        "error",
        "A licence is neither an SPDX identifier nor a statement of rightsstatements.org.",
    ),
    "audience-unknown": ("error", "A key or the command line names an audience that is not there."),
    "entry-duplicate-id": ("error", "Two entries have one id."),
    "event-duplicate-id": ("error", "Two events have one id."),
    "claim-duplicate-id": ("error", "Two claims have one id."),
    "path-duplicate-id": ("error", "Two paths have one id."),
    "claim-value-missing": ("error", "An answer's value is not in the words quoted for it."),
    # files as read, front matter, documents
    "file-unreadable": ("error", "A file or folder cannot be read."),
    "path-outside": ("error", "A symbolic link leads out of the dossier."),
    "path-twice": ("error", "Two files have one name, in different Unicode forms."),
    "path-case": ("warning", "Two paths differ only by case; some systems take them for one."),
    "encoding-undecodable": (
        "error",
        "The bytes of a file are not text in any encoding that is certain.",
    ),
    "encoding-guessed": ("warning", "A file is not UTF-8; its legacy encoding was guessed."),
    "format-unsupported": ("warning", "A document has a format that is not read yet."),
    "file-unknown": ("warning", "A file is neither document, record, page, entries nor asset."),
    "record-orphan": ("warning", "A record stands beside no document."),
    "record-twice": (
        "warning",
        "A document has two records: two files, or a file and front matter.",
    ),
    "front-matter-open": ("error", "Front matter begins and does not end."),
    "toml-syntax": ("error", "Front matter between +++ is not TOML."),
    "remove-missing": ("warning", "A line under `remove:` does not occur in the document."),
    "slug-empty": ("error", "A file name gives no slug."),
    "document-empty": ("warning", "A document has no text."),
    "file-differs": ("error", "A file is not the one whose SHA-256 its record gives."),
    "hidden-character": ("warning", "A document holds characters that readers cannot see."),
    # themes
    "theme-colour": ("error", "theme.yaml sets a role to what is no colour."),
    "theme-unknown": ("error", "dossier.yaml names a theme that is not there."),
    "template-fault": (
        "error",
        "A template of the theme cannot be read, or asks for what is not there.",
    ),
    # links and mentions, addresses, references from one file to another
    "alias-ambiguous": (
        "warning",
        "Several entries claim a name that a document uses; it is not linked there.",
    ),
    "link-broken": (
        "warning",
        "A link leads to nothing in the dossier and is shown as plain text.",
    ),
    "link-unsafe": (
        "warning",
        "A link has an address that is never published; it is shown as plain text.",
    ),
    "fragment-broken": (
        "warning",
        "A link names a heading or passage that its page does not have.",
    ),
    "slug-duplicate": ("error", "Two documents would be published at one address."),
    "slug-reserved": (
        "error",
        "A page has the address of a page or folder that every dossier has.",
    ),
    "address-duplicate": (
        "error",
        "An old address in `aliases` belongs to another page or document.",
    ),
    "entry-unknown": ("error", "A key names an entry that does not exist."),
    "entry-loop": ("error", "Acronyms stand for each other, or one for itself."),
    "reading-unknown": ("error", "A key names a reading that does not exist."),
    "scope-unknown": ("warning", "`only_in` or `not_in` names no document and no tag."),
    "answer-unknown": (
        "error",
        "`repeats` names no other answer of the claim, or leads back to where it began.",
    ),
    "path-too-long": (
        "warning",
        "A path takes a good deal longer to read than the minutes it gives.",
    ),
    "evidence-missing": ("warning", "A quotation under `evidence:` does not occur in its reading."),
    "note-missing": ("error", "The words that a note is on do not occur in the document."),
    "note-ambiguous": ("error", "The words that a note is on occur more than once."),
    "note-unplaced": ("error", "The words that a note is on are code or a link."),
    "passage-unknown": ("error", "A key names a passage that its document does not have."),
    # the linked dossier as a whole: check
    "acronym-undefined": ("warning", "Documents use an acronym that no entry explains."),
    "expansion-differs": (
        "warning",
        "A document expands an acronym in two ways, or not as the glossary does.",
    ),
    "entry-unused": ("warning", "No document, definition or event mentions an entry."),
    "entry-empty": ("warning", "An entry has nothing to say but its name."),
    "title-twice": ("warning", "Several readings have one title."),
    "date-missing": ("warning", "A reading has no date."),
    "source-missing": ("warning", "Nothing says where a reading comes from."),
    "rights-missing": (
        "warning",
        "A reading states no rights, and is published in full.",
    ),
    # the lock: addresses that were published
    "lock-damaged": ("error", "dossier.lock is cut short, or not as dossier wrote it."),
    "lock-version": ("error", "dossier.lock has the format of another version of dossier."),
    "lock-conflict": ("error", "dossier.lock has two versions in it, as a merge left it."),
    "lock-duplicate": ("error", "dossier.lock has an address twice."),
    "lock-foreign": ("error", "dossier.lock is that of another dossier."),
    "lock-stale": ("error", "A build with --locked would change dossier.lock."),
    "lock-lost": ("error", "There is no dossier.lock, and published addresses would be lost."),
    "lock-name": ("error", "What a command names is not in the lock, or is there several times."),
    "lock-incomplete": ("error", "A published address is not in dossier.lock."),
    "lock-unwritable": ("error", "dossier.lock cannot be written."),
    "passage-doubtful": (
        "error",
        "A passage may be one that was published, or a new one; only you can tell.",
    ),
    "document-doubtful": (
        "error",
        "A document may be one that was published elsewhere, or a new one; only you can tell.",
    ),
    "document-swapped": ("error", "An address would show a text that was published at another."),
    "document-replaced": ("error", "Nothing of what was published at an address is left in it."),
    "address-reused": ("error", "A new document has the old address of another one."),
    # the output folder
    "output-busy": ("error", "Another build is publishing into the output folder."),
    "output-clash": ("error", "Two files of the site would be one on some file systems."),
    "output-occupied": ("error", "A file that dossier did not write stands where a page must go."),
    "output-unsafe": (
        "error",
        "The output folder is the dossier itself or one of its own folders.",
    ),
    "output-unwritable": ("error", "The output folder cannot be written; the old site stays."),
    "preview-failed": (
        "error",
        "dossier itself has failed; the terminal of the preview says where.",
    ),
}


def problem(  # noqa: PLR0913  (a problem has as many parts)
    code: str,
    position: Position,
    message: str,
    *,
    hint: str = "",
    excerpt: str = "",
    width: int = 1,
) -> Problem:
    """A problem of a known code; `KeyError` for a code that the table does not have."""
    severity, _ = CODES[code]
    return Problem(code, severity, position, message, hint, excerpt, width)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "pmf"?` for the nearest known word, or nothing."""
    nearest = get_close_matches(
        word.casefold(), {name.casefold(): name for name in known}, n=1, cutoff=0.6
    )
    names = {name.casefold(): name for name in known}
    return f'did you mean "{names[nearest[0]]}"?' if nearest else ""
