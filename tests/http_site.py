"""A folder served on this machine, as a web host would serve it below any address."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO
from urllib.parse import urlsplit

COMPRESSED = frozenset({".css", ".html", ".js", ".json", ".md", ".svg", ".xml"})
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".md": "text/markdown; charset=utf-8",
}


@contextmanager
def serving(folder: Path, base: str = "/") -> Iterator[str]:
    """The address of `folder`, served at the path `base` (as `/some/repo/`) until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Below, folder, base)) as server:
        server.daemon_threads = True
        answering = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        answering.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            answering.join(timeout=10)


class _Below(SimpleHTTPRequestHandler):
    """Files of one folder below one path; `404.html` for everything else."""

    timeout = 10

    def __init__(self, folder: Path, base: str, *rest: object) -> None:
        self.folder = folder
        self.base = base
        self.extensions_map = {**self.extensions_map, **TYPES}
        super().__init__(*rest, directory=str(folder))  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file that an address below the base means; outside it, none."""
        if not urlsplit(path).path.startswith(self.base):
            return str(self.folder / "outside the site")
        return super().translate_path("/" + path[len(self.base) :])

    def send_head(self) -> BytesIO | BinaryIO | None:
        """What is text goes out compressed to who takes it so."""
        file = Path(self.translate_path(self.path))
        is_taken = "gzip" in self.headers.get("Accept-Encoding", "")
        if not is_taken or file.suffix not in COMPRESSED or not file.is_file():
            return super().send_head()
        body = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where something is missing."""
        page = self.folder / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the tests' output is for failures."""
