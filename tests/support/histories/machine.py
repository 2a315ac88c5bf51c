"""What several people do to one initiative, in whatever order, through the services that pages and
commands call."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import review_cases
from tests.support.histories.stage import Stage
from tracker.accounts import services as accounts
from tracker.accounts.events import By
from tracker.accounts.models import StaffRole
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict
from tracker.endorsements import services
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import ConsentPurpose, Endorsement
from tracker.endorsements.queries import COUNTED
from tracker.endorsements.retention import services as retention_services
from tracker.endorsements.signup import services as signup_services
from tracker.endorsements.signup.submission import InstrumentDetails, Submission
from tracker.imports import progress
from tracker.imports import services as imports
from tracker.imports.models import ImportRun, RunState
from tracker.initiatives.grades import Grade
from tracker.initiatives.queries import briefs
from tracker.ledger.models import DatePrecision
from tracker.review.bulk import services as bulk_services
from tracker.review.decisions import letters, reasons, undo
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.decisions import services as review
from tracker.review.decisions.proposals import NewText
from tracker.review.decisions.verdict import Verdict
from tracker.review.evidence import proposals as evidence_proposals
from tracker.review.evidence import services as evidence_services
from tracker.review.evidence.proposals import EvidenceChange
from tracker.review.queue import queries
from tracker.review.queue.queries import Filters
from tracker.supporters.models import SupporterKind

STATES = ("KEN", "NOR", "VAT")
NAMES = {"KEN": "Kenya", "NOR": "Norway", "VAT": "Holy See"}
NUMBER = st.integers(0, 11)
ACTOR = st.integers(0, 3)
AGO = st.integers(0, 40)
KIND = st.sampled_from(list(SupporterKind))
PROPOSED = st.sampled_from(
    [
        *decisions_proposals.AMENDMENTS,
        *decisions_proposals.AMENDMENTS,
        Action.WITHDRAW,
        Action.SUSPEND,
        Action.REINSTATE,
        Action.INVALIDATE,
        Action.ERASE,
    ]
)


class People(Stage):
    """Supporters and reviewers at work."""

    @initialize(ago=AGO)
    def begin(self, ago: int) -> None:
        """Some support is there already, so that there is something to change."""
        for kind in SupporterKind:
            self.sign_up(kind, 0, ago, confirmed=True)
        for by in (1, 2):
            self.decide_what_waits(by, 0, 0)
            self.decide_what_waits(by, 1, 0)

    @rule(kind=KIND, who=st.integers(0, 2), ago=AGO, confirmed=st.booleans())
    def sign_up(self, kind: SupporterKind, who: int, ago: int, confirmed: bool) -> None:
        with self.step() as session:
            submission = self._submission(session, kind, who, ago)
            signup_services.submit(session, self.vault, submission, now=self.now)
        if confirmed:
            self.confirm(-1)

    def _submission(self, session: Session, kind: SupporterKind, who: int, ago: int) -> Submission:
        common: dict[str, Any] = {
            "kind": kind,
            "initiatives": (briefs(session, self.now.date())[self.slug],),
            "email": f"{kind.value}{who}@{self.slug}.example",
            "name": f"Supporter {who}",
            "consents": (ConsentPurpose.COUNTED,),
            "flag": "throw-away address" if who == 2 else "",
        }
        if kind is SupporterKind.GOVERNMENT:
            instrument = InstrumentDetails(type=InstrumentType.LETTER, dated=self.ago(ago))
            common |= {"iso3": STATES[who], "name": "", "instrument": instrument, "body": "Mission"}
        if not kind.is_person:
            common |= {"officer": "Ola Berg", "title": "Counsellor"}
        if kind is SupporterKind.ORGANISATION:
            common |= {"domain": f"supporter{who}.example", "website": "https://supporter.example"}
        return Submission(**common)

    @rule(number=NUMBER)
    def confirm(self, number: int) -> None:
        with self.step() as session:
            entry = self.entry(session, number, Status.UNCONFIRMED)
            services.confirm(session, [entry.id], now=self.now)

    @rule(by=ACTOR, who=st.integers(0, 2), ago=AGO, grade=st.sampled_from(list(Grade)))
    def record_a_government(self, by: int, who: int, ago: int, grade: Grade) -> None:
        with self.step() as session:
            letter = review_cases.government(
                session,
                STATES[who],
                initiative=self.initiative(session),
                effective_on=self.ago(ago),
                grade=grade,
            )
            vault = self.vault
            letters.record(session, vault, letter, self.member(session, by), now=self.now)

    @rule(by=ACTOR, number=NUMBER, action=st.sampled_from(list(review.VERBS)), ago=AGO)
    def decide(self, by: int, number: int, action: Action, ago: int) -> None:
        with self.step() as session:
            self._decide(session, by, self.entry(session, number), action, ago)

    @rule(first=ACTOR, second=ACTOR, number=NUMBER)
    def decide_one_after_the_other(self, first: int, second: int, number: int) -> None:
        """As two reviewers in a row do, so that histories get somewhere."""
        self.decide_what_waits(first, number, 0)
        self.decide_what_waits(second, number, 0)

    @rule(by=ACTOR, number=NUMBER, ago=AGO)
    def decide_what_waits(self, by: int, number: int, ago: int) -> None:
        with self.step() as session:
            entry = self.entry(session, number, Status.IN_REVIEW, Status.APPROVED_ONCE)
            first = entry.kind is SupporterKind.GOVERNMENT and entry.status is Status.IN_REVIEW
            self._decide(session, by, entry, Action.APPROVE if first else Action.VERIFY, ago)

    def _decide(
        self, session: Session, by: int, entry: Endorsement, action: Action, ago: int
    ) -> None:
        ended_on = self.ago(ago) if action is Action.WITHDRAW else None
        verdict = self.verdict(session, entry, by, action, ended_on=ended_on)
        review.VERBS[action](session, self.vault, entry, verdict, now=self.now)

    @rule(by=ACTOR, number=NUMBER)
    def decide_on_a_page_that_is_no_longer_true(self, by: int, number: int) -> None:
        refused = False
        with self.step() as session:
            entry = self.entry(session, number, Status.IN_REVIEW)
            verdict = self.verdict(session, entry, by, Action.REJECT)
            stale = Verdict(staff=verdict.staff, seen=verdict.seen - 1, reason=verdict.reason)
            try:
                review.reject(session, self.vault, entry, stale, now=self.now)
            except Conflict:
                refused = True
            assert refused

    @rule(by=ACTOR, number=NUMBER, ago=AGO, action=PROPOSED)
    def propose(self, by: int, number: int, ago: int, action: Action) -> None:
        with self.step() as session:
            alone = (Action.REGRADE, Action.SUSPEND, Action.REINSTATE)
            kind = SupporterKind.GOVERNMENT if action in alone else None
            entry = self.entry(session, number, Status.VERIFIED, Status.SUSPENDED, kind=kind)
            dated = action in (*decisions_proposals.AMENDMENTS, Action.WITHDRAW)
            decisions_proposals.propose(
                session,
                self.vault,
                entry,
                action,
                self.verdict(session, entry, by, action),
                now=self.now,
                grade=list(Grade)[ago % 3] if action is Action.REGRADE else None,
                on=self.ago(ago) if dated else None,
                precision=list(DatePrecision)[ago % 2],
                text=NewText(type=InstrumentType.LETTER, source="A letter that came"),
            )

    @rule(by=ACTOR, agree=st.sampled_from([True, True, False]))
    def settle(self, by: int, agree: bool) -> None:
        with self.step() as session:
            mine = select(Endorsement.id).where(Endorsement.initiative_id == self.initiative_id)
            change = session.scalars(
                select(ProposedChange).where(
                    ProposedChange.endorsement_id.in_(mine), ProposedChange.settled_at.is_(None)
                )
            ).first()
            if change is None:
                return
            queries.for_change(session, change.endorsement_id)
            member = self.member(session, by)
            if agree:
                evidence_proposals.second(session, self.vault, change, member, now=self.now)
            else:
                decisions_proposals.drop(session, change, member, now=self.now)

    @rule(by=ACTOR, number=NUMBER, what=st.sampled_from(["add", "change", "remove"]))
    def propose_evidence(self, by: int, number: int, what: str) -> None:
        """Of a government that counts: anybody else's changes at once, as elsewhere."""
        with self.step() as session:
            entry = self.entry(session, number, *COUNTED, kind=SupporterKind.GOVERNMENT)
            member = self.member(session, by)
            piece = entry.evidence[0] if entry.evidence else None
            letter = {"type": InstrumentType.LETTER, "source": f"Letter {self.now}"}
            text = piece.instrument if piece and what != "add" else None
            evidence_proposals.propose(
                session,
                self.vault,
                entry,
                EvidenceChange(
                    what=what,
                    instrument=text
                    or evidence_services.enter(session, letter, None, member, self.now),
                    piece=piece,
                    quote=f"As of {self.now}",
                ),
                member,
                seen=queries.newest_decision_id(session, entry.id),
                now=self.now,
            )

    @rule(by=ACTOR, who=ACTOR, reviewer=st.booleans())
    def somebody_leaves_and_comes_back(self, by: int, who: int, reviewer: bool) -> None:
        """By losing the account, or the role."""
        for roles in ([StaffRole.EDITOR], [StaffRole.REVIEWER]):
            with self.step() as session:
                member, boss = self.member(session, who), By(staff_id=self.staff[by])
                now, none = self.now, timedelta(0)
                if reviewer:
                    accounts.change_roles(
                        session, self.vault, member, roles, boss, now=now, wait=none
                    )
                elif member.active:
                    accounts.deactivate(session, self.vault, member, boss, now=now, wait=none)
                else:
                    accounts.reactivate(session, self.vault, member, boss, now=now, wait=none)

    @rule(by=ACTOR, number=NUMBER)
    def take_a_decision_back(self, by: int, number: int) -> None:
        with self.step() as session:
            entry = self.entry(session, number, *undo.UNDOABLE.values())
            member = self.member(session, by)
            undo.undo(session, self.vault, entry, member, now=self.now)

    @rule(
        by=ACTOR,
        applier=ACTOR,
        listed=st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True),
        ago=AGO,
        organisations=st.booleans(),
    )
    def bring_a_list_in(
        self, by: int, applier: int, listed: list[str], ago: int, organisations: bool
    ) -> None:
        day = self.ago(ago).isoformat()
        named = "Organisation" if organisations else "State"
        content = f"{named},Date\n" + "".join(f"{NAMES[entry]},{day}\n" for entry in listed)
        folder = self.app.extensions["rollcall"].import_dir
        folder.mkdir(parents=True, exist_ok=True)
        sha256 = hashlib.sha256(content.encode()).hexdigest()
        (folder / sha256).write_text(content)
        with self.step() as session:
            run = imports.begin(
                session,
                self.initiative(session),
                self.member(session, by),
                source="Example Secretariat, list",
                file_name="list.csv",
                file_sha256=sha256,
                mapping={named: named.lower(), "Date": "date"},
                now=self.now,
                list_date=self.ago(ago),
            )
        self._go_on(run.id)
        with self.step() as session:
            run = session.get_one(ImportRun, run.id)
            imports.apply(session, run, self.member(session, applier))
        self._go_on(run.id)

    @rule(by=ACTOR)
    def take_a_list_back(self, by: int) -> None:
        run_id = None
        with self.step() as session:
            run = session.scalars(
                select(ImportRun)
                .where(
                    ImportRun.initiative_id == self.initiative_id,
                    ImportRun.state == RunState.APPLIED,
                )
                .order_by(ImportRun.id.desc())
            ).first()
            if run is None:
                return
            imports.undo(session, run, self.member(session, by))
            run_id = run.id
        if run_id is not None:
            self._go_on(run_id)

    def _go_on(self, run_id: int) -> None:
        folder = self.app.extensions["rollcall"].import_dir
        progress.to_end(run_id, self.vault, folder, now=self.now, done=lambda _rows: None)

    @rule(by=ACTOR, action=st.sampled_from(bulk_services.ACTIONS), other=ACTOR, back=st.booleans())
    def decide_about_many(self, by: int, action: Action, other: int, back: bool) -> None:
        made = None
        with self.step() as session:
            member = self.member(session, by)
            made = bulk_services.prepare(
                session, member, None, Filters(initiative=self.slug), now=self.now
            )
            reason = reasons.REASONS[action][0]
            bulk_services.start(session, made, member, action, reason, "", now=self.now)
        if made is None:
            return
        self._work()
        if back:
            with self.step() as session:
                bulk = bulk_services.bulk(session, made.id)
                bulk_services.undo(session, bulk, self.member(session, other), now=self.now)
            self._work()

    def _work(self) -> None:
        while bulk_services.is_at_work(db.session()):
            with transaction() as session:
                bulk_services.work(session, self.vault, now=self.now)

    @rule(
        number=NUMBER,
        what=st.sampled_from(["withdraw", "withdraw", "answer", "appeal", "name", "erase"]),
    )
    def a_supporter_acts(self, number: int, what: str) -> None:
        with self.step() as session:
            entry = self.entry(session, number)
            acts: dict[str, Callable[[], None]] = {
                "withdraw": lambda: services.withdraw(session, entry, now=self.now),
                "answer": lambda: services.answer(session, entry, "Yes.", now=self.now),
                "appeal": lambda: services.appeal(session, entry, "Please.", now=self.now),
                "name": lambda: services.choose_naming(
                    session, entry, True, now=self.now, language="en"
                ),
                "erase": lambda: services.erase(session, entry, now=self.now),
            }
            acts[what]()

    @rule(days=st.sampled_from([1, 3, 9, 70]))
    def time_passes(self, days: int) -> None:
        type(self).now += timedelta(days=days)
        with self.step() as session:
            retention_services.enforce(session, now=self.now)
