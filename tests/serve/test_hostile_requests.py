"""The preview refuses what does not come from this machine's own pages, and whatever leads out of the site."""

import socket
from collections.abc import Iterator

import pytest

from tests.serve.previews import DOSSIER, Preview, previewing, write

SECRET = "a secret beside the site"
HERE = "Host: 127.0.0.1:PORT"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = write(
        tmp_path_factory.mktemp("hostile") / "dossier",
        {
            **DOSSIER,
            "dossier.yaml": "title: A dossier\n",
            "secret.txt": SECRET,
            "seeds/.hidden.md": SECRET,
        },
    )
    with previewing(root) as started:
        started.line_with("built")
        yield started


def answer_to(preview: Preview, request: str) -> tuple[int, bytes]:
    """Status and everything that came back for the bytes of a request."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        lines = request.replace("PORT", str(preview.port)).replace("\n", "\r\n")
        connection.sendall(lines.encode("latin-1") + b"\r\n\r\n")
        connection.settimeout(5)
        received = b""
        try:
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                received += part
        except (TimeoutError, ConnectionResetError):
            pass
    status = received.split(b" ", 2)[1] if received.startswith(b"HTTP/1.") else b"0"
    return int(status), received


PATHS = (
    "/../secret.txt",
    "/../../../../../../etc/passwd",
    "/readings/../../secret.txt",
    "/./../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2E%2E/secret.txt",
    "/.%2e/secret.txt",
    "/%2e./secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/readings%2f..%2f..%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/%252e%252e%252fsecret.txt",
    "/%25252e%25252e/secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/%c0%af../secret.txt",
    "/%e0%80%ae%e0%80%ae/secret.txt",
    "/%uff0e%uff0e/secret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "/%5c..%5csecret.txt",
    "/readings\\..\\..\\secret.txt",
    "/%255c..%255csecret.txt",
    "/C:\\Windows\\win.ini",
    "/C:/Windows/win.ini",
    "/c%3a/windows/win.ini",
    "/\\\\host\\share\\secret.txt",
    "//etc/passwd",
    "///etc/passwd",
    "/%2fetc/passwd",
    "/%2f%2fetc/passwd",
    "/index.html%00.txt",
    "/%00",
    "/..%00/secret.txt",
    "/%2500",
    "/index.html%0d%0aSet-Cookie:%20a=b",
    "/index.html%0aX: y",
    "/..;/secret.txt",
    "/.../secret.txt",
    "/~root/secret.txt",
    "/secret.txt",
    "/seeds/report.md",
    "/seeds/.hidden.md",
    "/assets/../../secret.txt",
    "/assets/theme/scripts/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt",
    "/dossier.yaml",
    "/.dossier/cache.sqlite",
    "/.git/config",
    "/_dossier/../secret.txt",
    "/_dossier/server.py",
    "/_dossier/",
    "/_dossier/events/../../secret.txt",
    "/_dossier/state?page=../../../etc/passwd",
    "/_dossier/state?page=%2e%2e/%2e%2e/secret.txt",
    "/%",
    "/%zz",
    "/%ff",
    "/\x80\xff",
    "/index.html#part",
    "secret.txt",
    "..",
    "*",
    "http://evil.example/",
    "http://127.0.0.1:PORT/",
    "file:///etc/passwd",
    "/" + "a" * 5000,
    "/" + "../" * 1000,
    "/" + "a" * 70000,
)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path[:60]!r} {len(path)}")
def test_an_address_that_does_not_lead_into_the_site_is_refused(
    path: str, preview: Preview
) -> None:
    status, received = answer_to(preview, f"GET {path} HTTP/1.1\n{HERE}\nConnection: close")

    assert 400 <= status < 500
    assert SECRET.encode() not in received
    assert b"root:" not in received
    assert b"Set-Cookie" not in received.partition(b"\r\n\r\n")[0]


HEADERS = (
    "Host: evil.example",
    "Host: evil.example:PORT",
    "Host: 127.0.0.1.evil.example:PORT",
    "Host: localhost.evil.example:PORT",
    "Host: 127.0.0.1:1",
    "Host: 127.0.0.1",
    "Host: 0.0.0.0:PORT",
    "Host: [::1]:PORT",
    "Host: 2130706433:PORT",
    "Host: 127.1:PORT",
    "Host: evil.example@127.0.0.1:PORT",
    "Host: 127.0.0.1:PORT@evil.example",
    "Host: 127.0.0.1:PORT, evil.example",
    "Host:",
    "Accept: */*",
    f"{HERE}\nHost: evil.example",
    f"Host: evil.example\n{HERE}",
    f"{HERE}\nOrigin: https://evil.example",
    f"{HERE}\nOrigin: null",
    f"{HERE}\nOrigin: http://127.0.0.1:1",
    f"{HERE}\nOrigin: https://127.0.0.1:PORT",
    f"{HERE}\nOrigin: http://127.0.0.1:PORT.evil.example",
    f"{HERE}\nOrigin: http://localhost:PORT\nOrigin: https://evil.example",
    f"{HERE}\nSec-Fetch-Site: cross-site\nSec-Fetch-Dest: script\nSec-Fetch-Mode: no-cors",
    f"{HERE}\nSec-Fetch-Site: same-site\nSec-Fetch-Dest: empty\nSec-Fetch-Mode: cors",
    f"{HERE}\nSec-Fetch-Site: cross-site\nSec-Fetch-Dest: iframe\nSec-Fetch-Mode: navigate",
    f"{HERE}\nContent-Length: 5",
    f"{HERE}\nContent-Length: 0\nContent-Length: 5",
    f"{HERE}\nTransfer-Encoding: chunked",
    f"{HERE}\n" + "\n".join(f"X-{number}: y" for number in range(200)),
    f"{HERE}\nX: " + "y" * 70000,
)


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: f"{headers[:70]!r} {len(headers)}")
@pytest.mark.parametrize("path", ["/", "/_dossier/events"])
def test_a_request_that_is_not_from_our_own_pages_is_refused(
    path: str, headers: str, preview: Preview
) -> None:
    status, received = answer_to(preview, f"GET {path} HTTP/1.1\n{headers}")

    assert 400 <= status < 500
    assert b"A dossier" not in received


METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X")


@pytest.mark.parametrize("method", METHODS)
def test_a_method_other_than_get_and_head_is_refused(method: str, preview: Preview) -> None:
    status, received = answer_to(preview, f"{method} / HTTP/1.1\n{HERE}\nContent-Length: 0")

    assert status == 405
    assert b"Allow: GET, HEAD\r\n" in received


BROKEN = ("", "GET", "GET /", "/ HTTP/1.1", "GET / HTTP/9.9", "GET / HTTP/x", "GET / / HTTP/1.1\n")


@pytest.mark.parametrize("request_line", BROKEN, ids=repr)
def test_what_is_no_request_gets_no_page(request_line: str, preview: Preview) -> None:
    status, received = answer_to(preview, f"{request_line}\n{HERE.replace('127.0.0.1', 'evil')}")

    assert status == 0 or status >= 400
    assert b"A dossier" not in received


def test_nobody_listens_on_another_address_of_this_machine(preview: Preview) -> None:
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", preview.port), timeout=2):  # noqa: PT011 - refused or unreachable
        pass


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_our_own_pages_are_answered(name: str, preview: Preview) -> None:
    own = f"Host: {name}:PORT\nOrigin: http://{name}:PORT\nSec-Fetch-Site: same-origin"
    status, received = answer_to(preview, f"GET / HTTP/1.1\n{own}\nConnection: close")

    assert status == 200
    assert b"A dossier" in received


def test_a_link_on_somebody_elses_page_may_lead_here(preview: Preview) -> None:
    followed = "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document"
    status, _ = answer_to(preview, f"GET / HTTP/1.1\n{HERE}\n{followed}\nConnection: close")

    assert status == 200
