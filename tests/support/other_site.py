"""A web server on this machine, for links to lead to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOTS = "User-agent: *\nDisallow: /private\nDisallow: /ours"


@dataclass
class Elsewhere:
    """Somebody else's site: what it answers by path, and what it was asked."""

    url: str = ""
    robots: tuple[int, str] = (200, ROBOTS)
    answers: dict[str, int] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    content_type: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def answer(self, method: str, path: str) -> tuple[int, str, str]:
        """Status, Location and body."""
        if path == "/robots.txt":
            return self.robots[0], "", self.robots[1]
        if path == "/no-head" and method == "HEAD":
            return 405, "", ""
        return (
            self.answers.get(path, 200),
            self.leads.get(path, ""),
            self.pages.get(path, "A page."),
        )


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    site = Elsewhere()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.command, self.path))
            site.agents.add(self.headers["User-Agent"])
            status, location, body = site.answer(self.command, self.path)
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            if site.content_type:
                self.send_header("Content-Type", site.content_type)
            content = body.encode()
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(content)

        do_HEAD = do_GET  # noqa: N815  the library's name

        def log_message(self, *_args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        site.url = f"http://127.0.0.1:{server.server_port}"
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
