"""nobody decides alone, and nobody for themselves: what takes a second person"""

from migrations.triggers import Refusal, differs, forbid, on_postgresql, permit

revision = "0111"
down_revision = "0110"
branch_labels = None
depends_on = None

SUBJECT = "two_people"

COUNTED = "('verified', 'suspended')"
ONCE_VERIFIED = (
    "('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased')"
)


def _agreed(action: str) -> str:
    """A change of this action, seconded or from the published record, is the newest."""
    return f"""
        (({differs("change_id")}) AND EXISTS (
            SELECT 1 FROM proposed_changes c
            WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id
            AND c.action = {action} AND c.applied
            AND (
                c.seconder_id IS NOT NULL
                OR (c.cites <> '' AND NEW.origin = 'published_record')
            )
        ))
    """


ENTRIES = (
    Refusal(
        "endorsements_government_change_seconded",
        "endorsements",
        "UPDATE",
        "A change of a government's entry takes two reviewers.",
        when=f"""
            OLD.kind = 'government' AND OLD.status IN {COUNTED} AND NEW.status <> 'superseded'
            AND ({differs("status", "grade", "effective_on", "effective_precision")})
        """,
        unless=f"""
            ({differs("change_id")}) AND EXISTS (
                SELECT 1 FROM proposed_changes c
                WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id AND c.applied
                AND (c.seconder_id IS NOT NULL OR NEW.origin = 'published_record')
            )
        """,
    ),
    Refusal(
        "endorsements_first_approver_stays",
        "endorsements",
        "UPDATE OF first_approver_id",
        "The first approver cannot be exchanged.",
        when=f"""
            OLD.kind = 'government' AND OLD.status = 'approved_once' AND NEW.status = 'verified'
            AND ({differs("first_approver_id")})
        """,
    ),
    Refusal(
        "endorsements_approvers_stay",
        "endorsements",
        "UPDATE OF first_approver_id, second_approver_id",
        "Who approved an entry stays.",
        when=f"""
            OLD.status IN {ONCE_VERIFIED}
            AND ({differs("first_approver_id", "second_approver_id")})
            AND NOT (
                NEW.status = 'in_review'
                AND NEW.first_approver_id IS NULL AND NEW.second_approver_id IS NULL
            )
        """,
    ),
    Refusal(
        "endorsements_second_recorder",
        "endorsements",
        "UPDATE",
        "Who applied a list does not approve its rows.",
        when="NEW.second_recorder_id IS NOT NULL OR OLD.second_recorder_id IS NOT NULL",
        refused=f"""
            {differs("second_recorder_id")} OR (
                NEW.second_recorder_id IS NOT NULL AND (
                    NEW.first_approver_id = NEW.second_recorder_id
                    OR NEW.second_approver_id = NEW.second_recorder_id
                )
            )
        """,
    ),
    Refusal(
        "endorsements_invalidated_by_two",
        "endorsements",
        "UPDATE",
        "Invalidating takes two reviewers.",
        when="OLD.status = 'suspended' AND NEW.status = 'invalidated'",
        refused="""
            NOT EXISTS (
                SELECT 1 FROM proposed_changes c
                WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id
                AND c.action = 'invalidate' AND c.applied AND c.seconder_id IS NOT NULL
            )
        """,
    ),
    Refusal(
        "endorsements_ended_by_two",
        "endorsements",
        "UPDATE OF status",
        "Ending or erasing verified support takes two reviewers, or its supporter.",
        when="""
            NEW.status IN ('erased', 'withdrawn') AND NEW.status <> OLD.status
            AND OLD.verified_at IS NOT NULL AND NEW.kind <> 'government'
        """,
        unless=f"""
            EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.id AND d.actor_kind = 'supporter'
                AND d.from_status = OLD.status AND d.to_status = NEW.status
                AND d.decided_at = NEW.status_since
            )
            OR {_agreed("CASE NEW.status WHEN 'erased' THEN 'erase' ELSE 'withdraw' END")}
            OR (NEW.status = 'withdrawn' AND EXISTS (
                SELECT 1 FROM decisions r
                WHERE r.endorsement_id = NEW.id AND r.actor_kind = 'supporter'
                AND r.action = 'request_withdrawal'
                AND NOT EXISTS (
                    SELECT 1 FROM decisions n
                    WHERE n.endorsement_id = r.endorsement_id AND n.id > r.id
                    AND n.action = 'decline_withdrawal'
                )
            ))
        """,
    ),
    Refusal(
        "endorsements_dated_by_two",
        "endorsements",
        "UPDATE OF effective_on, effective_precision",
        "Another date of verified support takes two reviewers.",
        when=f"""
            OLD.status IN {COUNTED} AND NEW.status = OLD.status AND NEW.kind <> 'government'
            AND ({differs("effective_on", "effective_precision")})
        """,
        unless=_agreed("'redate'"),
    ),
)


def _unseconded(row: str, *, further: str = "") -> str:
    """Evidence belongs to a government that counts, and no seconded change is about it."""
    return f"""
        EXISTS (
            SELECT 1 FROM endorsements e
            WHERE e.id = {row}.endorsement_id AND e.kind = 'government' AND e.status IN {COUNTED}
            {further}
            AND NOT EXISTS (
                SELECT 1 FROM proposed_changes c
                WHERE c.id = e.change_id AND c.endorsement_id = e.id AND c.applied
                AND c.instrument_id = {row}.instrument_id
                AND (c.seconder_id IS NOT NULL OR e.origin = 'published_record')
            )
        )
    """


FURTHER = "AND EXISTS (SELECT 1 FROM evidence o WHERE o.endorsement_id = e.id)"
"""The first evidence comes with its entry."""
EVIDENCE = (
    *(
        Refusal(
            f"evidence_{event.lower()}_by_two",
            "evidence",
            event,
            "The evidence of a government that counts changes with two people.",
            refused=refused,
        )
        for event, refused in (
            ("INSERT", _unseconded("NEW", further=FURTHER)),
            ("UPDATE", _unseconded("NEW")),
            ("DELETE", _unseconded("OLD")),
        )
    ),
    Refusal(
        "instruments_of_governments_by_two",
        "instruments",
        "UPDATE OF type, source, dated, symbol, link, secondary_copy, file_sha256",
        "A text on which a verified government rests changes with two people.",
        when=differs("type", "source", "dated", "symbol", "link", "secondary_copy", "file_sha256"),
        unless="""
            NOT EXISTS (
                SELECT 1 FROM evidence v JOIN endorsements e ON e.id = v.endorsement_id
                WHERE v.instrument_id = NEW.id AND e.kind = 'government'
                AND e.verified_at IS NOT NULL AND e.status <> 'invalidated'
            )
            OR (
                EXISTS (
                    SELECT 1 FROM proposed_edits p
                    WHERE p.instrument_id = NEW.id AND p.applied AND p.seconder_id IS NOT NULL
                    AND p.revision = OLD.revision
                )
                AND NEW.revision > OLD.revision
            )
        """,
    ),
)

TOO_NEW = "A new reviewer does not change a government’s entry yet."
REVIEWERS = (
    Refusal(
        "decisions_appeal_by_another",
        "decisions",
        "INSERT",
        "An appeal is decided by somebody who took no part before it.",
        when="""
            NEW.staff_id IS NOT NULL
            AND NEW.action IN ('approve', 'verify', 'ask', 'reject', 'reopen', 'erase')
        """,
        refused="""
            EXISTS (
                SELECT 1 FROM decisions a
                WHERE a.endorsement_id = NEW.endorsement_id AND a.action = 'appeal'
                AND EXISTS (
                    SELECT 1 FROM endorsements e
                    WHERE e.id = NEW.endorsement_id AND e.appealed_at IS NOT NULL
                )
                AND (
                    EXISTS (
                        SELECT 1 FROM decisions d
                        WHERE d.endorsement_id = a.endorsement_id AND d.id < a.id
                        AND d.staff_id = NEW.staff_id
                    )
                    OR EXISTS (
                        SELECT 1 FROM proposed_changes c
                        WHERE c.endorsement_id = a.endorsement_id
                        AND c.proposed_at <= a.decided_at
                        AND (c.proposer_id = NEW.staff_id OR c.seconder_id = NEW.staff_id)
                    )
                )
            )
        """,
    ),
    Refusal(
        "decisions_by_new_reviewer",
        "decisions",
        "INSERT",
        "A new reviewer does not approve governments yet.",
        when="""
            NEW.staff_id IS NOT NULL AND NEW.kind = 'government'
            AND NEW.action IN ('approve', 'verify')
        """,
        refused="""
            EXISTS (
                SELECT 1 FROM staff s
                WHERE s.id = NEW.staff_id AND s.governments_from > NEW.decided_at
            )
        """,
    ),
    Refusal(
        "decisions_reopened_by_verifier",
        "decisions",
        "INSERT",
        "Who verified an entry can take that back, and nobody else alone.",
        when="NEW.action = 'reopen' AND NEW.from_status = 'verified'",
        unless="""
            EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.endorsement_id AND d.action = 'verify'
                AND d.staff_id = NEW.staff_id
                AND NOT EXISTS (
                    SELECT 1 FROM decisions n
                    WHERE n.endorsement_id = d.endorsement_id AND n.action = 'verify'
                    AND n.id > d.id
                )
            )
            OR NOT EXISTS (
                SELECT 1 FROM decisions d
                WHERE d.endorsement_id = NEW.endorsement_id AND d.action = 'verify'
            )
        """,
    ),
    *(
        Refusal(
            f"proposed_changes_{event.lower()}_by_new_reviewer",
            "proposed_changes",
            event,
            TOO_NEW,
            when="NEW.applied AND NEW.seconder_id IS NOT NULL",
            refused="""
                EXISTS (
                    SELECT 1 FROM staff s JOIN endorsements e ON e.id = NEW.endorsement_id
                    WHERE s.id IN (NEW.proposer_id, NEW.seconder_id)
                    AND e.kind = 'government' AND s.governments_from > NEW.settled_at
                )
            """,
        )
        for event in ("INSERT", "UPDATE")
    ),
    Refusal(
        "proposed_changes_list_by_another",
        "proposed_changes",
        "UPDATE",
        "Who brought a list in does not second what it says.",
        when="NEW.brought_by_id IS NOT NULL OR OLD.brought_by_id IS NOT NULL",
        refused=f"{differs('brought_by_id')} OR NEW.seconder_id = NEW.brought_by_id",
    ),
)

STATES = (
    Refusal(
        "supporter_changes_of_states",
        "supporter_changes",
        "INSERT",
        "What is recorded of a State takes two people.",
        refused="""
            NEW.staff_id IS NOT NULL
            AND (NEW.seconder_id IS NULL OR NEW.seconder_id = NEW.staff_id)
            AND EXISTS (
                SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.kind = 'government'
            )
        """,
    ),
    Refusal(
        "state_proposals_stay",
        "state_proposals",
        "UPDATE",
        "What was proposed stays as it was.",
        refused="""
            OLD.settled_at IS NOT NULL OR NEW.proposer_id <> OLD.proposer_id
            OR CAST(NEW.wanted AS TEXT) <> CAST(OLD.wanted AS TEXT)
            OR (OLD.proposer_id IS NOT NULL AND NEW.proposer_id IS NULL)
        """,
    ),
)


def _content() -> tuple[Refusal, ...]:
    """What leads a page, and a year of the Council: published by somebody who did not write it."""
    if on_postgresql():
        by_another = "NOT (CAST(NEW.writer_ids AS jsonb) @> to_jsonb(NEW.editor_id))"
        new, earlier = "(NEW.content ->> 'preferred')", "(r.content ->> 'preferred')"
    else:
        by_another = """
            NOT EXISTS (
                SELECT 1 FROM json_each(NEW.writer_ids) w WHERE w.value = NEW.editor_id
            )
        """
        new, earlier = (f"json_extract({row}.content, '$.preferred')" for row in ("NEW", "r"))
    alone = f"""
        NEW.editor_id IS NOT NULL AND NOT (
            NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND {by_another}
        )
    """
    figure = f"""
        NEW.state IN ('published', 'retired') AND {alone}
        AND EXISTS (
            SELECT 1 FROM content_items i WHERE i.id = NEW.item_id AND i.kind = 'reported_tallies'
        )
        AND (
            ({new} IS NOT NULL AND {new} <> 'no')
            OR EXISTS (
                SELECT 1 FROM content_revisions r
                WHERE r.item_id = NEW.item_id AND r.id = (
                    SELECT max(p.id) FROM content_revisions p
                    WHERE p.item_id = NEW.item_id AND p.id < NEW.id AND p.state = 'published'
                )
                AND ({earlier} IS NOT NULL AND {earlier} <> 'no')
            )
        )
    """
    return tuple(
        Refusal(
            f"{table}_{new_or_not}{what}",
            table,
            event,
            "Somebody who did not write it publishes it.",
            refused=refused,
        )
        for table, what, refused in (
            ("content_revisions", "figures", figure),
            ("council_revisions", "years", f"NEW.state = 'published' AND {alone}"),
        )
        for event, new_or_not in (("UPDATE", ""), ("INSERT", "new_"))
    )


def upgrade() -> None:
    forbid(SUBJECT, (*ENTRIES, *EVIDENCE, *REVIEWERS, *STATES, *_content()))


def downgrade() -> None:
    permit(SUBJECT, (*ENTRIES, *EVIDENCE, *REVIEWERS, *STATES, *_content()))
