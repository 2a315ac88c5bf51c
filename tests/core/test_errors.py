"""Errors speak in sentences of the catalogue, filled in only after they are translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from flask import Flask, render_template_string
from flask_babel import Babel

from tracker.core import errors
from tracker.core.errors import Conflict, RuleBroken, TrackerError
from tracker.core.i18n import localized, translated

CODE = Path(errors.__file__).parents[1]
KINDS = {
    name
    for name, one in vars(errors).items()
    if isinstance(one, type) and issubclass(one, TrackerError)
}
NAMED = {"run.problem", "said", "message", "refusal", "fault['sentence']"}
"""Sentences that stand elsewhere, as what an import met and stored; so do those of constants, which
are marked there."""
CONSTANT = re.compile(r"(\w+\.)?[A-Z_]+")
BEGAN = RuleBroken("The grade before began on %(day)s.", day=date(2026, 3, 1))
MOST = RuleBroken("More than %(most)s rows stand in “%(name)s”.", most=200_000, name="100% list")


@pytest.fixture
def french(tmp_path: Path) -> Flask:
    """A site with one sentence in its French catalogue, in another order than in English."""
    catalogue = Catalog("fr")
    catalogue.add(
        "More than %(most)s rows stand in “%(name)s”.",
        "Dans « %(name)s » il y a plus de %(most)s lignes.",
    )
    catalogue.add("Up to 100% of them.", "Jusqu'à 100% d'entre eux.")
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    app = Flask("site")
    Babel(app, default_translation_directories=str(tmp_path), locale_selector=lambda: "fr")
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.add_template_filter(translated)
    return app


def test_an_error_is_complete_in_english_for_logs() -> None:
    assert str(BEGAN) == BEGAN.message == "The grade before began on 2026-03-01."
    assert str(MOST) == "More than 200,000 rows stand in “100% list”."
    assert str(Conflict("Up to 100% of them.")) == "Up to 100% of them."


def test_an_error_is_translated_before_it_is_filled_in(french: Flask) -> None:
    with french.test_request_context():
        assert localized(MOST) == "Dans « 100% list » il y a plus de 200\u202f000 lignes."
        assert localized(BEGAN) == "The grade before began on 1 mars 2026."
        assert localized(RuleBroken("Up to 100% of them.")) == "Jusqu'à 100% d'entre eux."


def test_a_stored_sentence_may_hold_a_per_cent_sign(french: Flask) -> None:
    page = "{{ text | translated }}"
    with french.test_request_context():
        assert render_template_string(page, text="Up to 100% of them.").startswith("Jusqu")
        assert render_template_string(page, text=MOST.message) == MOST.message


def raised() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in KINDS:
                yield f"{path.relative_to(CODE)}:{node.lineno}", node


def test_every_sentence_is_one_that_the_catalogue_can_have() -> None:
    """What is composed before it is translated is in nobody's language but ours."""
    sentences = list(raised())
    assert len(sentences) > 100
    for place, call in sentences:
        sentence = call.args[0]
        elsewhere = ast.unparse(sentence)
        if elsewhere in NAMED or CONSTANT.fullmatch(elsewhere):
            continue
        if isinstance(sentence, ast.Call) and ast.unparse(sentence.func) == "_":
            sentence = sentence.args[0]
        assert isinstance(sentence, ast.Constant), place
        given = {keyword.arg for keyword in call.keywords} - {"expired"}
        assert set(re.findall(r"%\((\w+)\)s", str(sentence.value))) == given, place
