"""Structured logs: one JSON object a line in production, readable lines elsewhere.

Logs carry ids, never names, addresses or the tokens of mailed links.
"""

from __future__ import annotations

import logging
import re
import sys

import structlog

TOKEN_IN_PATH = re.compile(r"^(/(?:confirm|manage|stay-named|report|staff/invitation)/)[^/?]+")


def mask(path: str) -> str:
    """A request path with the token of a mailed link hidden."""
    return TOKEN_IN_PATH.sub(r"\1…", path)


def init_logging(*, json: bool, level: str) -> None:
    """Send every log line, ours and the libraries', through one formatter to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
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
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
