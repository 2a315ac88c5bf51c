"""accounts of staff; the outbox, and how the site itself does"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, NOW, drop_tables, refers, where

revision = "0101"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "roles",
    "staff",
    "roles_users",
    "passkeys",
    "staff_sessions",
    "staff_invitations",
    "staff_events",
    "staff_event_marks",
    "staff_browsers",
    "staff_networks",
    "staff_drafts",
    "staff_digests",
    "outbox",
    "mail_relays",
    "heartbeats",
    "inspections",
    "upgrade_notes",
    "demonstration_mark",
    "surges",
    "spent_proofs",
    "link_checks",
)


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("description", sa.String(255)),
        sa.Column("permissions", sa.UnicodeText()),
        sa.Column("update_datetime", sa.DateTime(), nullable=False, server_default=NOW),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.String(120), nullable=False, server_default=""),
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("email", sa.String(255), nullable=False, unique=True),
        sa.Column("username", sa.String(255), unique=True),
        sa.Column("password", sa.String(255)),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(64), nullable=False, unique=True),
        sa.Column("confirmed_at", sa.DateTime()),
        sa.Column("last_login_at", sa.DateTime()),
        sa.Column("current_login_at", sa.DateTime()),
        sa.Column("last_login_ip", sa.String(64)),
        sa.Column("current_login_ip", sa.String(64)),
        sa.Column("login_count", sa.Integer()),
        sa.Column("tf_primary_method", sa.String(64)),
        sa.Column("tf_totp_secret", sa.String(255)),
        sa.Column("tf_phone_number", sa.String(128)),
        sa.Column("us_totp_secrets", sa.Text()),
        sa.Column("us_phone_number", sa.String(128), unique=True),
        sa.Column("fs_webauthn_user_handle", sa.String(64), unique=True),
        sa.Column("mf_recovery_codes", sa.UnicodeText()),
        sa.Column("create_datetime", sa.DateTime(), nullable=False, server_default=NOW),
        sa.Column("update_datetime", sa.DateTime(), nullable=False, server_default=NOW),
        sa.Column("last_code", sa.BigInteger()),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("failing_since", INSTANT),
        sa.Column("locked_until", INSTANT),
        sa.Column("locks", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("governments_from", INSTANT),
        sa.Column("confirms_from", INSTANT),
    )
    op.create_table(
        "roles_users",
        sa.Column("user_id", sa.Integer(), refers("staff.id"), primary_key=True),
        sa.Column("role_id", sa.Integer(), refers("roles.id"), primary_key=True),
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("credential_id", sa.LargeBinary(1024), nullable=False, index=True, unique=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer()),
        sa.Column("transports", sa.UnicodeText()),
        sa.Column("backup_state", sa.Boolean(), nullable=False),
        sa.Column("device_type", sa.String(64), nullable=False),
        sa.Column("extensions", sa.String(255)),
        sa.Column("create_datetime", sa.DateTime(), nullable=False, server_default=NOW),
        sa.Column("lastuse_datetime", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("usage", sa.String(64), nullable=False),
        sa.Column("user_id", sa.Integer(), refers("staff.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_table(
        "staff_sessions",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_staff_sessions_staff_id_staff"),
            nullable=False,
            index=True,
        ),
        sa.Column("token_digest", sa.String(64), nullable=False, unique=True),
        sa.Column("began_at", INSTANT, nullable=False, index=True),
        sa.Column("last_seen_at", INSTANT, nullable=False),
        sa.Column("browser", sa.String(20), nullable=False),
        sa.Column("system", sa.String(20), nullable=False),
        sa.Column("network", sa.String(32), nullable=False),
        sa.Column("ended_at", INSTANT),
        sa.Column("how_ended", sa.String(24)),
        sa.CheckConstraint("(ended_at IS NULL) = (how_ended IS NULL)", name="ended_how"),
    )
    op.create_table(
        "staff_invitations",
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_staff_invitations_staff_id_staff"),
            primary_key=True,
        ),
        sa.Column("stamp", sa.String(32), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("accepted_at", INSTANT),
    )
    op.create_table(
        "staff_events",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("action", sa.String(24), nullable=False),
        sa.Column("staff_id", sa.Integer(), refers("staff.id", "fk_staff_events_staff_id_staff")),
        sa.Column("by_id", sa.Integer(), refers("staff.id", "fk_staff_events_by_id_staff")),
        sa.Column("cites", sa.String(80), nullable=False),
        sa.Column("detail", sa.String(160), nullable=False),
        sa.Column("address_digest", sa.String(64)),
        sa.CheckConstraint("(staff_id IS NULL) = (address_digest IS NOT NULL)", name="about_whom"),
        sa.CheckConstraint("(by_id IS NULL) = (cites <> '')", name="by_whom"),
        sa.Index("ix_staff_events_at_id", "at", "id"),
        sa.Index("ix_staff_events_by_id_at_id", "by_id", "at", "id"),
        sa.Index("ix_staff_events_staff_id_at_id", "staff_id", "at", "id"),
    )
    op.create_table(
        "staff_event_marks",
        sa.Column(
            "event_id",
            BIG,
            refers("staff_events.id", "fk_staff_event_marks_event_id_staff_events"),
            primary_key=True,
        ),
        sa.Column("network", sa.String(32), nullable=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "staff_browsers",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_staff_browsers_staff_id_staff"),
            nullable=False,
            index=True,
        ),
        sa.Column("token_digest", sa.String(64), nullable=False, unique=True),
        sa.Column("last_used_at", INSTANT, nullable=False, index=True),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("failing_since", INSTANT),
        sa.Column("locked_until", INSTANT),
    )
    op.create_table(
        "staff_networks",
        sa.Column("network", sa.String(32), primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("failing_since", INSTANT, nullable=False, index=True),
        sa.Column("locked_until", INSTANT),
        sa.Column("locks", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )
    op.create_table(
        "staff_drafts",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_staff_drafts_staff_id_staff"),
            nullable=False,
        ),
        sa.Column("kept_at", INSTANT, nullable=False, index=True),
        sa.Column("fields_sealed", sa.Text(), nullable=False),
    )
    op.create_table(
        "staff_digests",
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_staff_digests_staff_id_staff"),
            primary_key=True,
        ),
        sa.Column("day", sa.Date(), primary_key=True),
    )
    op.create_table(
        "outbox",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("template", sa.String(40), nullable=False),
        sa.Column("locale", sa.String(8), nullable=False),
        sa.Column("payload_sealed", sa.Text(), nullable=False),
        sa.Column("message_id", sa.String(120), nullable=False, unique=True),
        sa.Column("queued_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("address_digest", sa.String(64)),
        sa.Column("day", sa.Date()),
        sa.Column("slot", sa.SmallInteger()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(300), nullable=False),
        sa.Column("sent_at", INSTANT, index=True),
        sa.Column("about", sa.JSON()),
        sa.Column("given_up_at", INSTANT),
        sa.Column("lane", sa.String(32), nullable=False, server_default=""),
        sa.UniqueConstraint("address_digest", "day", "lane", "slot", name="uq_outbox_three_a_day"),
        sa.CheckConstraint("slot BETWEEN 1 AND 3", name="slot"),
        sa.Index("ix_outbox_due", "due_at", **where("sent_at IS NULL AND given_up_at IS NULL")),
        sa.Index("ix_outbox_given_up", "given_up_at", **where("given_up_at IS NOT NULL")),
    )
    op.create_table(
        "mail_relays",
        sa.Column("name", sa.String(260), primary_key=True),
        sa.Column("smtputf8", sa.Boolean(), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
    )
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("seen_at", INSTANT, nullable=False),
    )
    op.create_table(
        "inspections",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("inspected_at", INSTANT, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
    )
    op.create_table(
        "upgrade_notes",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("revision", sa.String(8), nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("found", sa.String(40), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
    )
    op.create_table(
        "demonstration_mark",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("filled_at", INSTANT),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.create_table(
        "surges",
        sa.Column("source", sa.String(24), primary_key=True),
        sa.Column("name", sa.String(255), primary_key=True),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.CheckConstraint("until > since", name="ends_after_it_began"),
        sa.CheckConstraint("source IN ('network', 'mail_domain')", name="known_source"),
    )
    op.create_table(
        "spent_proofs",
        sa.Column("mark", sa.String(64), primary_key=True),
        sa.Column("until", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "link_checks",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("address", sa.String(2000), nullable=False, unique=True),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False, index=True),
        sa.Column("asked_at", INSTANT),
        sa.Column("checked_at", INSTANT),
        sa.Column("outcome", sa.String(24)),
        sa.Column("status", sa.Integer()),
        sa.Column("leads_to", sa.String(2000), nullable=False),
        sa.Column("dead_since", INSTANT),
        sa.CheckConstraint("(checked_at IS NULL) = (outcome IS NULL)", name="checked_once"),
        sa.CheckConstraint(
            "(dead_since IS NOT NULL) = (COALESCE(outcome, '') IN ('gone', 'unreachable'))",
            name="dead_since_then",
        ),
    )


def downgrade() -> None:
    drop_tables(TABLES)
