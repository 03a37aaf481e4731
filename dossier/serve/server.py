"""Requests from this machine, answered with files of the preview; which files those are is not decided here."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import parse_qs

from dossier.serve.address import (
    OWN,
    Asked,
    Refusal,
    candidates,
    file_meant,
    path_asked_for,
    refusal,
)
from dossier.serve.answer import Answer, kind_of, part, plain, unbuilt, with_reload
from dossier.serve.preview import Preview

HOST: Final = "127.0.0.1"
_NEXT_PORTS: Final = 50
_LAST_PORT: Final = 65535
_PATIENCE: Final = 1.0
"""Seconds that a request waits for a build that is going on; then it is answered with the last good page."""
_BEAT: Final = 10.0
"""Seconds between signs of life to a page that listens: so long a page that has gone may go unnoticed."""
_IDLE: Final = 60.0
_HERE: Final = Path(__file__).parent
_SCRIPTS: Final = ("reload.js", "problems.css")
_HEADERS: Final = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "same-origin"),
)


class Server(ThreadingHTTPServer):
    """Listens on the loopback address only, from the moment it is made; answers when it is started."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        self.own = {name: (_HERE / name).read_bytes() for name in _SCRIPTS}
        self._answering: Thread | None = None
        super().__init__((HOST, port), _Request)

    def server_bind(self) -> None:
        """Bind without asking a name server for our own name."""
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = HOST, self.server_address[1]

    def start(self) -> None:
        """Answer, in threads, what has been and will be asked; more than once is once."""
        if self._answering is None:
            self._answering = Thread(
                target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True
            )
            self._answering.start()

    def stop(self) -> None:
        """Answer nothing more."""
        if self._answering is not None:
            self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that went away; anything else is a bug of ours and shows."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def listening(port: int, preview: Preview, used: Callable[[int, int], None]) -> Server:
    """A server on `port` or, if that is used, on the next free one; OSError if there is none.

    `used` is told the port that was wanted and the one that is taken instead.
    """
    for number in range(port, min(port + _NEXT_PORTS, _LAST_PORT) + 1):
        try:
            server = Server(number, preview)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            continue
        if number != port:
            used(port, number)
        return server
    raise OSError(errno.EADDRINUSE, f"ports {port} to {number} are all in use")


class _Request(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _IDLE

    def version_string(self) -> str:
        return "dossier"

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)  # noqa: FBT003 - a socket option

    def do_GET(self) -> None:
        asked = Asked(
            hosts=self._all("Host"),
            origins=self._all("Origin"),
            site=self.headers.get("Sec-Fetch-Site", ""),
            destination=self.headers.get("Sec-Fetch-Dest", ""),
            has_body="Transfer-Encoding" in self.headers
            or any(length.strip() != "0" for length in self._all("Content-Length")),
        )
        path = refusal(asked, self.server.server_port) or path_asked_for(self.path)
        if isinstance(path, Refusal):
            self.close_connection = True
            self._send(plain(path.status, path.reason))
        elif f"/{path}".startswith(own := self.server.preview.state.base + OWN):
            self._answer_own(f"/{path}".removeprefix(own))
        else:
            ranged = None if self.headers.get("If-Range") else self.headers.get("Range")
            self._send(part(self._answer(path), ranged))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _answer(self, path: str) -> Answer:
        preview = self.server.preview
        preview.settled(candidates(path, preview.state.base), _PATIENCE)
        while True:
            state = preview.state
            meant = file_meant(path, state.base, self._is_shown)
            if meant.instead:
                return plain(302, "It is elsewhere.", ("Location", meant.instead))
            file = meant.file or "404.html"
            digest = preview.digest_of(file)
            known = state.as_json(digest)
            if not digest:
                return unbuilt(state.address, known, has_site=state.is_built)
            with suppress(KeyError):
                body = preview.read(digest)
                if file.endswith(".html"):
                    body = with_reload(body, state.address, known)
                return Answer(200 if meant.file else 404, kind_of(file), body)

    def _is_shown(self, file: str) -> bool:
        return bool(self.server.preview.digest_of(file))

    def _answer_own(self, name: str) -> None:
        if name == "events" and self.command == "GET":
            self._tell_events()
        elif name in {"events", "state"}:
            self._send(self._state_of(parse_qs(self.path.partition("?")[2]).get("page", ["/"])[0]))
        elif data := self.server.own.get(name):
            self._send(Answer(200, kind_of(name), data))
        else:
            self._send(plain(404, "There is nothing here."))

    def _state_of(self, page: str) -> Answer:
        """What the page at an address, as a browser writes it, must compare itself with."""
        path = path_asked_for(page)
        if isinstance(path, Refusal):
            return plain(path.status, path.reason)
        state = self.server.preview.state
        file = file_meant(path, state.base, self._is_shown).file or "404.html"
        known = state.as_json(self.server.preview.digest_of(file))
        return Answer(200, kind_of("state.json"), known.encode())

    def _tell_events(self) -> None:
        """Server-sent events (WHATWG HTML, 9.2): the number of the state now, and of every later one."""
        self.close_connection = True
        self._send_head(200, "text/event-stream; charset=utf-8", (("Connection", "close"),))
        told = -1
        while True:
            revision = self.server.preview.after(told, _BEAT)
            self.wfile.write(b":\n\n" if revision == told else b"data: %d\n\n" % revision)
            told = revision

    def _send(self, answer: Answer) -> None:
        extra = (*answer.extra, ("Content-Length", str(len(answer.body))))
        if self.close_connection:
            extra = (*extra, ("Connection", "close"))
        self._send_head(answer.status, answer.kind, extra)
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _send_head(self, status: int, kind: str, extra: tuple[tuple[str, str], ...]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), *_HEADERS, *extra):
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the base class refuses: a method that is not ours, a line that is no request."""
        del explain
        is_method = code == HTTPStatus.NOT_IMPLEMENTED
        status = HTTPStatus.METHOD_NOT_ALLOWED if is_method else code
        self.close_connection = True
        if not hasattr(self, "headers"):
            self.request_version = "HTTP/1.1"
        allow = (("Allow", "GET, HEAD"),) if is_method else ()
        self._send(plain(status, HTTPStatus(status).phrase, *allow))
        del message

    def _all(self, name: str) -> tuple[str, ...]:
        return tuple(self.headers.get_all(name) or ())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the terminal is for what was rebuilt."""
