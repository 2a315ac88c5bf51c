"""Pictures as files: drawn one at a time by the whole site, and kept on disk for whoever asks next.

A picture takes up to a second of a processor, and there is one for each day since 2015. So what is
drawn is kept for a minute under its address, which is as long as its readers may keep it, and a PNG
for as long as there is room under the digest of its drawing: those of past days hardly ever change.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Response, current_app, g, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import ServiceUnavailable
from werkzeug.wrappers import Response as BaseResponse

from tracker.charts import fonts
from tracker.core import query_args
from tracker.core.i18n import locale_code
from tracker.core.limits import PICTURES, count_reading
from tracker.core.sandbox import Exceeded
from tracker.core.site_queue import QueueFull, SiteQueue

STORE = "picture_store"
FRESH_SECONDS = 60
"""For how long a picture is given out under its address."""
MAX_PLACES = 3
"""Requests of the whole site that draw or wait to, at most: one draws."""
RETRY_SECONDS = 5
MAX_BYTES = 200 * 1024 * 1024
"""Of all that is kept; what nobody asked for longest goes first."""
KEPT_HEADERS = ("Content-Type", "Content-Disposition", "Cross-Origin-Resource-Policy")


class PictureStore:
    """Finished pictures in a folder that the site's processes share."""

    def __init__(
        self, folder: Path, *, places: int = MAX_PLACES, most_bytes: int = MAX_BYTES
    ) -> None:
        self.folder = folder
        self.most_bytes = most_bytes
        self.queue = SiteQueue(folder, waiting=places - 1)

    def get(self, name: str, *, fresh: float | None = None) -> bytes | None:
        """Return what is kept under a name, if it was written in the last so many seconds."""
        path = self.folder / name
        try:
            if fresh is not None and path.stat().st_mtime < time.time() - fresh:
                return None
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        if fresh is None:
            path.touch()  # asked for just now: it goes last
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep something, and let the oldest go if it is too much."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f".{secrets.token_hex(8)}"
        draft.write_bytes(content)
        draft.replace(self.folder / name)
        self._evict()

    def png(self, drawing: str, width: int) -> bytes:
        """A drawing as a PNG, painted if it is not kept."""
        name = f"{_digest(width, drawing)}.png"
        painted = self.get(name)
        if painted is None:
            painted = fonts.as_png(drawing, width=width)
            self.put(name, painted)
        return painted

    def _evict(self) -> None:
        with os.scandir(self.folder) as listed:
            files = [
                (entry.stat(), entry.path) for entry in listed if not entry.name.startswith(".")
            ]
        total = sum(stat.st_size for stat, _path in files)
        for stat, path in sorted(files, key=lambda file: file[0].st_mtime):
            if total <= self.most_bytes:
                return
            Path(path).unlink(missing_ok=True)
            total -= stat.st_size


def register(state: BlueprintSetupState) -> None:
    """Give an application its store, in the folder of its settings."""
    config = state.app.extensions["rollcall"]
    places = places_for(config.web_threads)
    state.app.extensions[STORE] = PictureStore(config.var_dir / "pictures", places=places)


def places_for(threads: int) -> int:
    """Return how many of a process's threads pictures may take: at most half, so that pages have
    the rest; one where there is only one. All of them may have come to the same process."""
    return max(1, min(MAX_PLACES, threads // 2))


def store() -> PictureStore:
    picture_store: PictureStore = current_app.extensions[STORE]
    return picture_store


def drawn_in_turn(view: Callable[..., BaseResponse]) -> Callable[..., BaseResponse]:
    """Keep what a view draws, and let it draw only when it is its turn.

    503 when too many wait, 429 when one network asks for too many that are not kept.
    """

    @functools.wraps(view)
    def answer(**values: object) -> BaseResponse:
        pictures = store()
        name = _digest(
            locale_code(), request.path, sorted(query_args.arguments().items(multi=True))
        )
        kept = pictures.get(name, fresh=FRESH_SECONDS)
        if kept is None:
            with in_turn():
                kept = pictures.get(name, fresh=FRESH_SECONDS)
                if kept is None:
                    response = view(**values)
                    if response.status_code != 200:
                        return response
                    kept = _packed(response)
                    pictures.put(name, kept)
        return _unpacked(kept)

    return answer


@contextmanager
def in_turn() -> Iterator[None]:
    """Let the block draw when it is its turn. 503 too when it takes more than it may, as on a
    machine that has more to do than it can."""
    count_reading("pictures", PICTURES)
    try:
        with store().queue.turn():
            yield
    except QueueFull as error:
        g.limit = "pictures: all places in the queue are taken"
        raise ServiceUnavailable(retry_after=RETRY_SECONDS) from error
    except Exceeded as error:
        g.limit = "pictures: one took longer to paint than it may"
        raise ServiceUnavailable(retry_after=RETRY_SECONDS) from error


def _packed(response: BaseResponse) -> bytes:
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    return json.dumps(headers).encode() + b"\n" + response.get_data()


def _unpacked(kept: bytes) -> Response:
    headers, _, body = kept.partition(b"\n")
    response = Response(body, headers=json.loads(headers))
    response.headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response.headers["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    response.make_conditional(request)
    return response


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
