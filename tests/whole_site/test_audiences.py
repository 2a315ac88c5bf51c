"""Every route says who may enter. A view that a library brings and nobody needs is for "nobody"."""

from __future__ import annotations

from flask import Flask

from tracker.accounts.models import StaffRole
from tracker.core import audience


def test_every_route_declares_its_audience(empty_app: Flask) -> None:
    known = {"public", "supporter link", "monitor"}
    for rule in empty_app.url_map.iter_rules():
        name = audience.of(empty_app, rule.endpoint)
        assert name is not None, f"{rule} ({rule.endpoint}) has no audience"
        if name.startswith("staff: "):
            roles = name.removeprefix("staff: ").split()
            assert roles, f"{rule} is open to no role"
            assert set(roles) <= {*StaffRole, "nobody"}, f"{rule} names a role that does not exist"
        else:
            assert name in known, f"{rule} has an unknown audience: {name}"


def test_what_is_for_staff_stands_under_staff(empty_app: Flask) -> None:
    for rule in empty_app.url_map.iter_rules():
        name = audience.of(empty_app, rule.endpoint) or ""
        if name.startswith("staff: "):
            assert rule.rule.startswith("/staff"), f"{rule} is for staff"
