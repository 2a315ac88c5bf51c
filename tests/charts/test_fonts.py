"""Letters of drawn pictures: a font for each script, and what is shown where there is none."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy.orm import Session

from tests.support.webclient import Client
from tracker.charts.fonts import END, RIGHT_TO_LEFT, draws, lettered, undrawable
from tracker.initiatives.queries import by_slug

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.by_turns]
ARABIC = "مدونة قواعد السلوك (ACT)."
CHINESE = "关于安全理事会防止灭绝种族罪行动的行为守则"
VITHKUQI = "\U00010570\U00010571\U00010572"
"""Letters of 1825 for Albanian, in Unicode since 2021: fonts have yet to learn them."""


def test_this_machine_draws_the_six_official_languages() -> None:
    assert undrawable(f"Liberté, código, Кодекс {ARABIC} {CHINESE}") == set()
    assert undrawable(f"Code {VITHKUQI}") == {"VITHKUQI"}
    assert draws("ع") and not draws("ع", fonts_of_machine=False)


def test_a_text_has_one_font_and_the_direction_of_its_page(app: Flask) -> None:
    with app.test_request_context():
        assert lettered("Code & <b>") == "Code &amp; &lt;b&gt;"
        assert 'font-family="Noto Naskh Arabic"' in lettered(f"For {ARABIC}")
        assert 'font-family="Noto Sans CJK SC"' in lettered(CHINESE)
        assert 'font-family="Noto Serif CJK SC"' in lettered(CHINESE, serif=True)
        with force_locale("ar"):
            assert lettered("12 / 54") == f"{RIGHT_TO_LEFT}12 / 54{END}"
            assert lettered(ARABIC).count("<tspan") == 1


def test_without_a_font_a_picture_is_left_to_the_reader_and_a_card_named_by_its_address(
    app: Flask, session: Session, client: Client
) -> None:
    by_slug(session, "act-code-of-conduct").name = VITHKUQI
    session.commit()
    address = "/initiatives/act-code-of-conduct"
    answer = client.get(f"{address}/pictures/map.png?as_of=2015-10-23")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{address}/pictures/map.svg?as_of=2015-10-23"
    assert VITHKUQI in client.get(answer.headers["Location"]).text
    card = client.get(f"{address}/card.png")
    assert card.data.startswith(b"\x89PNG")
    session.expire_all()
    by_slug(session, "act-code-of-conduct").name = "act-code-of-conduct"
    session.commit()
    assert client.get(f"{address}/card.png").data == card.data
