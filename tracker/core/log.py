"""Structured logs: one JSON object a line in production, readable lines elsewhere.

Logs carry ids, never names, addresses or the tokens of mailed links. What an error says may hold a
row's values (a driver's "Key (name)=(…) already exists", a text that could not be parsed), and the
libraries that raise it are many. So of an error only its kind and its place in the code are logged:
who mends it reads the code there. `SAFE` errors say only what we wrote ourselves.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

import structlog
from structlog.typing import EventDict

SAFE = (NotImplementedError, ModuleNotFoundError)
"""Errors whose words are of the code alone."""
MAX_FIELD_LENGTH = 500
"""Characters of anything that is logged: a library may log what it was sent."""


def describe(error: BaseException) -> str:
    """An error's kind, with the code that a server gave, without what it says."""
    words = f": {error}" if isinstance(error, SAFE) else ""
    code = getattr(error, "smtp_code", None) or getattr(error, "sqlstate", None) or ""
    return f"{type(error).__module__}.{type(error).__qualname__} {code}".rstrip() + words


def _where(trace: TracebackType | None) -> list[str]:
    return [
        f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)
    ]


def _chain(error: BaseException | None) -> list[str]:
    """An error and those before it, the newest last, each with the places it came through."""
    if error is None:
        return []
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*_chain(earlier), *_where(error.__traceback__), describe(error)]


def tell_errors(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Put an error's kind and places in an event, instead of the error and what it says."""
    given = event.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(_chain(error))
    return event


def shorten(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Errors among an event's fields as their kinds, and nothing at any length."""
    for name, value in event.items():
        if isinstance(value, BaseException):
            event[name] = describe(value)
        elif isinstance(value, str) and name != "exception" and len(value) > MAX_FIELD_LENGTH:
            event[name] = f"{value[:MAX_FIELD_LENGTH]}…"
    return event


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None = None
) -> None:
    """Log what Python would print, values and all, of an error that nobody caught."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or kind(), trace)
    else:
        structlog.get_logger().critical("uncaught", exc_info=error)


def init_logging(*, json: bool, level: str) -> None:
    """Send every log line, ours and the libraries', through one formatter to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        tell_errors,
        shorten,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda thrown: _log_uncaught(thrown.exc_type, thrown.exc_value)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
