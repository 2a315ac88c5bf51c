"""The page of traffic: the networks and mail domains that sign-ups come from. Never an address."""

from __future__ import annotations

from datetime import timedelta

from flask import render_template

from tracker.accounts.current_account import ADMIN, REVIEWER
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.endorsements.abuse import disownments, surges
from tracker.review.bulk import traffic
from tracker.staff.blueprint import bp


@bp.get("/staff/traffic")
@staff(REVIEWER, ADMIN)
def traffic_page() -> str:
    """Show the last 24 hours against the last 7 days; each row leads to a sweep."""
    session, now = db.session(), utcnow()
    return render_template(
        "staff/traffic.html",
        domains=traffic.mail_domains(session, now=now),
        networks=traffic.networks(session, now=now),
        disowned=disownments.counts(session, since=now - traffic.LONG),
        surges=surges.current(session, now=now),
        usual=traffic.usual_of_a_network(session, now=now),
        since=(now - traffic.LONG - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M"),
    )
