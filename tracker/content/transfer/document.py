"""Content as a file: one JSON document that another site can take over (docs/content.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.content.models import Content, ContentKind
from tracker.content.schema import rules
from tracker.content.schema.fields import Field, Kind, Row, Takes, Values
from tracker.content.schema.kinds import KINDS
from tracker.core.errors import RuleBroken

FORMAT, VERSION = "rollcall-content", 1
NAMES = ("slug", "name", "title", "what", "demand")
TOP = ("format", "version", "campaigns")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One piece of content of a file, with the entries under it."""

    kind: Kind
    at: str
    """Its place in the file: ``campaigns[0].initiatives[1]``."""
    values: Content
    below: list[Entry] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name by which a report calls it."""
        return called(self.kind, self.values)


def called(kind: Kind, values: Values) -> str:
    """Return how a report calls a piece of content: ``documents “The call”``."""
    words = next((str(values[name]) for name in NAMES if values.get(name)), "")
    return f"{kind.kind.value} “{words[:80]}”"


class BadFile(RuleBroken):
    """The refusal of a file; nothing of it was taken over. `faults` has each with its place."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("The file cannot be taken over, and nothing of it was.")
        self.faults = faults


def under(kind: ContentKind | None) -> list[Kind]:
    """Return the kinds that can stand under a kind; under nothing, campaigns."""
    if kind is None:
        return [KINDS[ContentKind.CAMPAIGN]]
    return [part for part in KINDS.values() if kind in part.belongs_to]


def written(session: Session) -> str:
    """Return everything that is public as the text of a file. Equal content gives equal text."""
    campaigns = _listed(session, KINDS[ContentKind.CAMPAIGN], None)
    whole = {"format": FORMAT, "version": VERSION, "campaigns": campaigns}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def rows(session: Session, kind: Kind, parent: Row | None) -> list[Row]:
    """Return the public rows of a kind right under a row, in their order on the page."""
    query = select(kind.model)
    if parent is not None and kind.kind is ContentKind.INITIATIVE:
        query = query.where(kind.model.campaign_id == parent.id)
    elif parent is not None and ContentKind(parent.__tablename__) is ContentKind.INITIATIVE:
        query = query.where(kind.model.initiative_id == parent.id)
    elif parent is not None:
        query = query.where(kind.model.campaign_id == parent.id, kind.model.initiative_id.is_(None))
    if hasattr(kind.model, "position"):
        query = query.order_by(kind.model.position)
    return list(session.scalars(query.order_by(kind.model.id)))


def _listed(session: Session, kind: Kind, parent: Row | None) -> list[Content]:
    entries = []
    for row in rows(session, kind, parent):
        entry = kind.values(row)
        for part in under(kind.kind):
            entry[part.kind.value] = _listed(session, part, row)
        entries.append(entry)
    return entries


def read(text: str) -> list[Entry]:
    """Return the campaigns of a file's text. Raises BadFile with all that is wrong with it."""
    try:
        whole = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BadFile([f"{place}: this is not JSON ({error.msg})."]) from error
    except _Twice as error:
        raise BadFile([f"“{error}” stands twice in one object."]) from error
    except RecursionError as error:
        raise BadFile(["The file is nested too deeply."]) from error
    faults: list[str] = []
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise BadFile([f"format: this is no file of content; “{FORMAT}” is expected."])
    if whole.get("version") != VERSION:
        raise BadFile([f"version: only version {VERSION} can be read here."])
    faults += [f"{name}: there is no such field." for name in whole if name not in TOP]
    entries = list(
        _entries(whole.get("campaigns"), KINDS[ContentKind.CAMPAIGN], "campaigns", faults)
    )
    if faults:
        raise BadFile(faults)
    return entries


class _Twice(ValueError):
    """A name that an object has twice, where JSON would silently keep the last."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for name, value in pairs:
        if name in members:
            raise _Twice(name)
        members[name] = value
    return members


def _entries(given: object, kind: Kind, at: str, faults: list[str]) -> Iterator[Entry]:
    if not isinstance(given, list):
        faults.append(f"{at}: a list is expected.")
        return
    for number, member in enumerate(given):
        place = f"{at}[{number}]"
        if isinstance(member, dict):
            yield _entry(member, kind, place, faults)
        else:
            faults.append(f"{place}: an object is expected.")


def _entry(given: dict[str, object], kind: Kind, at: str, faults: list[str]) -> Entry:
    parts = {part.kind.value: part for part in under(kind.kind)}
    fields = {described.name: described for described in kind.fields}
    values: Content = {}
    for name, value in given.items():
        if name in parts:
            continue
        if name in kind.kept and (isinstance(value, str) or value is None):
            values |= {name: value} if value else {}
        elif name not in fields or not _fits(fields[name], value):
            faults.append(f"{at}.{name}: {_wanted(fields.get(name))}")
        else:
            values[name] = value
    unreadable = given.keys() - values.keys()
    missing = rules.missing(kind, values)
    bad = {name: problem for name, problem in missing.items() if name not in unreadable}
    for name, problem in (rules.malformed(kind, values) | bad).items():
        more = f" ({', '.join(fields[name].options)})" if fields[name].options else ""
        faults.append(f"{at}.{name}: {problem.message}{more}")
    below = [
        entry
        for name, part in parts.items()
        for entry in _entries(given.get(name, []), part, f"{at}.{name}", faults)
    ]
    return Entry(kind=kind, at=at, values=values, below=below)


def _fits(described: Field, value: object) -> bool:
    if value is None:
        return True
    if described.takes is Takes.CHOICES:
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    if described.takes is Takes.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str)


def _wanted(described: Field | None) -> str:
    if described is None:
        return "there is no such field."
    if described.takes is Takes.CHOICES:
        return "a list of words is expected."
    return "a number is expected." if described.takes is Takes.NUMBER else "a text is expected."
