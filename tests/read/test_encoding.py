from pathlib import Path

import pytest

from dossier.read.encoding import Decoded, Undecodable, decode

RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 3
ARABIC = "مرحبا بالعالم، هذا نص عربي قصير للاختبار وهو مكتوب بترميز قديم. " * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be-bom", "utf-16-le-bom"]
)
def test_unicode_is_read_with_its_byte_order_mark_taken_off(encoding: str) -> None:
    if encoding.endswith("-bom"):
        data = "\ufeffé “x” 𝄞\r\n".encode(encoding.removesuffix("-bom"))
    else:
        data = "é “x” 𝄞\r\n".encode(encoding)

    decoded = decode(data)

    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.is_guess) == ("é “x” 𝄞\n", False)


def test_all_line_ends_become_line_feeds() -> None:
    decoded = decode(b"a\r\nb\rc\nd\r\r\n")

    assert decoded == Decoded("a\nb\nc\nd\n\n", "utf-8")


def test_punctuation_on_which_the_code_pages_agree_is_no_guess() -> None:
    decoded = decode("America’s heart – and “many” — wounded…".encode("cp1252"))

    assert decoded == Decoded("America’s heart – and “many” — wounded…", "cp1252")


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        ("Mañana será otro día para el señor", "cp1252", "es"),
        ("Ein schöner Tag für Größe", "cp1252", "en"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250", "cs-CZ"),
        (RUSSIAN, "cp1251", "en"),
        (RUSSIAN, "koi8_r", "en"),
        (ARABIC, "cp1256", "en"),
    ],
)
def test_a_legacy_encoding_is_told_by_its_letters_and_the_language(
    text: str, encoding: str, language: str
) -> None:
    decoded = decode(text.encode(encoding), language)

    assert decoded == Decoded(text, encoding, is_guess=True)


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"text\xff\xfe\x00\x01\x02", 4),
        (b"a\0b", 1),
        (b"\xff\xfea\0\0\0", 4),
        (b"\xff\xfea\0\x00\xd8", 4),
        (b"\xef\xbb\xbfabc\xff", 6),
        (bytes(range(128, 256)), 0),
    ],
    ids=["binary", "NUL", "NUL in UTF-16", "half a pair", "mark and no UTF-8", "every byte"],
)
def test_bytes_that_are_no_text_are_named_by_their_offset(data: bytes, offset: int) -> None:
    decoded = decode(data)

    assert isinstance(decoded, Undecodable)
    assert decoded.offset == offset


def test_a_word_in_a_doubtful_encoding_is_refused_not_garbled() -> None:
    decoded = decode("Привет".encode("cp1251"))

    assert isinstance(decoded, Undecodable)


@pytest.mark.parametrize(
    ("name", "encoding", "beginning"),
    [
        ("2023-12-25-statement.txt", "utf-8", "Statement from NSC Spokesperson"),
        ("2024-01-28-statement.txt", "cp1252", "Statement from President Joe Biden on Attack"),
        ("2024-02-02-statement.txt", "utf-16-le", "Statement from President Joe Biden on U.S."),
        ("2024-02-04-letter.txt", "utf-8", "Letter to the Speaker of the House"),
    ],
)
def test_the_real_text_files_are_read(
    corpora: Path, name: str, encoding: str, beginning: str
) -> None:
    decoded = decode((corpora / "white-house" / "other-formats" / name).read_bytes())

    assert isinstance(decoded, Decoded)
    assert decoded.encoding == encoding
    assert not decoded.is_guess
    assert decoded.text.startswith(beginning)
    assert not set("\r\ufeff\ufffd") & set(decoded.text)
