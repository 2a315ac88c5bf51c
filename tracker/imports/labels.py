"""The labels of an import's states and of its rows' outcomes on staff pages."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from tracker.imports.models import Outcome, RunState

STATES: dict[RunState, LazyString] = {
    RunState.READING: _l("Being read"),
    RunState.PLANNED: _l("Read; nothing is done yet"),
    RunState.APPLYING: _l("Being applied"),
    RunState.APPEARING: _l("Going into the queue"),
    RunState.APPLIED: _l("In the queue"),
    RunState.CANCELLING: _l("Being given up"),
    RunState.CANCELLED: _l("Given up"),
    RunState.UNDOING: _l("Being taken back"),
    RunState.UNDONE: _l("Taken back"),
    RunState.REFUSED: _l("Could not be read"),
}
OUTCOMES: dict[Outcome, LazyString] = {
    Outcome.ADDED: _l("New"),
    Outcome.CHANGED: _l("Differs"),
    Outcome.UNCHANGED: _l("Here already"),
    Outcome.CONFLICTING: _l("Contradicts"),
    Outcome.UNREADABLE: _l("Not readable"),
}
