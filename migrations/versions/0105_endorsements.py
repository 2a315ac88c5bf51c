"""evidence, endorsements, and what was decided of them"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, drop_tables, refers, where
from migrations.triggers import on_postgresql

revision = "0105"
down_revision = "0104"
branch_labels = None
depends_on = None

TABLES = (
    "instruments",
    "held_files",
    "proposed_edits",
    "endorsements",
    "proposed_changes",
    "evidence",
    "decisions",
    "decision_notes",
    "internal_notes",
    "merge_rows",
)
CHANGE = "fk_endorsements_change_id"


def upgrade() -> None:
    op.create_table(
        "instruments",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("type", sa.String(24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("dated", sa.String(10), nullable=False),
        sa.Column("symbol", sa.String(60), nullable=False),
        sa.Column("link", sa.String(500), nullable=False),
        sa.Column("secondary_copy", sa.Boolean(), nullable=False),
        sa.Column("last_checked_on", sa.Date()),
        sa.Column("file_sha256", sa.String(64)),
        sa.Column("file_type", sa.String(60)),
        sa.Column("file_name", sa.String(160)),
        sa.Column("file_size", sa.Integer()),
        sa.Column("seed_key", sa.String(80), unique=True),
        sa.Column("publisher", sa.String(200), nullable=False, server_default=""),
        sa.Column("language", sa.String(2), nullable=False, server_default=""),
        sa.Column("archived_link", sa.String(500), nullable=False, server_default=""),
        sa.Column("last_checked_by_id", sa.Integer(), refers("staff.id")),
        sa.Column("file_public", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")),
        sa.CheckConstraint(
            "archived_link = '' OR archived_link LIKE 'https://%'", name="archived_by_https"
        ),
        sa.CheckConstraint(
            "language = '' OR (length(language) = 2 AND language = lower(language))",
            name="language_of_two_letters",
        ),
        sa.CheckConstraint(
            "NOT file_public OR file_sha256 IS NOT NULL", name="published_file_known"
        ),
        sa.CheckConstraint("revision > 0", name="revision_counts"),
    )
    op.create_table(
        "held_files",
        sa.Column(
            "instrument_id",
            BIG,
            refers("instruments.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("name", sa.String(160), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("network", sa.String(32), nullable=False, index=True),
        sa.Column("held_at", INSTANT, nullable=False),
    )
    op.create_table(
        "proposed_edits",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("instrument_id", BIG, refers("instruments.id"), nullable=False, index=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("proposer_id", sa.Integer(), refers("staff.id"), nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("is_file", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("seconder_id", sa.Integer(), refers("staff.id")),
        sa.Column("settled_at", INSTANT),
        sa.Column("applied", sa.Boolean()),
        sa.CheckConstraint(
            "applied IS NULL OR NOT applied OR seconder_id IS NOT NULL", name="applied_if_seconded"
        ),
        sa.CheckConstraint("(settled_at IS NULL) = (applied IS NULL)", name="settled_how"),
        sa.CheckConstraint("seconder_id IS NULL OR seconder_id <> proposer_id", name="two_people"),
    )
    op.create_table(
        "endorsements",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), nullable=False),
        sa.Column("supporter_id", BIG, refers("supporters.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("origin", sa.String(24), nullable=False),
        sa.Column("submitted_at", INSTANT, nullable=False),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("status_since", INSTANT, nullable=False),
        sa.Column("grade", sa.String(24), nullable=False),
        sa.Column("effective_on", sa.Date()),
        sa.Column("effective_precision", sa.String(24), nullable=False),
        sa.Column("date_known", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        sa.Column("be_named", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(500), nullable=False),
        sa.Column("reach", sa.String(24)),
        sa.Column("locale", sa.String(8), nullable=False),
        sa.Column("flag", sa.String(40), nullable=False),
        sa.Column("recorder_id", sa.Integer(), refers("staff.id")),
        sa.Column("first_approver_id", sa.Integer(), refers("staff.id")),
        sa.Column("second_approver_id", sa.Integer(), refers("staff.id")),
        sa.Column("superseded_by_id", BIG, refers("endorsements.id")),
        sa.Column("change_id", BIG, refers("proposed_changes.id", use_alter=True)),
        sa.Column("verified_at", INSTANT),
        sa.Column("appealed_at", INSTANT),
        sa.Column("withdrawal_requested_at", INSTANT),
        sa.Column("last_checked_on", sa.Date()),
        sa.Column("commitment_salt", sa.String(64)),
        sa.Column("seed_key", sa.String(260)),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("second_recorder_id", sa.Integer(), refers("staff.id")),
        sa.Column("words_released", sa.Boolean()),
        sa.Column("words_judged_at", INSTANT),
        sa.Column("ending_told_at", INSTANT),
        sa.Column("forgotten_at", INSTANT),
        sa.Column("words_judged_by_id", sa.Integer(), refers("staff.id")),
        sa.CheckConstraint(
            "kind <> 'government' OR status <> 'approved_once' "
            "OR (first_approver_id IS NOT NULL AND second_approver_id IS NULL)",
            name="approved_once_by_one",
        ),
        sa.CheckConstraint(
            "second_approver_id IS NULL OR (first_approver_id IS NOT NULL "
            "AND second_approver_id <> first_approver_id)",
            name="approvers_differ",
        ),
        sa.CheckConstraint(
            "status NOT IN ('verified', 'suspended') OR effective_on IS NOT NULL",
            name="counted_from_a_day",
        ),
        sa.CheckConstraint(
            "first_approver_id IS NULL OR recorder_id IS NULL OR first_approver_id <> recorder_id",
            name="first_approver_not_recorder",
        ),
        sa.CheckConstraint(
            "kind = 'government' OR grade = 'endorsed'", name="grade_of_governments"
        ),
        sa.CheckConstraint(
            "origin <> 'recorded_by_staff' OR recorder_id IS NOT NULL", name="recorder_known"
        ),
        sa.CheckConstraint(
            "second_approver_id IS NULL OR recorder_id IS NULL "
            "OR second_approver_id <> recorder_id",
            name="second_approver_not_recorder",
        ),
        sa.CheckConstraint(
            "status <> 'superseded' OR superseded_by_id IS NOT NULL", name="superseded_by_known"
        ),
        sa.CheckConstraint(
            "kind <> 'government' OR origin = 'published_record' "
            "OR status NOT IN ('verified', 'suspended', 'superseded', 'invalidated') "
            "OR second_approver_id IS NOT NULL",
            name="three_people_for_a_government",
        ),
        sa.Index(
            "ix_endorsements_awaiting",
            "initiative_id",
            "id",
            "kind",
            **where("status IN ('approved_once', 'in_review', 'needs_info')"),
        ),
        sa.Index(
            "ix_endorsements_ended",
            "status",
            "kind",
            "status_since",
            **where(
                "forgotten_at IS NULL AND origin <> 'published_record' "
                "AND status IN ('withdrawn', 'rejected', 'invalidated', 'superseded', 'lapsed')"
            ),
        ),
        sa.Index(
            "ix_endorsements_listed",
            "initiative_id",
            "kind",
            "id",
            **where("kind IN ('government', 'organisation', 'parliamentarian')"),
        ),
        sa.Index(
            "ix_endorsements_named",
            "initiative_id",
            "kind",
            "effective_on",
            "commitment_salt",
            **where(
                "status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')"
            ),
        ),
        sa.Index(
            "ix_endorsements_reviewed",
            "kind",
            "verified_at",
            **where("first_approver_id IS NOT NULL"),
        ),
        sa.Index("ix_endorsements_unconfirmed", "submitted_at", **where("status = 'unconfirmed'")),
        sa.Index(
            "ix_endorsements_words",
            "words_released",
            "id",
            **where("kind = 'individual' AND words <> ''"),
        ),
        sa.Index(
            "uq_endorsements_counted",
            "initiative_id",
            "supporter_id",
            unique=True,
            **where("status IN ('verified', 'suspended')"),
        ),
        sa.Index(
            "uq_endorsements_individual_pending",
            "initiative_id",
            "supporter_id",
            unique=True,
            **where("kind = 'individual' AND status IN ('in_review', 'needs_info')"),
        ),
        sa.Index(
            "uq_endorsements_seed_key", "seed_key", unique=True, **where("seed_key IS NOT NULL")
        ),
    )
    op.create_table(
        "proposed_changes",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), nullable=False, index=True),
        sa.Column("action", sa.String(24), nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=False),
        sa.Column("proposer_id", sa.Integer(), refers("staff.id")),
        sa.Column("cites", sa.String(300), nullable=False),
        sa.Column("reason", sa.String(24)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(24)),
        sa.Column("effective_on", sa.Date()),
        sa.Column("effective_precision", sa.String(24)),
        sa.Column("seconder_id", sa.Integer(), refers("staff.id")),
        sa.Column("settled_at", INSTANT),
        sa.Column("applied", sa.Boolean()),
        sa.Column(
            "instrument_id", BIG, refers("instruments.id", "proposed_changes_instrument_id_fkey")
        ),
        sa.Column("brought_by_id", sa.Integer(), refers("staff.id")),
        sa.Column("details", sa.JSON()),
        sa.CheckConstraint(
            "applied IS NULL OR NOT applied OR seconder_id IS NOT NULL OR cites <> ''",
            name="applied_if_seconded",
        ),
        sa.CheckConstraint("(proposer_id IS NULL) = (cites <> '')", name="proposed_by_someone"),
        sa.CheckConstraint("settled_at IS NULL OR applied IS NOT NULL", name="settled_how"),
        sa.CheckConstraint(
            "seconder_id IS NULL OR (proposer_id IS NOT NULL AND seconder_id <> proposer_id)",
            name="two_people",
        ),
    )
    op.create_table(
        "evidence",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), nullable=False),
        sa.Column("instrument_id", BIG, refers("instruments.id"), nullable=False, index=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("page", sa.String(60), nullable=False, server_default=""),
        sa.Index(
            "uq_evidence_endorsement_id_instrument_id",
            "endorsement_id",
            "instrument_id",
            unique=True,
        ),
    )
    op.create_table(
        "decisions",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), nullable=False, index=True),
        sa.Column("action", sa.String(24), nullable=False),
        sa.Column("actor_kind", sa.String(24), nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("staff_id", sa.Integer(), refers("staff.id")),
        sa.Column("from_status", sa.String(24)),
        sa.Column("to_status", sa.String(24)),
        sa.Column("reason", sa.String(24)),
        sa.Column("cites", sa.String(300), nullable=False),
        sa.Column("difference", sa.JSON()),
        sa.Column("initiative_id", BIG),
        sa.Column("kind", sa.String(24)),
        sa.CheckConstraint("(actor_kind = 'staff') = (staff_id IS NOT NULL)", name="staff_named"),
        sa.CheckConstraint("actor_kind <> 'system' OR cites <> ''", name="system_cites"),
        sa.Index("ix_decisions_actor_kind_decided_at_id", "actor_kind", "decided_at", "id"),
        sa.Index(
            "ix_decisions_changes",
            "id",
            **where(
                ""
                "action IN ('cite', 'correct', 'invalidate', 'lapse', 'merge', 'redate', 'regrade',"
                " 'reinstate', 'restore', 'supersede', 'suspend', 'unmerge', 'withdraw')"
            ),
        ),
        sa.Index("ix_decisions_decided_at_id_action", "decided_at", "id", "action"),
        sa.Index(
            "ix_decisions_initiative_id_kind_decided_at_id",
            "initiative_id",
            "kind",
            "decided_at",
            "id",
        ),
        sa.Index("ix_decisions_publishes", "id", **where("action IN ('publish', 'verify')")),
        sa.Index(
            "ix_decisions_reason_decided_at_id",
            "reason",
            "decided_at",
            "id",
            **where("reason IS NOT NULL"),
        ),
        sa.Index(
            "ix_decisions_staff_id_decided_at_id",
            "staff_id",
            "decided_at",
            "id",
            **where("staff_id IS NOT NULL"),
        ),
    )
    op.create_table(
        "decision_notes",
        sa.Column("decision_id", BIG, refers("decisions.id"), primary_key=True),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_table(
        "internal_notes",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), nullable=False, index=True),
        sa.Column("staff_id", sa.Integer(), refers("staff.id"), nullable=False),
        sa.Column("written_at", INSTANT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_table(
        "merge_rows",
        sa.Column(
            "merge_id", BIG, refers("merges.id", "fk_merge_rows_merge_id_merges"), primary_key=True
        ),
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_merge_rows_endorsement_id_endorsements"),
            primary_key=True,
            index=True,
        ),
        sa.Column("what", sa.String(24), primary_key=True),
        sa.CheckConstraint("what IN ('moved', 'superseded')", name="what"),
    )
    if on_postgresql():
        # The two tables point at each other; SQLite took this key with the table itself.
        op.create_foreign_key(CHANGE, "endorsements", "proposed_changes", ["change_id"], ["id"])


def downgrade() -> None:
    if on_postgresql():
        op.drop_constraint(CHANGE, "endorsements", type_="foreignkey")
    drop_tables(TABLES)
