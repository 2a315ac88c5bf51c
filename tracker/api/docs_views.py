"""The documentation of the API: a plain page, made of the same description as ``openapi.json``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, current_app, render_template
from sqlalchemy.orm import Session

from tracker.api import queries, text_views, views
from tracker.api.blueprint import API_DESCRIPTION, Interface
from tracker.core import limits
from tracker.core.audience import public
from tracker.core.clock import utcnow
from tracker.core.components import config
from tracker.core.db import db
from tracker.initiatives import queries as initiatives
from tracker.tallies import roll
from tracker.tallies.roll import Sought

bp = Blueprint("api_docs", __name__)
__all__ = ["bp", "text_views", "views"]  # views are known before they are described
CAMPAIGN, INITIATIVE = "CAMPAIGN", "INITIATIVE"
"""Stand for slugs of this site in an example."""
EXAMPLES = {
    "/api/v1/campaigns/{slug}": (CAMPAIGN, {}),
    "/api/v1/campaigns/{slug}/tally": (CAMPAIGN, {"as_of": "2015-10-23"}),
    "/api/v1/initiatives/{slug}": (INITIATIVE, {}),
    "/api/v1/initiatives/{slug}/tally": (INITIATIVE, {"as_of": "2015-10-23"}),
    "/api/v1/initiatives/{slug}/series": (INITIATIVE, {}),
    "/api/v1/states": ("", {"as_of": "2015-10-23"}),
    "/api/v1/states/{iso3}": ("FRA", {"as_of": "2015-10-23"}),
    "/api/v1/organisations": ("", {"as_of": "2020-12-31", "limit": "10"}),
    "/api/v1/endorsements": ("", {"initiative": INITIATIVE, "as_of": "2015-10-23"}),
    "/api/v1/statements": ("", {"campaign": CAMPAIGN, "as_of": "2015-10-23"}),
    "/api/v1/reported-tallies": ("", {"initiative": INITIATIVE, "as_of": "2015-10-23"}),
    "/api/v1/vetoes": ("", {"situation": "Syria", "decade": "2010", "atrocity": "true"}),
}
"""For each address what stands in the place of its name, and what is asked."""

Described = dict[str, Any]
"""The description of the API, or a part of it, as OpenAPI has it."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    name: str
    in_path: bool
    choices: tuple[str, ...]
    about: str


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One address, with an example that can be run as it stands."""

    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    fields: tuple[tuple[str, str], ...]
    """The names and meanings of what is answered; of an item, for a list."""
    paged: bool


@bp.get("/api/v1/", strict_slashes=False)
@public
def page() -> str:
    """Show all readings of the API, with their parameters and answers."""
    interface: Interface = current_app.extensions["api"]
    return render_template(
        "api/docs.html",
        about=API_DESCRIPTION,
        operations=operations(interface.spec.to_dict(), config().public_url, _names(db.session())),
        limit=limits.READS,
        site=config().public_url,
    )


def _names(session: Session) -> dict[str, str]:
    """Return what an example names: slugs by what stands for them, and by an address of one thing
    the number of the first of them that is here. No slugs on a site without content."""
    names = _numbers(session)
    for initiative in initiatives.all_initiatives(session)[:1]:
        names |= {CAMPAIGN: initiative.campaign.slug, INITIATIVE: initiative.slug}
    return names


def _numbers(session: Session) -> dict[str, str]:
    """For an address of one thing, the number of the first of them that is here."""
    today = utcnow().date()
    everything = Sought(as_of=today, today=today, until=roll.ledger_size(session, None))
    entries, _next = roll.page(session, everything, after=None, limit=1)
    statements = queries.statements(session, campaign=None, initiative=None, state=None)
    reported = queries.reported(session, campaign=None, initiative=None, known_at=None)
    ids_by_name: dict[str, list[int | str]] = {
        "organisations": [
            row.id for row, _name in queries.organisations(session, None, after=0, limit=1)
        ],
        "endorsements": [row.entry_id for row in entries],
        "evidence": [row.id for row in queries.texts(session, after=0, limit=1)],
        "statements": [row.id for row, _campaign, _initiative in statements],
        "reported-tallies": [row.tally_id for row, _campaign, _initiative in reported],
    }
    return {f"/api/v1/{name}/{{id}}": str([*ids, 1][0]) for name, ids in ids_by_name.items()}


def operations(spec: Described, site: str, names: Mapping[str, str]) -> list[Operation]:
    """Every address of a description, in its order. `names` are those of the examples."""
    described_operations = []
    for path, methods in spec["paths"].items():
        operation = methods["get"]
        parameters = [*methods.get("parameters", []), *operation.get("parameters", [])]
        shape = _shape(spec, operation["responses"]["200"])
        item = shape["properties"].get("items")
        answered = _resolved(spec, item["items"]) if item else shape
        described_operations.append(
            Operation(
                path=path,
                summary=operation.get("summary", "").rstrip("."),
                description=operation.get("description", ""),
                parameters=tuple(_parameter(parameter) for parameter in parameters),
                example=site + example(path, names),
                fields=tuple(
                    (name, _about(spec, field)) for name, field in answered["properties"].items()
                ),
                paged=item is not None,
            )
        )
    return described_operations


def example(path: str, names: Mapping[str, str]) -> str:
    """An address that can be opened, such as a description's path leads to."""
    name, arguments = EXAMPLES.get(path, (names.get(path, ""), {}))
    start, brace, rest = path.partition("{")
    filled = start + names.get(name, name) + rest.partition("}")[2] if brace else path
    given = {key: names.get(value, value) for key, value in arguments.items()}
    return f"{filled}?{urlencode(given)}" if given else filled


def _shape(spec: Described, response: Described) -> Described:
    return _resolved(spec, response["content"]["application/json"]["schema"])


def _resolved(spec: Described, schema: Described) -> Described:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    resolved: Described = spec["components"]["schemas"][reference.rpartition("/")[2]]
    return resolved


def _about(spec: Described, schema: Described) -> str:
    return str(schema.get("description", ""))


def _parameter(parameter: Described) -> Parameter:
    schema = parameter["schema"]
    return Parameter(
        name=parameter["name"],
        in_path=parameter["in"] == "path",
        choices=tuple(str(choice) for choice in schema.get("enum", ())),
        about=parameter.get("description", ""),
    )
