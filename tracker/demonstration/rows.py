"""The rows of invented supporters and their sign-ups, before anybody has looked at them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from tracker.demonstration.cast import Cast, Part
from tracker.demonstration.diary import noon
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Origin
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold

Row = dict[str, Any]


def supporters(cast: Cast, kind: SupporterKind, some: Sequence[Part], first: int) -> list[Row]:
    """One row each, numbered from `first`."""
    rows = []
    for place, one in enumerate(some):
        names = {
            SupporterKind.INDIVIDUAL: f"Demonstration Person {one.number}",
            SupporterKind.PARLIAMENTARIAN: f"Demonstration Member {one.number}",
        }
        name = names.get(kind) or cast.organisation(one.number)
        organisation = kind is SupporterKind.ORGANISATION
        member = kind is SupporterKind.PARLIAMENTARIAN
        domain = f"demonstration-{one.number}.example" if organisation else None
        rows.append(
            {
                "id": first + place,
                "kind": kind,
                "name": name,
                "name_key": fold(name),
                "created_at": noon(one.on),
                "country": one.country,
                "role": "",
                "chamber": "Demonstration House" if member else "",
                "sitting": one.number % 3 > 0 if member else None,
                "domain": domain,
                "website": f"https://{domain}" if domain else None,
                "compared_at": noon(one.recorded) if organisation else None,
            }
        )
    return rows


def endorsements(
    kind: SupporterKind,
    some: Sequence[Part],
    first: int,
    first_supporter: int,
    initiative_ids: Sequence[int],
) -> list[Row]:
    """One unconfirmed sign-up each, for one initiative after the other in turn."""
    return [
        {
            "id": first + place,
            "initiative_id": initiative_ids[one.number % len(initiative_ids)],
            "supporter_id": first_supporter + place,
            "kind": kind,
            "origin": Origin.SIGN_UP,
            "submitted_at": noon(one.on),
            "status": Status.UNCONFIRMED,
            "status_since": noon(one.on),
            "grade": Grade.ENDORSED,
            "effective_on": one.on,
            "effective_precision": DatePrecision.ON,
            "date_known": True,
            "be_named": kind is not SupporterKind.INDIVIDUAL or one.be_named,
            "words": "",
            "locale": "en",
            "flag": "",
            "commitment_salt": secrets.token_hex(32) if kind.is_person else None,
        }
        for place, one in enumerate(some)
    ]
