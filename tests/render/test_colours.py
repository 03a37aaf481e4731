"""Colours by role: what a dossier's own theme.yaml changes, and what it is told."""

from pathlib import Path

from dossier.render.theme import load_theme

SHEET = "styles/colours.css"


def _settings(root: Path, text: str) -> Path:
    folder = root / "themes" / "folio"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    return root


def test_one_changed_colour_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    before, _ = load_theme(tmp_path, "folio")

    theme, problems = load_theme(
        _settings(tmp_path, 'colours:\n  light:\n    accent: "#114488"\n'), "folio"
    )

    assert problems == ()
    changed = set(theme.static[SHEET].splitlines()) - set(before.static[SHEET].splitlines())
    assert changed == {b"--accent: light-dark(#114488, #f2a792);"}
    assert theme.digest != before.digest


def test_what_is_no_colour_is_a_problem_and_never_reaches_the_sheet(tmp_path: Path) -> None:
    ill = 'colours:\n  light:\n    accent: "red; } body { display: none"\n  dusk:\n    text: red\n'

    theme, problems = load_theme(_settings(tmp_path, ill), "folio")

    assert [each.code for each in problems] == ["theme-colour", "theme-colour"]
    assert b"display" not in theme.static[SHEET]
