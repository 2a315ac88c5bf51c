"""The small forms of a supporter's own page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.fields import EmailField

from tracker.core.forms import DayField, Form, email_address
from tracker.endorsements import own_words
from tracker.endorsements.evidence.forms import ScanField
from tracker.endorsements.signup.forms import FILLED, at_most, words_only


class AskLinkForm(Form):
    """Asks for a fresh link by mail. Needs no CSRF token: it does nothing in anybody's name."""

    class Meta:
        csrf = False

    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, email_address],
        render_kw={"autocomplete": "email"},
    )


class OwnForm(Form):
    """One of several alike on a supporter's own page, so its ids end in the entry's number.

    The link in its address authorises it.
    """

    class Meta:
        csrf = False

    def __init__(self, entry_id: int, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.entry_id = entry_id
        for field in self:
            field.id = f"{field.id}-{entry_id}"


class MandateForm(OwnForm):
    """The day on which a parliamentarian's mandate ended."""

    on = DayField(_l("My mandate ended on"), validators=[FILLED])


class FileForm(OwnForm):
    """A government's document as a file."""

    file = ScanField(_l("The document as a file"), validators=[FILLED])


class OwnWordsForm(OwnForm):
    """An individual's own words; empty to say nothing."""

    own_words = TextAreaField(
        _l("In your own words"),
        validators=[at_most(own_words.MAX_LENGTH), words_only],
        render_kw={"rows": 4},
    )


class WordsForm(OwnForm):
    """An answer or an appeal."""

    words = TextAreaField(
        _l("Your answer"), validators=[FILLED, at_most(2000)], render_kw={"rows": 5}
    )
