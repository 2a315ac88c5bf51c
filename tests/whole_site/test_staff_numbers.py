"""Numbers that no row has, in addresses of staff pages: both databases would fail at them."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.support.staff import member, sign_in, token
from tests.support.staff_routes import address, methods, staff_rules
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole


@pytest.mark.parametrize("beyond", ["9" * 30, str(2**40), "-1"])
def test_no_page_fails_for_a_number_that_no_row_has(
    app: Flask, client: Client, beyond: str
) -> None:
    member(app, "Ada", *StaffRole)
    sign_in(client, "Ada")
    names = ("after", "before", "done", "page", "person", "reference", "entry", "to", "draft")
    query = dict.fromkeys(names, beyond) | {"until": "9999-12-31", "since": "0001-01-01"}
    for rule in staff_rules(app):
        if rule.endpoint.startswith("security."):  # they end sessions, and take no number
            continue
        for made in {address(rule), address(rule).replace("1", beyond)}:
            if "GET" in methods(rule):
                answer = client.get(made, query_string=query)
                assert answer.status_code < 500, f"{made} {query}"
    csrf = {"csrf_token": token(client.get("/staff/account/"))}
    for form in ("/staff/bulk", "/staff/endorsements/1/hand-over"):
        assert client.post(form, data=csrf | query).status_code < 500
    assert client.get("/staff/log?after=0001-01-01T00:00:00%2B14:00~1~1").status_code == 400
