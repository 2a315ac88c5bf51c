"""The forms of the queue and of entries: filters, decisions on one or many, corrections, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    URLField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from tracker.core.forms import DayField, Form
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.signup.forms import words_only
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision
from tracker.review.bulk.services import ACTIONS
from tracker.review.decisions import corrections
from tracker.review.decisions.reasons import REASONS
from tracker.review.decisions.verdict import Verdict
from tracker.review.queue.queries import Filters
from tracker.staff import labels
from tracker.staff.forms.fields import (
    ALPHA2,
    ANY,
    CHOSEN,
    FILLED,
    AddressForm,
    initiative_choices,
    kind_choices,
    options,
    trim,
    web_address,
)
from tracker.staff.forms.regrading import OF_A_TEXT, TextForm
from tracker.staff.labels import FIELDS, TO_DO
from tracker.supporters.models import SupporterKind


class FilterForm(AddressForm):
    """The filters of the queue."""

    kind = SelectField(_l("Kind"), choices=kind_choices())
    initiative = SelectField(_l("Initiative"))
    status = SelectField(
        _l("Status"),
        choices=[SelectChoice(ANY, _l("All that awaits verification")), *options(*Status)],
    )

    def __init__(self, initiatives: list[Initiative], **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.initiative.choices = initiative_choices(initiatives)

    def filters(self) -> Filters:
        """Return the chosen filters; what is not among the choices filters nothing."""
        self.validate()
        chosen = {
            name: field.data
            for name, field in self._fields.items()
            if field.data and not field.errors
        }
        return Filters(
            kind=SupporterKind(chosen["kind"]) if "kind" in chosen else None,
            initiative=chosen.get("initiative"),
            status=Status(chosen["status"]) if "status" in chosen else None,
        )


class DecisionForm(TextForm):
    """One decision about one entry."""

    seen = HiddenField()
    reason = SelectField(_l("Reason"))
    words = TextAreaField(
        _l("In words"), validators=[Length(max=2000)], render_kw={"rows": 3, "maxlength": 2000}
    )
    ended_on = DayField(_l("No longer supports since"), validators=[Optional()])
    grade = SelectField(_l("New grade"), choices=options(*Grade))
    on = DayField(_l("Holds from"), validators=[InputRequired(_l("Please give the day."))])
    precision = SelectField(_l("Precision"), choices=options(*DatePrecision))

    def __init__(
        self,
        action: Action,
        seen: int,
        *,
        kind: SupporterKind,
        two: bool = False,
        evidence: Sequence[Evidence] = (),
        **kwargs: object,
    ) -> None:
        super().__init__(prefix=f"{action.value}-", **kwargs)
        self.action = action
        self.two = two
        """True of a proposal that a second reviewer must second."""
        if not self.is_submitted():
            self.seen.data = str(seen)
        codes = REASONS.get(action, ())
        self.reason.choices = [SelectChoice(ANY, _l("Choose …")), *options(*codes)]
        if not codes:
            del self.reason
        if action is not Action.WITHDRAW:
            del self.ended_on
        self.offer(evidence)
        if action is not Action.REGRADE:
            for name in ("grade", *OF_A_TEXT):
                del self[name]
        if action not in (Action.REGRADE, Action.REDATE):
            del self.on
            del self.precision
        self.title = labels.for_decision(action, proposed=two)
        self.means = labels.meaning(action, kind, proposed=two)

    def validate_reason(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_l("Please choose the reason."))

    def validate_words(self, field: Field) -> None:
        needed = self.action is Action.ASK or (
            "reason" in self and self.reason.data == ReasonCode.OTHER.value
        )
        if needed and not trim(field.data):
            raise ValidationError(_l("Please write it in words."))

    def verdict(self, staff: Any) -> Verdict:
        reason = self.reason.data if "reason" in self else None
        return Verdict(
            staff=staff,
            seen=int(self.seen.data) if str(self.seen.data).isdecimal() else -1,
            reason=ReasonCode(reason) if reason else None,
            words=trim(self.words.data),
            ended_on=self.ended_on.data if "ended_on" in self else None,
        )

    def amendment(self) -> dict[str, Any]:
        """Return the day, grade, precision and text that a proposal carries."""
        if "on" not in self:
            return {"on": self.ended_on.data} if "ended_on" in self else {}
        chosen = {"on": self.on.data, "precision": DatePrecision(self.precision.data)}
        if "grade" in self:
            chosen |= {"grade": Grade(self.grade.data), "text": self.chosen_text()}
        return chosen


class NameForm(FlaskForm):
    name = StringField(_l("Name"), validators=[FILLED, Length(max=60)])


class BulkForm(FlaskForm):
    """One decision about all the entries that the page lists."""

    action = SelectField(
        _l("Decision"),
        choices=[
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(action.value, TO_DO[action]) for action in ACTIONS),
        ],
        validators=[CHOSEN],
    )
    reason = SelectField(
        _l("Reason"), choices=[SelectChoice(ANY, _l("Choose …")), *options(*ReasonCode)]
    )
    words = TextAreaField(
        _l("In words"), validators=[Length(max=2000)], render_kw={"rows": 3, "maxlength": 2000}
    )

    def validate_action(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_l("Please choose the decision."))

    def validate_reason(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_l("Please choose the reason."))
        if self.action.data and field.data not in REASONS[Action(self.action.data)]:
            raise ValidationError(_l("This reason does not fit the decision."))

    def validate_words(self, field: Field) -> None:
        if self.reason.data == ReasonCode.OTHER.value and not trim(field.data):
            raise ValidationError(_l("Please write it in words."))

    def decision(self) -> tuple[Action, ReasonCode, str]:
        return Action(self.action.data), ReasonCode(self.reason.data), trim(self.words.data)


class NoteForm(FlaskForm):
    words = TextAreaField(
        _l("A note for colleagues"), validators=[FILLED, Length(max=4000)], render_kw={"rows": 3}
    )


class SettleForm(FlaskForm):
    """Seconds or drops a proposed change: a button, and the token that proves the page was ours."""


class CorrectionForm(Form):
    """The fields of an entry that may be corrected. Saved only after a look at the difference."""

    seen = IntegerField(validators=[InputRequired()])
    name = StringField(FIELDS["name"], validators=[FILLED, Length(max=200)])
    country = StringField(FIELDS["country"], validators=[Optional(), ALPHA2])
    website = URLField(FIELDS["website"], validators=[Optional(), Length(max=300), web_address])
    officer_name = StringField(FIELDS["officer_name"], validators=[FILLED, Length(max=200)])
    officer_title = StringField(FIELDS["officer_title"], validators=[Length(max=200)])
    officer_body = StringField(FIELDS["officer_body"], validators=[Length(max=200)])
    words = TextAreaField(
        FIELDS["words"], validators=[Length(max=500), words_only], render_kw={"rows": 3}
    )
    effective_on = DayField(FIELDS["effective_on"], validators=[FILLED])
    effective_precision = SelectField(
        FIELDS["effective_precision"], choices=options(*DatePrecision)
    )
    grade = SelectField(FIELDS["grade"], choices=options(*Grade))
    why = TextAreaField(
        _l("Where the right form stands"), validators=[Length(max=1000)], render_kw={"rows": 2}
    )

    def __init__(self, endorsement: Endorsement, seen: int, **kwargs: object) -> None:
        present = corrections.present(endorsement)
        super().__init__(data=present | {"seen": seen}, **kwargs)
        self.names = list(present)
        for name in FIELDS:
            if name not in present:
                del self[name]

    def wanted(self) -> dict[str, Any]:
        values = {name: self[name].data for name in self.names}
        for name, value in values.items():
            if isinstance(value, str):
                values[name] = trim(value)
        if values.get("country"):
            values["country"] = values["country"].upper()
        if "effective_precision" in values:
            values["effective_precision"] = DatePrecision(values["effective_precision"])
        if "grade" in values:
            values["grade"] = Grade(values["grade"])
        return values
