"""Briefings that are encrypted, damaged, bombs, or foreign: each gets a clear word, none a traceback."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest

from dossier.verify import BriefingError, Checking, Published, verify
from tests.builds import run_dossier
from tests.verify import claims, word_writer

DOCUMENT = (
    '<?xml version="1.0"?>{doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
)
LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/evil.dtd">',
)


def zipped(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(f"word/{name}.xml", data)
    return written.getvalue()


def word_bytes(tmp_path: Path) -> bytes:
    path = tmp_path / "whole.docx"
    word_writer.write(path, word_writer.joined)
    return path.read_bytes()


def pdf_bytes(password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def reason(path: Path, data: bytes, site: Published) -> str:
    path.write_bytes(data)
    with pytest.raises(BriefingError) as caught:
        verify(path, site, Checking())
    return str(caught.value)


@pytest.mark.parametrize("doctype", LAUGHS)
def test_a_docx_with_entities_is_refused(
    doctype: str, tmp_path: Path, river_site: Published
) -> None:
    data = zipped(document=DOCUMENT.format(doctype=doctype, text="&b;").encode())

    assert "DTD or entities" in reason(tmp_path / "b.docx", data, river_site)


def test_a_zip_bomb_is_refused(tmp_path: Path, river_site: Published) -> None:
    data = zipped(document=DOCUMENT.format(doctype="", text=" " * (60 << 20)).encode())
    assert len(data) < 100_000

    assert "unpacks to far more" in reason(tmp_path / "b.docx", data, river_site)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path, river_site: Published) -> None:
    text = DOCUMENT.format(doctype="", text=" " * (8 << 20)).encode()
    data = zipped(document=text).replace(
        len(text).to_bytes(4, "little"), (900).to_bytes(4, "little")
    )

    assert "damaged" in reason(tmp_path / "b.docx", data, river_site)


def test_an_encrypted_docx_is_named_as_such(tmp_path: Path, river_site: Published) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)

    assert "encrypted" in reason(tmp_path / "b.docx", data, river_site)


def test_a_zip_with_a_password_is_named_as_such(tmp_path: Path, river_site: Published) -> None:
    data = bytearray(zipped(document=b"<a/>"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert "encrypted" in reason(tmp_path / "b.docx", bytes(data), river_site)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_docx_is_damaged(share: float, tmp_path: Path, river_site: Published) -> None:
    data = word_bytes(tmp_path)

    assert "damaged" in reason(tmp_path / "b.docx", data[: int(len(data) * share)], river_site)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"%PDF-1.7\n", b"PK\x05\x06" + bytes(18)], ids=repr
)
@pytest.mark.parametrize("name", ["b.docx", "b.pdf"])
def test_what_is_no_document_is_damaged(
    data: bytes, name: str, tmp_path: Path, river_site: Published
) -> None:
    assert "damaged" in reason(tmp_path / name, data, river_site)


def test_an_encrypted_pdf_is_named_as_such(tmp_path: Path, river_site: Published) -> None:
    assert "encrypted" in reason(tmp_path / "b.pdf", pdf_bytes("secret"), river_site)


def test_a_binary_file_is_no_text(tmp_path: Path, river_site: Published) -> None:
    assert "no text" in reason(tmp_path / "b.txt", bytes(range(256)), river_site)


def test_a_kind_of_file_that_is_not_read_is_named(tmp_path: Path, river_site: Published) -> None:
    assert "no .docx, .pdf, .html, .md or .txt" in reason(tmp_path / "b.odt", b"x", river_site)


@pytest.mark.parametrize("name", ["b.html", "b.md", "b.txt"])
def test_a_briefing_without_links_has_no_faults(
    name: str, tmp_path: Path, river_site: Published
) -> None:
    path = tmp_path / name
    path.write_text("Nothing “is quoted from anywhere” here, or linked.\n", encoding="utf-8")

    verdict = verify(path, river_site, Checking())

    assert (verdict.links, verdict.quotations, verdict.faults) == ((), (), 0)


def test_an_empty_pdf_has_no_faults(tmp_path: Path, river_site: Published) -> None:
    path = tmp_path / "b.pdf"
    path.write_bytes(pdf_bytes())

    assert verify(path, river_site, Checking()).faults == 0


def test_deeply_nested_html_is_read(tmp_path: Path, river_site: Published) -> None:
    path = tmp_path / "b.html"
    path.write_text("<div>" * 3000 + claims.in_html() + "</div>" * 3000, encoding="utf-8")

    assert claims.found(verify(path, river_site, Checking(since="2025-06-01"))) == claims.wanted()


def test_the_command_tells_why_a_briefing_cannot_be_read(tmp_path: Path, river: Path) -> None:
    bad, good = tmp_path / "b.pdf", tmp_path / "good.txt"
    bad.write_bytes(b"%PDF-1.7\n")
    good.write_text("Nothing.", encoding="utf-8")

    run = run_dossier("verify", str(bad), str(good), "--site", str(river))

    assert run.returncode == 2
    assert run.stderr.startswith(f"{bad}: it is damaged")
    assert "good.txt: 0 links" in run.stdout


def test_the_command_wants_a_site(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Nothing.", encoding="utf-8")

    run = run_dossier("verify", str(tmp_path / "b.txt"), "--site", str(tmp_path))

    assert run.returncode == 2
    assert "build the dossier first" in run.stderr
