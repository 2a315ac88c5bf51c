"""A choice among hundreds is written as WTForms writes any other."""

from __future__ import annotations

import pytest
from wtforms import Form, SelectField
from wtforms.fields.choices import SelectChoice

from tracker.endorsements.signup.forms import Listed, LongSelectField

CHOICES = [
    SelectChoice("", 'Choose "<one>" …'),
    SelectChoice('a"&<b', "Å & Ø"),
    SelectChoice("CI", "Côte d'Ivoire"),
    SelectChoice("NO", "Norway", render_kw={"disabled": True, "lang": 'n"o'}),
    SelectChoice("XX"),
]


class Quick(Form):
    state = LongSelectField("State")


class Slow(Form):
    state = SelectField("State", choices=CHOICES)


@pytest.mark.parametrize("chosen", ["", 'a"&<b', "CI", "NO", "nothing"])
def test_its_options_are_the_same_markup(chosen: str) -> None:
    quick, slow = Quick(), Slow()
    quick.state.offer(Listed.of(CHOICES))
    quick.state.data = slow.state.data = chosen
    written = str(quick.state(autocomplete="country"))
    assert written == str(slow.state(autocomplete="country"))
    assert written.count("<option") == len(CHOICES)
    assert written.count("selected") == (chosen != "nothing")
