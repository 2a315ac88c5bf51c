"""The whole API against its own description, with what Schemathesis makes up: valid and invalid
parameters, methods and addresses. All its checks; a few examples here, 200 in `make torture`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, settings

from tests.support.databases import settings as site
from tests.support.webclient import apart
from tracker.app import create_app
from tracker.core.clock import utcnow

pytestmark = pytest.mark.long

EXAMPLES = int(os.environ.get("ROLLCALL_EXAMPLES", "5"))


def description() -> dict[str, Any]:
    """What ``openapi.json`` says; the same on every database."""
    app = create_app(site("sqlite://", Path("/nowhere")))
    found: dict[str, Any] = app.extensions["api"].spec.to_dict()
    return found


schema = schemathesis.openapi.from_dict(description())


def possible(case: Any) -> Any:
    """A valid request as it can be sent. What a description cannot say: that a day is not to come
    nor older than the United Nations, that a State or a heading exists, that a cursor came from
    here."""
    if not case.meta.generation.mode.is_positive or not case.query:
        return case
    query = dict(case.query)
    query.pop("cursor", None)
    for name in {"as_of", "known_at"} & set(query):
        day = str(query[name])[:10]
        if not "1945-01-02" <= day < utcnow().date().isoformat():
            query[name] = re.sub(r"^.{10}", "2015-10-23", str(query[name]))
    for name, known in (("state", "KEN"), ("situation", "Syria")):
        if name in query:
            query[name] = known
    case.query = query
    return case


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_every_address_answers_as_it_is_described(app: Flask, case: Any) -> None:
    apart(lambda: possible(case).call_and_validate(app=app))
