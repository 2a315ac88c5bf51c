"""Reporting an error, and settling the report."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields import EmailField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from tracker.challenges.models import Ground, Outcome
from tracker.challenges.services import Report
from tracker.core import limits
from tracker.core.forms import Form, email_address

GROUNDS = {
    Ground.NAME: _l("A name is wrong"),
    Ground.DATE: _l("A date is wrong"),
    Ground.GRADE: _l("The support was less, or more, than it says"),
    Ground.SOURCE: _l("The source does not say this, or cannot be opened"),
    Ground.ENDED: _l("The support has ended"),
    Ground.NOT_AUTHORISED: _l("Whoever signed could not sign for them"),
    Ground.MYSELF: _l("It names me, and I want it corrected or removed"),
    Ground.OTHER: _l("Something else"),
}
OUTCOMES = {
    Outcome.CHANGED: _l("The entry was changed"),
    Outcome.UNCHANGED: _l("The entry stays as it is"),
    Outcome.KNOWN: _l("This had been reported already"),
}
FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))


def at_most(length: int) -> Length:
    return Length(max=length, message=_l("Please use at most %(max)d characters."))


class ReportForm(Form):
    """Anybody's report. Needs no CSRF token: nothing happens before the mailed link is used."""

    class Meta:
        csrf = False

    ground = RadioField(
        _l("What is wrong?"),
        choices=[SelectChoice(choice.value, text) for choice, text in GROUNDS.items()],
        validators=[CHOSEN],
    )
    words = TextAreaField(
        _l("In your words"), validators=[FILLED, at_most(2000)], render_kw={"rows": 5}
    )
    source = StringField(_l("Where can this be read?"), validators=[at_most(500)])
    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, email_address],
        render_kw={"autocomplete": "email"},
    )
    nickname = StringField(
        _l("Leave this empty"), render_kw={"autocomplete": "off", "tabindex": "-1"}
    )
    """A trap for machines that fill in everything; people do not see it."""

    def report(self, locale: str) -> Report:
        return Report(
            ground=Ground(self.ground.data),
            words=self.words.data.strip(),
            source=(self.source.data or "").strip(),
            email=self.email.data.strip(),
            locale=locale,
            network=limits.network(),
        )


class SettleReportForm(Form):
    """The outcome of a report, and the answer to its author."""

    outcome = RadioField(
        _l("What came of it"),
        choices=[SelectChoice(choice.value, text) for choice, text in OUTCOMES.items()],
        validators=[CHOSEN],
    )
    words = TextAreaField(
        _l("Answer to whoever reported it"),
        validators=[FILLED, at_most(2000)],
        render_kw={"rows": 4},
    )
