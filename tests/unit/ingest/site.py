"""A web site on loopback that answers as its test says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(
    body: bytes | str = b"", *, status: int = 200, content_type: str | None = "text/html", **headers: str
) -> Answer:
    """Answer with `body` and its length; `headers` are written with underscores for dashes."""

    def write(request: BaseHTTPRequestHandler) -> None:
        content = body.encode() if isinstance(body, str) else body
        request.send_response(status)
        if content_type:
            request.send_header("Content-Type", content_type)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(content)

    return write


def redirect(to: str) -> Answer:
    return answer(status=302, Location=to)


class Site:
    """Where the site is, and the requests it has had."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.port = port
        self.requests: list[tuple[str, dict[str, str]]] = []


@contextmanager
def serving(pages: dict[str, Answer]) -> Iterator[Site]:
    """Serve `pages` by their paths; anything else is not found."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.requests.append((self.path, dict(self.headers.items())))
            self.close_connection = True
            try:
                pages.get(self.path.partition("?")[0], answer("gone", status=404))(self)
            except OSError:  # the reader has hung up, as some of these tests are there to see
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
