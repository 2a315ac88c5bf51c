"""The forms of merges: the other record, and the merge that the page shows."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Regexp

from tracker.staff.forms.fields import FILLED, AddressForm, trim


class MergeForm(FlaskForm):
    """Confirms the merge that the page shows, and says how it is known."""

    seen = HiddenField()
    reason = TextAreaField(
        _l("How you know that the two are one organisation"),
        validators=[FILLED, Length(max=2000)],
        render_kw={"rows": 3, "maxlength": 2000},
    )


class OtherRecordForm(AddressForm):
    """The other record to merge into this one."""

    other = StringField(
        _l("Number of the other record"),
        validators=[
            DataRequired(_l("Please give the number of a record.")),
            Regexp(r"^[0-9]{1,15}$", message=_l("A record’s number has digits only, such as 123.")),
        ],
        filters=[trim],
        render_kw={"inputmode": "numeric", "maxlength": 15},
    )
