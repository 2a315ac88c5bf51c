"""Right-to-left names are isolated in text, and nowhere else."""

from __future__ import annotations

import pytest
from flask import Flask
from jinja2 import DictLoader
from markupsafe import Markup
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests.support.signup import newest_mail, post
from tests.support.webclient import Client
from tracker.core.bidi import isolate
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import Supporter, SupporterKind

NAME = "منظمة السلام"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Forum for Peace", "Forum for Peace"),
        ("Łódź", "Łódź"),
        (NAME, f"<bdi>{NAME}</bdi>"),
        ("שלום <b> 2026", "<bdi>שלום &lt;b&gt; 2026</bdi>"),
        (f"of {NAME}, 3 May", f"of <bdi>{NAME}</bdi>, 3 May"),
        (f"a <{NAME}> & {NAME}", f"a &lt;<bdi>{NAME}</bdi>&gt; &amp; <bdi>{NAME}</bdi>"),
        (Markup("<i>שלום</i>"), "<i>שלום</i>"),
        (7, "7"),
    ],
)
def test_the_parts_of_a_text(text: object, shown: str) -> None:
    assert str(isolate(text)) == shown


PAGE = """<title>{{ name }}</title>
{% block title %}{{ name }}{% endblock %}
<a title="{{ name }} > 1"{% if name %} data-x='{{ name }}'{% endif %}>{{ name }}</a>
<option>{{ name }}</option><svg><text>{{ name }}</text></svg>{% set a, b = 1, 2 %}
<p>{{ a }} < {{ b }} {{ name if a else b }}, 1980 {{ name | upper }}</p>"""


@pytest.mark.by_turns
def test_markup_stands_only_where_a_browser_reads_it(empty_app: Flask) -> None:
    pages = DictLoader({"x.html": PAGE, "x.txt": PAGE})
    environment = empty_app.jinja_env.overlay(loader=pages)
    page = environment.get_template("x.html").render(name=NAME)
    assert "<bdi>" not in environment.get_template("x.txt").render(name=NAME)
    assert f"<title>{NAME}</title>\n{NAME}\n" in page
    assert f"""<a title="{NAME} > 1" data-x='{NAME}'><bdi>{NAME}</bdi></a>""" in page
    assert f"<option>{NAME}</option><svg><text>{NAME}</text></svg>" in page
    assert f"<p>1 < 2 <bdi>{NAME}</bdi>, 1980 <bdi>{NAME}</bdi></p>" in page


def test_public_pages_and_mails_isolate_names(app: Flask, client: Client, session: Session) -> None:
    organisations = Supporter.kind == SupporterKind.ORGANISATION
    endorsement = (
        session.query(Endorsement)
        .join(Supporter, organisations & (Supporter.id == Endorsement.supporter_id))
        .where(Endorsement.status == Status.VERIFIED)
    )
    entry = endorsement.first()
    assert entry is not None
    session.execute(update(Supporter).where(Supporter.id == entry.supporter_id).values(name=NAME))
    session.commit()
    for address in (
        f"/endorsements/{entry.id}",
        f"/organisations/{entry.supporter_id}",
        f"/initiatives/{entry.initiative.slug}",
    ):
        page = client.get(address).text
        assert f"<bdi>{NAME}</bdi>" in page, address
        assert "<bdi>" not in page.partition("</title>")[0]
    assert post(client, "individual", name=NAME).status_code == 303
    html = newest_mail(app).get_body(("html",))
    assert html is not None and f"<bdi>{NAME}</bdi>" in html.get_content()
