"""public addresses, archived initiatives, grades; what can happen to whom; accounts have names"""

from migrations.triggers import Refusal, forbid, permit

revision = "0112"
down_revision = "0111"
branch_labels = None
depends_on = None

SUBJECT = "initiatives_and_supporters"

ARCHIVED = """
    EXISTS (
        SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id AND i.archived_on IS NOT NULL
    )
"""
UNUSED_GRADE = """
    EXISTS (
        SELECT 1 FROM initiatives i
        WHERE i.id = NEW.initiative_id
        AND ' ' || i.grades || ' ' NOT LIKE '% ' || NEW.grade || ' %'
    )
"""
GRADE = "The initiative does not use this grade."
ENDS = "('dissolved', 'merged_into')"

REFUSALS = (
    *(
        Refusal(
            f"{table}_address_stays",
            table,
            "UPDATE OF slug",
            "A public address stays.",
            refused="NEW.slug <> OLD.slug",
        )
        for table in ("campaigns", "initiatives")
    ),
    Refusal(
        "endorsements_archived_stay",
        "endorsements",
        "UPDATE OF status",
        "The entries of an archived initiative stay as they are.",
        refused=f"""
            NEW.status <> OLD.status
            AND NEW.status NOT IN ('withdrawn', 'erased', 'expired', 'lapsed', 'superseded')
            AND OLD.status NOT IN ('lapsed', 'superseded') AND {ARCHIVED}
        """,
    ),
    Refusal(
        "endorsements_not_into_an_archive",
        "endorsements",
        "INSERT",
        "An archived initiative takes no entries.",
        refused=ARCHIVED,
    ),
    Refusal(
        "endorsements_in_a_used_grade",
        "endorsements",
        "UPDATE OF grade",
        GRADE,
        when="NEW.grade <> OLD.grade AND NEW.grade <> 'endorsed'",
        refused=UNUSED_GRADE,
    ),
    Refusal(
        "endorsements_begun_in_a_used_grade",
        "endorsements",
        "INSERT",
        GRADE,
        when="NEW.grade <> 'endorsed'",
        refused=UNUSED_GRADE,
    ),
    Refusal(
        "proposed_changes_rest_on_a_text",
        "proposed_changes",
        "INSERT",
        "A grade of endorsed rests on a text.",
        refused="""
            NEW.action = 'regrade' AND NEW.grade = 'endorsed'
            AND NEW.cites = '' AND NEW.instrument_id IS NULL
        """,
    ),
    Refusal(
        "supporter_changes_fit",
        "supporter_changes",
        "INSERT",
        "This cannot happen to a supporter of this kind.",
        refused=f"""
            EXISTS (
                SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND NOT (
                    (s.kind = 'government' AND NEW.kind IN ('renamed', 'succeeded', 'regrouped'))
                    OR (
                        s.kind = 'organisation'
                        AND (NEW.kind = 'renamed' OR NEW.kind IN {ENDS})
                    )
                    OR (
                        s.kind = 'parliamentarian'
                        AND NEW.kind IN ('mandate_began', 'mandate_ended')
                    )
                )
            )
            OR EXISTS (
                SELECT 1 FROM supporters s JOIN supporters t ON t.id = NEW.successor_id
                WHERE s.id = NEW.supporter_id AND s.kind <> t.kind
            )
        """,
    ),
    Refusal(
        "supporter_changes_undo",
        "supporter_changes",
        "INSERT",
        "Only what is recorded of the same supporter can be taken back, once.",
        refused="""
            NEW.undoes_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM supporter_changes c
                WHERE c.id = NEW.undoes_id AND c.undoes_id IS NULL
                AND c.supporter_id = NEW.supporter_id AND c.kind = NEW.kind
            )
        """,
    ),
    Refusal(
        "supporter_changes_end_once",
        "supporter_changes",
        "INSERT",
        "An organisation ends once.",
        refused=f"""
            NEW.kind IN {ENDS} AND NEW.undoes_id IS NULL AND EXISTS (
                SELECT 1 FROM supporter_changes c
                WHERE c.supporter_id = NEW.supporter_id AND c.kind IN {ENDS}
                AND c.undoes_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM supporter_changes u WHERE u.undoes_id = c.id)
            )
        """,
    ),
    *(
        Refusal(name, "staff", event, "An account has a name.", when="trim(NEW.name) = ''")
        for name, event in (("staff_named", "INSERT"), ("staff_stay_named", "UPDATE"))
    ),
)


def upgrade() -> None:
    forbid(SUBJECT, REFUSALS)


def downgrade() -> None:
    permit(SUBJECT, REFUSALS)
