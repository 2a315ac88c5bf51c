"""Nothing but the engine changes the status of an endorsement or appends to the ledger."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.engine_guard import ENGINE, TRACKER

OTHER_STATUSES = {
    "core/two_person_rule.py",  # of drafts and proposals
    "links/services.py",  # with which a server answered
    "staff/queue_views.py",  # what a saved filter shows
}
BORN_AS = {"UNCONFIRMED", "IN_REVIEW", "STAGED"}
LEDGER_WRITERS = {"append", "take_back", "move_end"}
WRITES = {"insert", "insert_selected", "copy_rows", "update", "delete"}
RAW_SQL = re.compile(
    r"\bupdate\s+endorsements\b.*\bstatus\b|\b(insert\s+into|update)\s+ledger_events\b",
    re.IGNORECASE | re.DOTALL,
)


class Checker(ast.NodeVisitor):
    """Collects the lines of a module that go around the engine."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self.ledger_names: set[str] = set()
        """The names under which a module knows `tracker.ledger.events`."""
        self.named_updates: set[int] = set()
        """The updates that say in `.values(…)` what they set."""

    def report(self, node: ast.expr | ast.stmt, what: str) -> None:
        self.found.append((node.lineno, what))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        names = {alias.name: alias.asname or alias.name for alias in node.names}
        if node.module == "tracker.ledger" and "events" in names:
            self.ledger_names.add(names["events"])
        if node.module == "tracker.ledger.events" and LEDGER_WRITERS & set(names):
            self.report(node, "imports what appends to the ledger")

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr == "status" and isinstance(node.ctx, ast.Store | ast.Del):
            self.report(node, "assigns a status")
        if _name(node.value) in self.ledger_names and node.attr in LEDGER_WRITERS:
            self.report(node, "appends to the ledger")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.check_name(node, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.check_name(node, node.value)
        self.generic_visit(node)

    def check_name(self, node: ast.stmt, value: ast.expr | None) -> None:
        is_table = _name(value) == "__table__" or _called(value) == "table_of"
        if value and is_table and any(_name(inner) == "LedgerEvent" for inner in ast.walk(value)):
            self.report(node, "gives the ledger another name")
        rows = value.elts if isinstance(value, ast.Tuple) else ()
        if any(isinstance(row, ast.Tuple) and _name(row.elts[0]) == "LedgerEvent" for row in rows):
            self.report(node, "gives the ledger another name")

    def visit_Call(self, node: ast.Call) -> None:
        called, given = _called(node), {_name(argument) for argument in node.args}
        if called == "values" and _updated(node) is not None:
            self.named_updates.add(id(_updated(node)))
            if _sets_status(node) and _may_be_endorsements(_updated(node)):
                self.report(node, "updates a status")
        elif called == "guarded_update" and _sets_status(node):
            self.report(node, "updates a status")
        elif called == "update" and "Endorsement" in given and id(node) not in self.named_updates:
            self.report(node, "updates endorsements without saying what")
        elif called == "setattr" and _is_status(node.args[1]):
            self.report(node, "sets a status")
        elif called == "LedgerEvent" or ("LedgerEvent" in given and called in WRITES):
            self.report(node, "writes the ledger")
        elif called == "Endorsement" and not _is_born(node):
            self.report(node, "makes an endorsement of this status")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and RAW_SQL.search(node.value):
            self.report(node, "has SQL of its own for it")


def _name(node: ast.AST | None) -> str:
    return getattr(node, "id", "") or getattr(node, "attr", "")


def _called(node: ast.AST | None) -> str:
    return _name(node.func) if isinstance(node, ast.Call) else ""


def _updated(values: ast.Call) -> ast.Call | None:
    """The `update(…)` to which a `.values(…)` belongs."""
    inner = (node for node in ast.walk(values.func) if _called(node) == "update")
    return next((node for node in inner if isinstance(node, ast.Call)), None)


def _may_be_endorsements(update: ast.Call | None) -> bool:
    """Whether an update is of endorsements, or of a table under a name that tells nothing."""
    target = _name(update.args[0]) if update and update.args else ""
    return target == "Endorsement" or not target[:1].isupper()


def _sets_status(call: ast.Call) -> bool:
    """Whether a call names a status, or spreads what may hold one."""
    keys = [key for given in call.args for key in getattr(given, "keys", ())]
    return any(word.arg in ("status", None) for word in call.keywords) or any(
        key is None or _is_status(key) for key in keys
    )


def _is_status(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == "status"


def _is_born(call: ast.Call) -> bool:
    """Whether a new endorsement begins its life."""
    begun = [_name(word.value) for word in call.keywords if word.arg == "status"]
    return set(begun) <= BORN_AS


def ways_around(source: str) -> list[tuple[int, str]]:
    """Return the lines of a module that go around the engine, and how."""
    checker = Checker()
    checker.visit(ast.parse(source))
    return checker.found


def test_nothing_goes_around_the_engine() -> None:
    found = {
        name: ways
        for path in sorted(TRACKER.rglob("*.py"))
        if (name := path.relative_to(TRACKER).as_posix()) not in ENGINE | OTHER_STATUSES
        and (ways := ways_around(path.read_text()))
    }
    assert not found


@pytest.mark.parametrize("name", sorted(ENGINE | OTHER_STATUSES))
def test_each_exception_is_needed(name: str) -> None:
    assert ways_around((TRACKER / name).read_text())


@pytest.mark.parametrize(
    "planted",
    [
        "endorsement.status = Status.VERIFIED",
        "entry.flag, entry.status = '', Status.VERIFIED",
        "update(Endorsement).where(Endorsement.id == 1).values(status=Status.VERIFIED)",
        "update(Endorsement).values({'status': Status.VERIFIED})",
        "update(Endorsement).values(**changes)",
        "session.execute(update(Endorsement), rows)",
        "update(_table).values(status='verified')",
        "engine.guarded_update(session, entry, Status.IN_REVIEW, status=Status.VERIFIED)",
        "setattr(entry, 'status', Status.VERIFIED)",
        "text(f\"UPDATE endorsements SET status = 'verified' WHERE id = {entry.id}\")",
        "Endorsement(kind=kind, status=Status.VERIFIED)",
        "session.add(LedgerEvent(delta=1))",
        "session.execute(insert(LedgerEvent), rows)",
        "copy_rows(session, LedgerEvent, rows)",
        "update(LedgerEvent).values(position=1)",
        "EMPTIED = ((Endorsement, None), (LedgerEvent, None))",
        "_events = table_of(LedgerEvent)",
        "_events: Any = LedgerEvent.__table__",
        "text('INSERT INTO ledger_events (delta) VALUES (1)')",
        "from tracker.ledger import events\nevents.append(session, subject, 1)",
        "from tracker.ledger.events import append",
    ],
)
def test_a_way_around_is_found(planted: str) -> None:
    assert ways_around(planted)


@pytest.mark.parametrize(
    "harmless",
    [
        "Endorsement(kind=kind, status=Status.IN_REVIEW)",
        "endorsement.status is Status.VERIFIED",
        "update(Endorsement).values(change_id=None)",
        "select(LedgerEvent.delta)",
        "events.append(1)",
        "text('SELECT status FROM endorsements')",
    ],
)
def test_the_rest_is_let_be(harmless: str) -> None:
    assert not ways_around(harmless)
