"""The rows of invented supporters and their sign-ups, before anybody has looked at them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from tracker.demonstration.cast import Cast, Part
from tracker.demonstration.diary import noon
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Origin
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold

Row = dict[str, object]
"""The columns of a row."""


def supporters(cast: Cast, kind: SupporterKind, parts: Sequence[Part], first: int) -> list[Row]:
    """Return the rows of supporters, numbered from `first`."""
    rows = []
    for place, part in enumerate(parts):
        names = {
            SupporterKind.INDIVIDUAL: f"Demonstration Person {part.number}",
            SupporterKind.PARLIAMENTARIAN: f"Demonstration Member {part.number}",
        }
        name = names.get(kind) or cast.organisation(part.number)
        organisation = kind is SupporterKind.ORGANISATION
        member = kind is SupporterKind.PARLIAMENTARIAN
        domain = f"demonstration-{part.number}.example" if organisation else None
        rows.append(
            {
                "id": first + place,
                "kind": kind,
                "name": name,
                "name_key": fold(name),
                "created_at": noon(part.on),
                "country": part.country,
                "role": "",
                "chamber": "Demonstration House" if member else "",
                "sitting": part.number % 3 > 0 if member else None,
                "domain": domain,
                "website": f"https://{domain}" if domain else None,
                "compared_at": noon(part.recorded) if organisation else None,
            }
        )
    return rows


def endorsements(
    kind: SupporterKind,
    parts: Sequence[Part],
    first: int,
    first_supporter: int,
    initiative_ids: Sequence[int],
) -> list[Row]:
    """Return the rows of unconfirmed sign-ups, for one initiative after the other in turn."""
    return [
        {
            "id": first + place,
            "initiative_id": initiative_ids[part.number % len(initiative_ids)],
            "supporter_id": first_supporter + place,
            "kind": kind,
            "origin": Origin.SIGN_UP,
            "submitted_at": noon(part.on),
            "status": Status.UNCONFIRMED,
            "status_since": noon(part.on),
            "grade": Grade.ENDORSED,
            "effective_on": part.on,
            "effective_precision": DatePrecision.ON,
            "date_known": True,
            "be_named": kind is not SupporterKind.INDIVIDUAL or part.be_named,
            "words": "",
            "locale": "en",
            "flag": "",
            "commitment_salt": secrets.token_hex(32) if kind.is_person else None,
        }
        for place, part in enumerate(parts)
    ]
