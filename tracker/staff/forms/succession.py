"""The forms in which staff say what became of a supporter."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from tracker.core.dates import DatePrecision
from tracker.core.forms import DayField, Form
from tracker.staff.forms.fields import ANY, CHOSEN, FILLED, options, trim
from tracker.supporters.change_labels import GROUPS, NO_GROUP
from tracker.supporters.changes import ENDINGS, ChangeKind
from tracker.supporters.events import Happened
from tracker.supporters.models import RegionalGroup, State
from tracker.supporters.renames import StateWords

TITLES: dict[ChangeKind, LazyString] = {
    ChangeKind.RENAMED: _l("It was renamed"),
    ChangeKind.DISSOLVED: _l("It was dissolved"),
    ChangeKind.MERGED_INTO: _l("It was merged into another organisation"),
    ChangeKind.MANDATE_ENDED: _l("The mandate ended"),
    ChangeKind.MANDATE_BEGAN: _l("A mandate began again"),
    ChangeKind.REGROUPED: _l("It moved to another regional group"),
    ChangeKind.SUCCEEDED: _l("It was succeeded by another State"),
    ChangeKind.CORRECTED: _l("The built-in record has changed"),
}
ENDS = _l(
    "All its verified support ends on that day; earlier days keep the count. It can be taken back."
)
MEANS: dict[ChangeKind, LazyString] = {
    ChangeKind.RENAMED: _l("The old name stays on record until that day, and is still found."),
    ChangeKind.DISSOLVED: ENDS,
    ChangeKind.MERGED_INTO: _l(
        "All its verified support ends on that day; the successor inherits none of it."
    ),
    ChangeKind.REGROUPED: _l("Shares by regional group count it with its new group."),
    ChangeKind.MANDATE_ENDED: _l("Support goes on; from that day it is a former member's."),
    ChangeKind.MANDATE_BEGAN: _l("A sitting member again from that day on."),
    ChangeKind.SUCCEEDED: _l(
        "Shown on both pages. Endorsements stay with the State that made them; nothing is inferred"
        " for the successor."
    ),
}
LANGUAGES = {
    "en": _l("English"),
    "fr": _l("French"),
    "es": _l("Spanish"),
    "ar": _l("Arabic"),
    "ru": _l("Russian"),
    "zh": _l("Chinese"),
}


class HappenedForm(Form):
    """The day of what happened, and the source."""

    seen = HiddenField()
    on = DayField(_l("On which day"), validators=[InputRequired(_l("Please give the day."))])
    precision = SelectField(_l("Precision"), choices=options(*DatePrecision))
    source = StringField(
        _l("Source"),
        validators=[FILLED, Length(max=500)],
        description=_l("Who says so, and where it can be read. Public."),
    )

    def __init__(self, seen: int, **kwargs: object) -> None:
        super().__init__(**kwargs)
        if not self.is_submitted():
            self.seen.data = str(seen)

    def happened(self, staff_id: int) -> Happened:
        return Happened(
            on=self.on.data,
            precision=(
                DatePrecision(self.precision.data) if "precision" in self else DatePrecision.ON
            ),
            source=trim(self.source.data),
            staff_id=staff_id,
            seen=int(self.seen.data) if str(self.seen.data).isdecimal() else -1,
        )


class BecameForm(HappenedForm):
    """An event of an organisation or a parliamentarian."""

    name = StringField(_l("New registered name"), validators=[FILLED, Length(max=200)])
    successor = StringField(
        _l("Successor"),
        validators=[FILLED, Length(max=200)],
        description=_l("Its registered name as it stands here, or its number."),
    )

    def __init__(self, kind: ChangeKind, seen: int, **kwargs: object) -> None:
        super().__init__(seen, **kwargs)
        if kind is not ChangeKind.RENAMED:
            del self.name
        if kind is not ChangeKind.MERGED_INTO:
            del self.successor
        if kind not in (ChangeKind.RENAMED, *ENDINGS):
            del self.precision


class StateNamesForm(HappenedForm):
    """A State's new names. What is left as it is stays; a formal name may follow later."""

    def __init__(self, state: State, seen: int, **kwargs: object) -> None:
        names = {f"short_{name.language}": name.short_name for name in state.names}
        names |= {f"formal_{name.language}": name.formal_name for name in state.names}
        super().__init__(seen, data=names, **kwargs)

    def wanted(self) -> Mapping[str, StateWords]:
        return {
            code: StateWords(trim(self[f"short_{code}"].data), trim(self[f"formal_{code}"].data))
            for code in LANGUAGES
        }


for _code, _language in LANGUAGES.items():
    _marks = {"lang": _code, "dir": "rtl" if _code == "ar" else "ltr"}
    for _which, _label, _most in (
        ("short", _l("Short name: %(language)s", language=_language), 120),
        ("formal", _l("Formal name: %(language)s", language=_language), 160),
    ):
        _field = StringField(_label, validators=[Length(max=_most)], render_kw=_marks)
        setattr(StateNamesForm, f"{_which}_{_code}", _field)


class RegionalGroupForm(HappenedForm):
    """To which regional group a State belongs from a day on."""

    group = SelectField(
        _l("Regional group"),
        validators=[CHOSEN],
        choices=[
            SelectChoice(ANY, _l("Choose …")),
            *(
                SelectChoice(group.value, NO_GROUP if group is RegionalGroup.NONE else label)
                for group, label in GROUPS.items()
            ),
        ],
    )


class SuccessionForm(HappenedForm):
    """The State that succeeded another."""

    successor = SelectField(_l("Successor"), validators=[CHOSEN])

    def __init__(self, states: list[tuple[str, str]], seen: int, **kwargs: object) -> None:
        super().__init__(seen, **kwargs)
        self.successor.choices = [
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(code, name) for code, name in states),
        ]


class TakeBackForm(Form):
    """The withdrawal of what was recorded in error."""

    seen = HiddenField()
    source = StringField(
        _l("What shows that it was an error"), validators=[FILLED, Length(max=500)]
    )
