"""The forms of staff: filters, decisions, changes, corrections, notes, and one letter recorded."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    URLField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    DataRequired,
    Email,
    InputRequired,
    Length,
    Optional,
    Regexp,
    ValidationError,
)

from tracker.core.dates import last_day
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement, InstrumentType, Reach
from tracker.endorsements.submission import StoredFile
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision, Grade
from tracker.review import corrections, domains
from tracker.review.labels import FIELDS, TO_DO, label
from tracker.review.queries import Filters
from tracker.review.reasons import REASONS
from tracker.review.recording import RECORDED, Letter
from tracker.review.services import Verdict
from tracker.supporters.models import SupporterKind

ANY = ""
FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))
ALPHA2 = Regexp(r"^[A-Za-z]{2}$", message=_l("A country has two letters (ISO 3166-1), such as KE."))


def _trim(value: str | None) -> str:
    return (value or "").strip()


def _options(*values: Any) -> list[SelectChoice]:
    return [SelectChoice(one.value, label(one)) for one in values]


def web_address(_form: FlaskForm, field: Any) -> None:
    text = _trim(field.data)
    if not text.startswith(("https://", "http://")) or domains.of_website(text) is None:
        raise ValidationError(_l("Please give a web address, such as https://www.example.org."))


class FilterForm(FlaskForm):
    """What the queue shows. A GET form: it changes nothing."""

    class Meta:
        csrf = False

    kind = SelectField(_l("Kind"), choices=[SelectChoice(ANY, _l("All kinds")), *_options(*SupporterKind)])
    initiative = SelectField(_l("Initiative"))
    status = SelectField(
        _l("Status"), choices=[SelectChoice(ANY, _l("All that awaits verification")), *_options(*Status)]
    )

    def __init__(self, initiatives: list[Initiative], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.initiative.choices = [
            SelectChoice(ANY, _l("All initiatives")),
            *(SelectChoice(one.slug, one.name) for one in initiatives),
        ]

    def filters(self) -> Filters:
        """The chosen filters; what is not among the choices filters nothing."""
        self.validate()
        chosen = {
            name: field.data for name, field in self._fields.items() if field.data and not field.errors
        }
        return Filters(
            kind=SupporterKind(chosen["kind"]) if "kind" in chosen else None,
            initiative=chosen.get("initiative"),
            status=Status(chosen["status"]) if "status" in chosen else None,
        )


class DecisionForm(FlaskForm):
    """One decision about one entry."""

    seen = HiddenField()
    reason = SelectField(_l("Reason"))
    words = TextAreaField(
        _l("In words"), validators=[Length(max=2000)], render_kw={"rows": 3, "maxlength": 2000}
    )
    ended_on = DateField(_l("No longer supports since"), validators=[Optional()])
    grade = SelectField(_l("New grade"), choices=_options(*Grade))
    on = DateField(_l("Holds from"), validators=[Optional()])
    precision = SelectField(_l("Precision"), choices=_options(*DatePrecision))

    def __init__(self, action: Action, seen: int, *, two: bool = False, **kwargs: Any) -> None:
        super().__init__(prefix=f"{action.value}-", **kwargs)
        self.action = action
        self.two = two
        """Whether it is a proposal that a second reviewer must second."""
        if not self.is_submitted():
            self.seen.data = str(seen)
        codes = REASONS.get(action, ())
        self.reason.choices = [SelectChoice(ANY, _l("Choose …")), *_options(*codes)]
        if not codes:
            del self.reason
        if action is not Action.WITHDRAW:
            del self.ended_on
        if action is not Action.REGRADE:
            del self.grade
        if action not in (Action.REGRADE, Action.REDATE):
            del self.on
            del self.precision
        self.title = TO_DO[action]

    def validate_reason(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_l("Please choose the reason."))

    def validate_words(self, field: Any) -> None:
        needed = self.action is Action.ASK or (
            "reason" in self and self.reason.data == ReasonCode.OTHER.value
        )
        if needed and not _trim(field.data):
            raise ValidationError(_l("Please write it in words."))

    def validate_on(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_l("Please give the day."))

    def verdict(self, staff: Any) -> Verdict:
        reason = self.reason.data if "reason" in self else None
        return Verdict(
            staff=staff,
            seen=int(self.seen.data) if str(self.seen.data).isdecimal() else -1,
            reason=ReasonCode(reason) if reason else None,
            words=_trim(self.words.data),
            ended_on=self.ended_on.data if "ended_on" in self else None,
        )

    def amendment(self) -> dict[str, Any]:
        """The day, grade and precision that a proposal carries."""
        if "on" not in self:
            return {"on": self.ended_on.data} if "ended_on" in self else {}
        chosen = {"on": self.on.data, "precision": DatePrecision(self.precision.data)}
        return chosen | ({"grade": Grade(self.grade.data)} if "grade" in self else {})


class NoteForm(FlaskForm):
    words = TextAreaField(
        _l("A note for colleagues"), validators=[FILLED, Length(max=4000)], render_kw={"rows": 3}
    )


class SettleForm(FlaskForm):
    """Seconds or drops a proposed change: a button, and the token that proves the page was ours."""


class CorrectionForm(FlaskForm):
    """The fields of an entry that may be corrected. Saved only after a look at the difference."""

    seen = IntegerField(validators=[InputRequired()])
    name = StringField(FIELDS["name"], validators=[FILLED, Length(max=200)])
    country = StringField(FIELDS["country"], validators=[Optional(), ALPHA2])
    website = URLField(FIELDS["website"], validators=[Optional(), Length(max=300), web_address])
    officer_name = StringField(FIELDS["officer_name"], validators=[FILLED, Length(max=200)])
    officer_title = StringField(FIELDS["officer_title"], validators=[Length(max=200)])
    officer_body = StringField(FIELDS["officer_body"], validators=[Length(max=200)])
    words = TextAreaField(FIELDS["words"], validators=[Length(max=500)], render_kw={"rows": 3})
    effective_on = DateField(FIELDS["effective_on"], validators=[FILLED])
    effective_precision = SelectField(
        FIELDS["effective_precision"], choices=_options(*DatePrecision)
    )
    grade = SelectField(FIELDS["grade"], choices=_options(*Grade))
    why = TextAreaField(
        _l("Where the right form stands"), validators=[Length(max=1000)], render_kw={"rows": 2}
    )

    def __init__(self, endorsement: Endorsement, seen: int, **kwargs: Any) -> None:
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
                values[name] = _trim(value)
        if values.get("country"):
            values["country"] = values["country"].upper()
        if "effective_precision" in values:
            values["effective_precision"] = DatePrecision(values["effective_precision"])
        if "grade" in values:
            values["grade"] = Grade(values["grade"])
        return values


class LetterForm(FlaskForm):
    """One endorsement received by letter. Which fields are needed depends on the kind."""

    kind = RadioField(_l("Who writes"), choices=_options(*RECORDED), validators=[CHOSEN])
    initiative = SelectField(_l("Initiative"), validators=[CHOSEN])
    iso3 = SelectField(_l("State"))
    grade = SelectField(_l("Grade"), choices=_options(*Grade), default=Grade.ENDORSED.value)
    name = StringField(
        _l("Registered name, or the person's name"), validators=[Length(max=200)]
    )
    country = StringField(
        _l("Country"), validators=[Optional(), ALPHA2], description=_l("Two letters, such as KE.")
    )
    website = URLField(_l("Website"), validators=[Optional(), Length(max=300), web_address])
    reach = SelectField(_l("Where it works"), choices=[SelectChoice(ANY, _l("Not said")), *_options(*Reach)])
    chamber = StringField(_l("Parliament and chamber"), validators=[Length(max=160)])
    sitting = SelectField(
        _l("Mandate"),
        choices=[
            SelectChoice(ANY, _l("Not said")),
            SelectChoice("yes", _l("Sitting")),
            SelectChoice("no", _l("Former")),
        ],
    )
    be_named = BooleanField(_l("The letter agrees to publication of the name"))
    officer = StringField(_l("Name of the officer who signed"), validators=[Length(max=200)])
    title = StringField(_l("Their role or title"), validators=[Length(max=200)])
    body = StringField(_l("Mission or ministry"), validators=[Length(max=200)])
    email = EmailField(
        _l("E-mail address"),
        validators=[Optional(), Length(max=254), Email(_l("Please give a complete e-mail address."))],
        description=_l("Where the outcome is told. Without one, nobody is mailed."),
    )
    effective_on = DateField(_l("Supports since"), validators=[FILLED])
    effective_precision = SelectField(_l("Precision"), choices=_options(*DatePrecision))
    instrument_type = SelectField(
        _l("Kind of text"),
        choices=_options(
            InstrumentType.LETTER,
            InstrumentType.NOTE_VERBALE,
            InstrumentType.STATEMENT,
            InstrumentType.OFFICIAL_LIST,
        ),
    )
    source = StringField(
        _l("How it is cited"),
        validators=[FILLED, Length(max=500)],
        description=_l("From whom, to whom, and where it is kept. Public."),
    )
    dated = StringField(
        _l("Date of the text"),
        validators=[FILLED],
        description=_l("A day, month or year: 2026-03-31, 2026-03 or 2026."),
    )
    symbol = StringField(_l("UN document symbol"), validators=[Length(max=60)])
    link = URLField(
        _l("Address at its publisher"), validators=[Optional(), Length(max=500), web_address]
    )
    quote = TextAreaField(
        _l("The words that support"), validators=[Length(max=2000)], render_kw={"rows": 3}
    )
    file = FileField(_l("The text as a PDF"), description=_l("Up to 10 MB. Only staff see it."))

    def __init__(
        self, initiatives: list[Initiative], states: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.by_slug = {one.slug: one for one in initiatives}
        self.initiative.choices = [
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(one.slug, one.name) for one in initiatives),
        ]
        self.iso3.choices = [
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(code, name) for code, name in states),
        ]

    def validate_iso3(self, field: Any) -> None:
        if self.kind.data == SupporterKind.GOVERNMENT.value and not field.data:
            raise ValidationError(_l("Please choose the State."))

    def validate_name(self, field: Any) -> None:
        if self.kind.data != SupporterKind.GOVERNMENT.value and not _trim(field.data):
            raise ValidationError(_l("Please fill this in."))

    def validate_dated(self, field: Any) -> None:
        try:
            last_day(_trim(field.data))
        except ValueError as error:
            raise ValidationError(
                _l("Write a day, a month or a year, such as 2026-03-31.")
            ) from error

    def validate_officer(self, field: Any) -> None:
        organised = (SupporterKind.GOVERNMENT.value, SupporterKind.ORGANISATION.value)
        if self.kind.data in organised and not _trim(field.data):
            raise ValidationError(_l("Please say who signed."))

    def letter(self, file: StoredFile | None) -> Letter:
        kind = SupporterKind(self.kind.data)
        government = kind is SupporterKind.GOVERNMENT
        texts = (
            "name website chamber officer title body email source dated symbol link quote".split()
        )
        return Letter(
            kind=kind,
            initiative=self.by_slug[self.initiative.data],
            effective_on=self.effective_on.data,
            effective_precision=DatePrecision(self.effective_precision.data),
            grade=Grade(self.grade.data) if government else Grade.ENDORSED,
            instrument_type=InstrumentType(self.instrument_type.data),
            iso3=self.iso3.data if government else "",
            country=_trim(self.country.data).upper(),
            reach=Reach(self.reach.data) if self.reach.data else None,
            sitting={"yes": True, "no": False}.get(self.sitting.data),
            be_named=bool(self.be_named.data),
            file=file,
            **{name: _trim(self[name].data) for name in texts},
        )
