"""what an entry is stays; its status, its dates and the ledger change with a decision, made first"""

from migrations.triggers import Refusal, differs, forbid, permit

revision = "0110"
down_revision = "0109"
branch_labels = None
depends_on = None

SUBJECT = "decided_first"

COUNTED = "('verified', 'suspended')"
ONCE_VERIFIED = (
    "('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased')"
)
CONFIRMED = "NEW.kind = 'individual' AND NEW.cause = 'confirm'"
"""What nearly every sign-up writes into the ledger: few look-ups."""
LEDGER = "An entry of the ledger needs its decision first."
WORDS = "A reviewer releases or hides words."
MERGED = "An entry of a merged record cannot be counted."
IS_MERGED = """
    EXISTS (
        SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.merged_into_id IS NOT NULL
    )
"""

REFUSALS = (
    # What an entry and a supporter are.
    Refusal(
        "endorsements_identity",
        "endorsements",
        "UPDATE OF kind, initiative_id, origin, recorder_id, submitted_at",
        "What an endorsement is, and who recorded it, cannot change.",
        when=differs("kind", "initiative_id", "origin", "recorder_id", "submitted_at"),
    ),
    Refusal(
        "endorsements_kind_of_supporter",
        "endorsements",
        "INSERT",
        "The kind is not the supporter's.",
        refused="""
            EXISTS (
                SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.kind <> NEW.kind
            )
        """,
    ),
    Refusal(
        "supporters_identity",
        "supporters",
        "UPDATE OF kind, state_iso3",
        "What a supporter is, and which State, cannot change.",
        when=differs("kind", "state_iso3"),
    ),
    # Whose an entry is: of one supporter, unless two records of one organisation are merged.
    Refusal(
        "endorsements_supporter_stays",
        "endorsements",
        "UPDATE OF supporter_id",
        "An entry stays with its supporter, unless two records of one organisation are merged.",
        when="NEW.supporter_id <> OLD.supporter_id AND OLD.status <> 'unconfirmed'",
        unless="""
            OLD.kind = 'organisation' AND (
                EXISTS (
                    SELECT 1 FROM merges m
                    WHERE m.merged_id = OLD.supporter_id AND m.kept_id = NEW.supporter_id
                    AND m.undone_at IS NULL
                )
                OR (
                    EXISTS (
                        SELECT 1 FROM merges m JOIN merge_rows r ON r.merge_id = m.id
                        WHERE r.endorsement_id = NEW.id AND r.what = 'moved'
                        AND m.kept_id = OLD.supporter_id AND m.merged_id = NEW.supporter_id
                        AND m.undone_at IS NOT NULL
                    )
                    AND NOT EXISTS (
                        SELECT 1 FROM merges m
                        WHERE m.merged_id = NEW.supporter_id AND m.undone_at IS NULL
                    )
                )
            )
        """,
    ),
    Refusal(
        "supporters_merged_record",
        "supporters",
        "UPDATE",
        "Only an organisation is merged, into another that stands.",
        refused="""
            NEW.merged_into_id IS NOT NULL AND (
                NEW.kind <> 'organisation'
                OR EXISTS (
                    SELECT 1 FROM supporters s WHERE s.id = NEW.merged_into_id AND (
                        s.id = NEW.id OR s.kind <> 'organisation' OR s.merged_into_id IS NOT NULL
                    )
                )
            )
        """,
    ),
    Refusal(
        "endorsements_into_a_merged_record",
        "endorsements",
        "INSERT",
        MERGED,
        when="NEW.kind = 'organisation' AND NEW.status = 'verified'",
        refused=IS_MERGED,
    ),
    Refusal(
        "endorsements_of_a_merged_record",
        "endorsements",
        "UPDATE",
        MERGED,
        when="""
            NEW.kind = 'organisation' AND NEW.status = 'verified' AND OLD.status <> 'verified'
        """,
        refused=IS_MERGED,
    ),
    # Its status and its dates.
    Refusal(
        "endorsements_born_uncounted",
        "endorsements",
        "INSERT",
        "An endorsement begins unconfirmed or in review.",
        when="NEW.status NOT IN ('unconfirmed', 'in_review', 'staged')",
    ),
    Refusal(
        "decisions_placed",
        "decisions",
        "INSERT",
        "A decision says about which initiative and kind of supporter it is.",
        when="NEW.initiative_id IS NULL OR NEW.kind IS NULL",
    ),
    Refusal(
        "endorsements_step_decided",
        "endorsements",
        "UPDATE OF status",
        "This status needs its decision first.",
        when=f"""
            NEW.status <> OLD.status AND (
                OLD.status IN {ONCE_VERIFIED} OR NEW.status = 'approved_once' OR (
                    NEW.status = 'verified'
                    AND NOT (NEW.kind = 'individual' AND OLD.status = 'unconfirmed')
                )
            )
        """,
        unless="""
            EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.id
                AND d.from_status = OLD.status AND d.to_status = NEW.status
                AND d.decided_at = NEW.status_since
                AND (NEW.status <> 'approved_once' OR d.staff_id = NEW.first_approver_id)
                AND (
                    OLD.status <> 'approved_once' OR NEW.status <> 'verified'
                    OR d.staff_id = NEW.second_approver_id
                )
            )
        """,
    ),
    Refusal(
        "endorsements_amendment_decided",
        "endorsements",
        "UPDATE OF grade, effective_on, effective_precision",
        "The grade and the day of a verified entry change with a decision.",
        when=f"""
            OLD.status IN {COUNTED} AND NEW.status = OLD.status
            AND ({differs("grade", "effective_on", "effective_precision")})
        """,
        unless="""
            EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.id AND d.action IN ('redate', 'regrade')
                AND (
                    NEW.effective_on = OLD.effective_on
                    OR CAST(d.difference AS text) LIKE
                    '%"' || CAST(NEW.effective_on AS text) || '"%'
                )
                AND (
                    NEW.grade = OLD.grade
                    OR CAST(d.difference AS text) LIKE '%"' || NEW.grade || '"%'
                )
            )
        """,
    ),
    Refusal(
        "endorsements_documented",
        "endorsements",
        "UPDATE OF status",
        "An entry of the published record needs its decision and its evidence first.",
        when="""
            NEW.status = 'verified' AND OLD.status <> 'verified'
            AND (NEW.origin = 'published_record' OR OLD.status = 'staged')
        """,
        unless="""
            NEW.origin = 'published_record'
            AND EXISTS (SELECT 1 FROM evidence e WHERE e.endorsement_id = NEW.id)
            AND EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.id AND d.action = 'publish'
                AND d.actor_kind = 'system' AND d.cites <> ''
            )
        """,
    ),
    Refusal(
        "endorsements_facts_stay",
        "endorsements",
        "UPDATE OF verified_at, status_since, ended_on, commitment_salt",
        "Since when an entry counts, and until when, changes only with its status.",
        when=f"""
            NEW.status = OLD.status AND (
                (OLD.status IN {COUNTED} AND ({differs("verified_at", "status_since")}))
                OR (OLD.status IN {ONCE_VERIFIED} AND ({differs("ended_on")}))
                OR (
                    OLD.status IN {ONCE_VERIFIED} AND ({differs("commitment_salt")})
                    AND NOT (
                        NEW.commitment_salt IS NULL
                        AND (NEW.status = 'erased' OR NEW.forgotten_at IS NOT NULL)
                    )
                )
            )
        """,
    ),
    Refusal(
        "endorsements_forgotten_stay_decided",
        "endorsements",
        "UPDATE",
        "Nothing is left that could be reviewed.",
        when="""
            OLD.forgotten_at IS NOT NULL AND NEW.kind IN ('individual', 'parliamentarian')
            AND NEW.status <> OLD.status AND NEW.status = 'in_review'
        """,
    ),
    # The words that it shows.
    Refusal(
        "endorsements_words_begin_unreleased",
        "endorsements",
        "INSERT",
        WORDS,
        when="NEW.words_released IS NOT NULL",
    ),
    Refusal(
        "endorsements_words_released_by_staff",
        "endorsements",
        "UPDATE",
        WORDS,
        when="""
            NEW.words_released IS NOT NULL
            AND (NEW.words_judged_by_id IS NULL OR NEW.words_judged_at IS NULL)
        """,
    ),
    Refusal(
        "endorsements_changed_words_unreleased",
        "endorsements",
        "UPDATE",
        "Changed words need to be released again.",
        when="NEW.words <> OLD.words AND NEW.words_released IS NOT NULL",
    ),
    # Its evidence.
    Refusal(
        "evidence_stays_put",
        "evidence",
        "UPDATE",
        "Evidence stays with its entry.",
        refused="NEW.endorsement_id <> OLD.endorsement_id",
    ),
    Refusal(
        "evidence_last_stays",
        "evidence",
        "DELETE",
        "A verified entry keeps its evidence.",
        refused="""
            EXISTS (
                SELECT 1 FROM endorsements e
                WHERE e.id = OLD.endorsement_id AND e.verified_at IS NOT NULL
                AND e.status NOT IN ('invalidated', 'erased')
            )
            AND NOT EXISTS (
                SELECT 1 FROM evidence o
                WHERE o.endorsement_id = OLD.endorsement_id AND o.id <> OLD.id
            )
        """,
    ),
    # The ledger: no more entries of a cause than decisions allow.
    Refusal(
        "ledger_events_decided",
        "ledger_events",
        "INSERT",
        LEDGER,
        when=f"NOT ({CONFIRMED})",
        unless="""
            (
                NEW.delta = 1
                OR NEW.cause NOT IN ('confirm', 'publish', 'reinstate', 'restore', 'verify')
            )
            AND (
                NEW.delta = -1 OR NEW.cause NOT IN ('erase', 'lapse', 'supersede', 'suspend')
            )
            AND EXISTS (
                SELECT 1 FROM endorsements n
                WHERE n.id = NEW.endorsement_id
                AND n.initiative_id = NEW.initiative_id AND n.kind = NEW.kind
                AND (
                    n.kind <> 'government'
                    OR EXISTS (
                        SELECT 1 FROM supporters s
                        WHERE s.id = n.supporter_id AND s.state_iso3 = NEW.state_iso3
                    )
                )
            )
            AND (
                SELECT count(*) FROM ledger_events l
                WHERE l.endorsement_id = NEW.endorsement_id AND l.cause = NEW.cause
            ) < (
                SELECT count(*) FROM decisions d
                WHERE d.endorsement_id = NEW.endorsement_id AND d.action = NEW.cause
                AND (NEW.cause <> 'confirm' OR d.to_status = 'verified')
            ) * CASE
                WHEN NEW.cause IN ('invalidate', 'reopen') THEN 1000
                WHEN NEW.cause IN ('redate', 'regrade') THEN 4
                WHEN NEW.cause = 'withdraw' THEN 2
                ELSE 1 END
        """,
    ),
    Refusal(
        "ledger_events_confirmed",
        "ledger_events",
        "INSERT",
        LEDGER,
        when=CONFIRMED,
        unless="""
            NEW.delta = 1
            AND EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.endorsement_id
                AND d.action = 'confirm' AND d.to_status = 'verified'
                AND d.kind = NEW.kind AND d.initiative_id = NEW.initiative_id
            )
            AND NOT EXISTS (
                SELECT 1 FROM ledger_events l
                WHERE l.endorsement_id = NEW.endorsement_id AND l.cause = NEW.cause
            )
        """,
    ),
)


def upgrade() -> None:
    forbid(SUBJECT, REFUSALS)


def downgrade() -> None:
    permit(SUBJECT, REFUSALS)
