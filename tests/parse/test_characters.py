import pytest

from dossier.parse.characters import Hidden, find_hidden, without_controls


@pytest.mark.parametrize(
    "text",
    [
        "soft\u00adhyphen",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d💻",
        "🏴\U000e0067\U000e007f",
        "a\u200fb\tc\fd\ne",
    ],
)
def test_ordinary_typography_hides_nothing(text: str) -> None:
    assert find_hidden(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab\nc\u202ed\u202c", Hidden("U+202E RIGHT-TO-LEFT OVERRIDE", 2, 2, 2)),
        ("a\u200bb", Hidden("U+200B ZERO WIDTH SPACE", 1, 2, 1)),
        ("a\ufeffb", Hidden("U+FEFF ZERO WIDTH NO-BREAK SPACE", 1, 2, 1)),
        ("PM\u200cF", Hidden("U+200C ZERO WIDTH NON-JOINER", 1, 3, 1)),
        ("a\U000e0041", Hidden("U+E0041 TAG LATIN CAPITAL LETTER A", 1, 2, 1)),
        ("\x1b[31m", Hidden("U+001B ESCAPE", 1, 1, 1)),
    ],
    ids=lambda value: value.name[:6] if isinstance(value, Hidden) else "",
)
def test_what_readers_cannot_see_is_named_with_its_place(text: str, expected: Hidden) -> None:
    assert find_hidden(text) == expected


def test_controls_that_a_page_cannot_hold_are_shown_as_replaced() -> None:
    assert without_controls("a\x00b\tc\fd\ne\x85") == "a\ufffdb\tc\fd\ne\ufffd"
