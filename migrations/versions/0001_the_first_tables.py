"""the first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("theme", sa.String(length=120), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_campaigns_seed_key")),
        sa.UniqueConstraint("slug", name=op.f("uq_campaigns_slug")),
    )
    op.create_table(
        "checkpoints",
        sa.Column(
            "size",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("size", name=op.f("pk_checkpoints")),
    )
    with op.batch_alter_table("checkpoints", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checkpoints_recorded_at"), ["recorded_at"], unique=False
        )

    op.create_table(
        "consent_wordings",
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("purpose", "version", "language", name=op.f("pk_consent_wordings")),
    )
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )
    op.create_table(
        "instruments",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("type", sa.String(length=24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("symbol", sa.String(length=60), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("secondary_copy", sa.Boolean(), nullable=False),
        sa.Column("last_checked_on", sa.Date(), nullable=True),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.Column("file_type", sa.String(length=60), nullable=True),
        sa.Column("file_name", sa.String(length=160), nullable=True),
        sa.Column("file_size", sa.Integer(), nullable=True),
        sa.Column("seed_key", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruments")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_instruments_seed_key")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("payload_sealed", sa.Text(), nullable=False),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("address_digest", sa.String(length=64), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("slot", sa.SmallInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(length=300), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("slot BETWEEN 1 AND 3", name=op.f("ck_outbox_slot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("address_digest", "day", "slot", name="uq_outbox_three_a_day"),
        sa.UniqueConstraint("message_id", name=op.f("uq_outbox_message_id")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_due",
            ["due_at"],
            unique=False,
            postgresql_where=sa.text("sent_at IS NULL"),
            sqlite_where=sa.text("sent_at IS NULL"),
        )
        batch_op.create_index("ix_outbox_sent_at", ["sent_at"], unique=False)

    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("description", sa.String(length=255), nullable=True),
        sa.Column("permissions", sa.UnicodeText(), nullable=True),
        sa.Column(
            "update_datetime",
            sa.DateTime(),
            server_default=sa.text("(CURRENT_TIMESTAMP)"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("name", name=op.f("uq_roles_name")),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("username", sa.String(length=255), nullable=True),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("last_login_at", sa.DateTime(), nullable=True),
        sa.Column("current_login_at", sa.DateTime(), nullable=True),
        sa.Column("last_login_ip", sa.String(length=64), nullable=True),
        sa.Column("current_login_ip", sa.String(length=64), nullable=True),
        sa.Column("login_count", sa.Integer(), nullable=True),
        sa.Column("tf_primary_method", sa.String(length=64), nullable=True),
        sa.Column("tf_totp_secret", sa.String(length=255), nullable=True),
        sa.Column("tf_phone_number", sa.String(length=128), nullable=True),
        sa.Column("us_totp_secrets", sa.Text(), nullable=True),
        sa.Column("us_phone_number", sa.String(length=128), nullable=True),
        sa.Column("fs_webauthn_user_handle", sa.String(length=64), nullable=True),
        sa.Column("mf_recovery_codes", sa.UnicodeText(), nullable=True),
        sa.Column(
            "create_datetime",
            sa.DateTime(),
            server_default=sa.text("(CURRENT_TIMESTAMP)"),
            nullable=False,
        ),
        sa.Column(
            "update_datetime",
            sa.DateTime(),
            server_default=sa.text("(CURRENT_TIMESTAMP)"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("email", name=op.f("uq_staff_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_staff_fs_uniquifier")),
        sa.UniqueConstraint(
            "fs_webauthn_user_handle", name=op.f("uq_staff_fs_webauthn_user_handle")
        ),
        sa.UniqueConstraint("us_phone_number", name=op.f("uq_staff_us_phone_number")),
        sa.UniqueConstraint("username", name=op.f("uq_staff_username")),
    )
    op.create_table(
        "states",
        sa.Column("iso3", sa.String(length=3), nullable=False),
        sa.Column("iso2", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("membership", sa.String(length=24), nullable=False),
        sa.Column("regional_group", sa.String(length=24), nullable=False),
        sa.Column("admitted_on", sa.Date(), nullable=True),
        sa.Column("permanent", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("iso3", name=op.f("pk_states")),
        sa.UniqueConstraint("iso2", name=op.f("uq_states_iso2")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_states_seed_key")),
    )
    op.create_table(
        "council_seats",
        sa.Column("iso3", sa.String(length=3), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(length=12), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["iso3"], ["states.iso3"], name=op.f("fk_council_seats_iso3")),
        sa.PrimaryKeyConstraint("iso3", "year", name=op.f("pk_council_seats")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_council_seats_seed_key")),
    )
    op.create_table(
        "initiatives",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("official_name", sa.String(length=200), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("launched", sa.String(length=10), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=True),
        sa.Column("signatory_kinds", sa.String(length=120), nullable=False),
        sa.Column("open_kinds", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("content_version", sa.Integer(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_initiatives_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiatives")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_initiatives_seed_key")),
        sa.UniqueConstraint("slug", name=op.f("uq_initiatives_slug")),
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(length=1024), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=True),
        sa.Column("transports", sa.UnicodeText(), nullable=True),
        sa.Column("backup_state", sa.Boolean(), nullable=False),
        sa.Column("device_type", sa.String(length=64), nullable=False),
        sa.Column("extensions", sa.String(length=255), nullable=True),
        sa.Column(
            "create_datetime",
            sa.DateTime(),
            server_default=sa.text("(CURRENT_TIMESTAMP)"),
            nullable=False,
        ),
        sa.Column("lastuse_datetime", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("usage", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["staff.id"], name=op.f("fk_passkeys_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkeys")),
    )
    with op.batch_alter_table("passkeys", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_passkeys_credential_id"), ["credential_id"], unique=True
        )

    op.create_table(
        "roles_users",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name=op.f("fk_roles_users_role_id")),
        sa.ForeignKeyConstraint(["user_id"], ["staff.id"], name=op.f("fk_roles_users_user_id")),
        sa.PrimaryKeyConstraint("user_id", "role_id", name=op.f("pk_roles_users")),
    )
    op.create_table(
        "state_names",
        sa.Column("iso3", sa.String(length=3), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("short_name", sa.String(length=120), nullable=False),
        sa.Column("article", sa.String(length=8), nullable=False),
        sa.Column("formal_name", sa.String(length=160), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["iso3"], ["states.iso3"], name=op.f("fk_state_names_iso3")),
        sa.PrimaryKeyConstraint("iso3", "language", name=op.f("pk_state_names")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_state_names_seed_key")),
    )
    op.create_table(
        "supporters",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state_iso3", sa.String(length=3), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("email_sealed", sa.Text(), nullable=True),
        sa.Column("email_digest", sa.String(length=64), nullable=True),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("website", sa.String(length=300), nullable=True),
        sa.Column("domain", sa.String(length=253), nullable=True),
        sa.Column("chamber", sa.String(length=160), nullable=False),
        sa.Column("sitting", sa.Boolean(), nullable=True),
        sa.Column("mandate_from", sa.Date(), nullable=True),
        sa.Column("mandate_until", sa.Date(), nullable=True),
        sa.Column("official_page", sa.String(length=300), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seed_key", sa.String(length=260), nullable=True),
        sa.CheckConstraint(
            "(kind = 'government') = (state_iso3 IS NOT NULL)",
            name=op.f("ck_supporters_government_state"),
        ),
        sa.ForeignKeyConstraint(
            ["state_iso3"], ["states.iso3"], name=op.f("fk_supporters_state_iso3")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporters")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_supporters_seed_key")),
        sa.UniqueConstraint("state_iso3", name=op.f("uq_supporters_state_iso3")),
    )
    with op.batch_alter_table("supporters", schema=None) as batch_op:
        batch_op.create_index(
            "ix_supporters_organisation_name",
            ["name_key"],
            unique=False,
            postgresql_where=sa.text("kind = 'organisation'"),
            sqlite_where=sa.text("kind = 'organisation'"),
        )
        batch_op.create_index(
            "uq_supporters_person_address",
            ["kind", "email_digest"],
            unique=True,
            postgresql_where=sa.text("email_digest IS NOT NULL"),
            sqlite_where=sa.text("email_digest IS NOT NULL"),
        )

    op.create_table(
        "convenors",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_convenors_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convenors")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_convenors_seed_key")),
    )
    with op.batch_alter_table("convenors", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_convenors_initiative_id"), ["initiative_id"], unique=False
        )

    op.create_table(
        "documents",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("publisher", sa.String(length=160), nullable=False),
        sa.Column("category", sa.String(length=24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_documents_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_documents_seed_key")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_documents_initiative_id"), ["initiative_id"], unique=False
        )

    op.create_table(
        "endorsements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "supporter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("origin", sa.String(length=24), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("status_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("grade", sa.String(length=24), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("effective_precision", sa.String(length=24), nullable=False),
        sa.Column("date_known", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("be_named", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("reach", sa.String(length=24), nullable=True),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("flag", sa.String(length=40), nullable=False),
        sa.Column("recorder_id", sa.Integer(), nullable=True),
        sa.Column("first_approver_id", sa.Integer(), nullable=True),
        sa.Column("second_approver_id", sa.Integer(), nullable=True),
        sa.Column(
            "superseded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("change_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawal_requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_checked_on", sa.Date(), nullable=True),
        sa.Column("commitment_salt", sa.String(length=64), nullable=True),
        sa.Column("seed_key", sa.String(length=260), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "kind <> 'government' OR origin = 'published_record' OR status NOT IN ('verified', 'suspended', 'superseded', 'invalidated') OR second_approver_id IS NOT NULL",
            name=op.f("ck_endorsements_three_people_for_a_government"),
        ),
        sa.CheckConstraint(
            "kind <> 'government' OR status <> 'approved_once' OR (first_approver_id IS NOT NULL AND second_approver_id IS NULL)",
            name=op.f("ck_endorsements_approved_once_by_one"),
        ),
        sa.CheckConstraint(
            "kind = 'government' OR grade = 'endorsed'",
            name=op.f("ck_endorsements_grade_of_governments"),
        ),
        sa.CheckConstraint(
            "origin <> 'recorded_by_staff' OR recorder_id IS NOT NULL",
            name=op.f("ck_endorsements_recorder_known"),
        ),
        sa.CheckConstraint(
            "status <> 'superseded' OR superseded_by_id IS NOT NULL",
            name=op.f("ck_endorsements_superseded_by_known"),
        ),
        sa.CheckConstraint(
            "status NOT IN ('verified', 'suspended') OR effective_on IS NOT NULL",
            name=op.f("ck_endorsements_counted_from_a_day"),
        ),
        sa.CheckConstraint(
            "first_approver_id IS NULL OR recorder_id IS NULL OR first_approver_id <> recorder_id",
            name=op.f("ck_endorsements_first_approver_not_recorder"),
        ),
        sa.CheckConstraint(
            "second_approver_id IS NULL OR (first_approver_id IS NOT NULL AND second_approver_id <> first_approver_id)",
            name=op.f("ck_endorsements_approvers_differ"),
        ),
        sa.CheckConstraint(
            "second_approver_id IS NULL OR recorder_id IS NULL OR second_approver_id <> recorder_id",
            name=op.f("ck_endorsements_second_approver_not_recorder"),
        ),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["proposed_changes.id"],
            name=op.f("fk_endorsements_change_id"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(
            ["first_approver_id"], ["staff.id"], name=op.f("fk_endorsements_first_approver_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_endorsements_initiative_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorder_id"], ["staff.id"], name=op.f("fk_endorsements_recorder_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_approver_id"], ["staff.id"], name=op.f("fk_endorsements_second_approver_id")
        ),
        sa.ForeignKeyConstraint(
            ["superseded_by_id"], ["endorsements.id"], name=op.f("fk_endorsements_superseded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporters.id"], name=op.f("fk_endorsements_supporter_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endorsements")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_endorsements_seed_key")),
    )
    with op.batch_alter_table("endorsements", schema=None) as batch_op:
        batch_op.create_index(
            "ix_endorsements_awaiting",
            ["initiative_id", "id"],
            unique=False,
            postgresql_where=sa.text("status IN ('approved_once', 'in_review', 'needs_info')"),
            sqlite_where=sa.text("status IN ('approved_once', 'in_review', 'needs_info')"),
        )
        batch_op.create_index(
            "ix_endorsements_listed",
            ["initiative_id", "kind", "id"],
            unique=False,
            postgresql_where=sa.text("kind IN ('government', 'organisation', 'parliamentarian')"),
            sqlite_where=sa.text("kind IN ('government', 'organisation', 'parliamentarian')"),
        )
        batch_op.create_index(
            "ix_endorsements_named",
            ["initiative_id", "kind", "id"],
            unique=False,
            postgresql_where=sa.text(
                "status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')"
            ),
            sqlite_where=sa.text(
                "status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')"
            ),
        )
        batch_op.create_index(
            batch_op.f("ix_endorsements_supporter_id"), ["supporter_id"], unique=False
        )
        batch_op.create_index(
            "ix_endorsements_unconfirmed",
            ["submitted_at"],
            unique=False,
            postgresql_where=sa.text("status = 'unconfirmed'"),
            sqlite_where=sa.text("status = 'unconfirmed'"),
        )
        batch_op.create_index(
            "uq_endorsements_counted",
            ["initiative_id", "supporter_id"],
            unique=True,
            postgresql_where=sa.text("status IN ('verified', 'suspended')"),
            sqlite_where=sa.text("status IN ('verified', 'suspended')"),
        )
        batch_op.create_index(
            "uq_endorsements_individual_pending",
            ["initiative_id", "supporter_id"],
            unique=True,
            postgresql_where=sa.text(
                "kind = 'individual' AND status IN ('unconfirmed', 'in_review', 'needs_info')"
            ),
            sqlite_where=sa.text(
                "kind = 'individual' AND status IN ('unconfirmed', 'in_review', 'needs_info')"
            ),
        )

    op.create_table(
        "milestones",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_milestones_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_milestones_seed_key")),
    )
    with op.batch_alter_table("milestones", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_milestones_initiative_id"), ["initiative_id"], unique=False
        )

    op.create_table(
        "reforms",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("demand", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status = 'not assessed' OR evidence <> ''",
            name=op.f("ck_reforms_assessed_by_evidence"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_reforms_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reforms")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_reforms_seed_key")),
    )
    with op.batch_alter_table("reforms", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reforms_initiative_id"), ["initiative_id"], unique=False
        )

    op.create_table(
        "reported_tallies",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tally_id", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column(
            "campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("qualifier", sa.String(length=20), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("observers", sa.Integer(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.String(length=40), nullable=False),
        sa.Column("stands_from", sa.Date(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("preferred", sa.String(length=24), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_reported_tallies_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_reported_tallies_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_tallies")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_reported_tallies_seed_key")),
        sa.UniqueConstraint("tally_id", name=op.f("uq_reported_tallies_tally_id")),
    )
    with op.batch_alter_table("reported_tallies", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reported_tallies_campaign_id"), ["campaign_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_reported_tallies_initiative_id"), ["initiative_id"], unique=False
        )

    op.create_table(
        "statements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=160), nullable=False),
        sa.Column("document", sa.String(length=60), nullable=False),
        sa.Column("state_iso3", sa.String(length=3), nullable=True),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_statements_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_statements_initiative_id")
        ),
        sa.ForeignKeyConstraint(
            ["state_iso3"], ["states.iso3"], name=op.f("fk_statements_state_iso3")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_statements_seed_key")),
    )
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_statements_campaign_id"), ["campaign_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_statements_initiative_id"), ["initiative_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_statements_state_iso3"), ["state_iso3"], unique=False)

    op.create_table(
        "tally_days",
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("grade", sa.String(length=24), nullable=False),
        sa.Column("membership", sa.String(length=8), nullable=False),
        sa.Column("state_iso3", sa.String(length=3), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("delta", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_tally_days_initiative_id")
        ),
        sa.PrimaryKeyConstraint(
            "initiative_id",
            "kind",
            "grade",
            "membership",
            "state_iso3",
            "effective_on",
            name=op.f("pk_tally_days"),
        ),
    )
    op.create_table(
        "consents",
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_consents_endorsement_id")
        ),
        sa.PrimaryKeyConstraint("endorsement_id", "purpose", name=op.f("pk_consents")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("actor_kind", sa.String(length=24), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("from_status", sa.String(length=24), nullable=True),
        sa.Column("to_status", sa.String(length=24), nullable=True),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column("cites", sa.String(length=300), nullable=False),
        sa.Column("difference", sa.JSON(), nullable=True),
        sa.CheckConstraint(
            "(actor_kind = 'staff') = (staff_id IS NOT NULL)", name=op.f("ck_decisions_staff_named")
        ),
        sa.CheckConstraint(
            "actor_kind <> 'system' OR cites <> ''", name=op.f("ck_decisions_system_cites")
        ),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_decisions_endorsement_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_decisions_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_decisions_endorsement_id"), ["endorsement_id"], unique=False
        )

    op.create_table(
        "evidence",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "instrument_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_evidence_endorsement_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_evidence_instrument_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_evidence_endorsement_id"), ["endorsement_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_evidence_instrument_id"), ["instrument_id"], unique=False
        )

    op.create_table(
        "internal_notes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_internal_notes_endorsement_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_internal_notes_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_notes")),
    )
    with op.batch_alter_table("internal_notes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_internal_notes_endorsement_id"), ["endorsement_id"], unique=False
        )

    op.create_table(
        "ledger_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("grade", sa.String(length=24), nullable=False),
        sa.Column("delta", sa.SmallInteger(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("effective_precision", sa.String(length=24), nullable=False),
        sa.Column("cause", sa.String(length=24), nullable=False),
        sa.Column("membership", sa.String(length=24), nullable=True),
        sa.Column("state_iso3", sa.String(length=3), nullable=True),
        sa.Column(
            "supporter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("commitment", sa.String(length=64), nullable=True),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(kind = 'government') = (state_iso3 IS NOT NULL)",
            name=op.f("ck_ledger_events_state_named"),
        ),
        sa.CheckConstraint(
            "(position IS NULL) = (recorded_at IS NULL)",
            name=op.f("ck_ledger_events_sequenced_whole"),
        ),
        sa.CheckConstraint("delta IN (-1, 1)", name=op.f("ck_ledger_events_delta")),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_ledger_events_endorsement_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_ledger_events_initiative_id")
        ),
        sa.ForeignKeyConstraint(
            ["state_iso3"], ["states.iso3"], name=op.f("fk_ledger_events_state_iso3")
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporters.id"], name=op.f("fk_ledger_events_supporter_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_events")),
        sa.UniqueConstraint("position", name=op.f("uq_ledger_events_position")),
    )
    with op.batch_alter_table("ledger_events", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_events_endorsement_id"), ["endorsement_id"], unique=False
        )
        batch_op.create_index(
            "ix_ledger_events_named",
            ["initiative_id", "kind", "effective_on"],
            unique=False,
            postgresql_where=sa.text("kind IN ('government', 'organisation')"),
            sqlite_where=sa.text("kind IN ('government', 'organisation')"),
        )
        batch_op.create_index(
            "ix_ledger_events_unsequenced",
            ["id"],
            unique=False,
            postgresql_where=sa.text("position IS NULL"),
            sqlite_where=sa.text("position IS NULL"),
        )

    op.create_table(
        "officers",
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("email_sealed", sa.Text(), nullable=True),
        sa.Column("email_digest", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_officers_endorsement_id")
        ),
        sa.PrimaryKeyConstraint("endorsement_id", name=op.f("pk_officers")),
    )
    with op.batch_alter_table("officers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_officers_email_digest"), ["email_digest"], unique=False
        )

    op.create_table(
        "proposed_changes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "endorsement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=True),
        sa.Column("cites", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(length=24), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("effective_precision", sa.String(length=24), nullable=True),
        sa.Column("seconder_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("applied", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "(proposer_id IS NULL) = (cites <> '')",
            name=op.f("ck_proposed_changes_proposed_by_someone"),
        ),
        sa.CheckConstraint(
            "applied IS NULL OR NOT applied OR seconder_id IS NOT NULL OR cites <> ''",
            name=op.f("ck_proposed_changes_applied_if_seconded"),
        ),
        sa.CheckConstraint(
            "seconder_id IS NULL OR (proposer_id IS NOT NULL AND seconder_id <> proposer_id)",
            name=op.f("ck_proposed_changes_two_people"),
        ),
        sa.CheckConstraint(
            "settled_at IS NULL OR applied IS NOT NULL",
            name=op.f("ck_proposed_changes_settled_how"),
        ),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_proposed_changes_endorsement_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["staff.id"], name=op.f("fk_proposed_changes_proposer_id")
        ),
        sa.ForeignKeyConstraint(
            ["seconder_id"], ["staff.id"], name=op.f("fk_proposed_changes_seconder_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_changes")),
    )
    with op.batch_alter_table("proposed_changes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_proposed_changes_endorsement_id"), ["endorsement_id"], unique=False
        )

    op.create_table(
        "decision_notes",
        sa.Column(
            "decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_decision_notes_decision_id")
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decision_notes")),
    )
    if op.get_bind().dialect.name == "postgresql":
        # The two tables point at each other; SQLite took this key with the table itself.
        op.create_foreign_key(
            "fk_endorsements_change_id", "endorsements", "proposed_changes", ["change_id"], ["id"]
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("fk_endorsements_change_id", "endorsements", type_="foreignkey")
    op.drop_table("decision_notes")
    with op.batch_alter_table("proposed_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposed_changes_endorsement_id"))

    op.drop_table("proposed_changes")
    with op.batch_alter_table("officers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_officers_email_digest"))

    op.drop_table("officers")
    with op.batch_alter_table("ledger_events", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_ledger_events_unsequenced",
            postgresql_where=sa.text("position IS NULL"),
            sqlite_where=sa.text("position IS NULL"),
        )
        batch_op.drop_index(
            "ix_ledger_events_named",
            postgresql_where=sa.text("kind IN ('government', 'organisation')"),
            sqlite_where=sa.text("kind IN ('government', 'organisation')"),
        )
        batch_op.drop_index(batch_op.f("ix_ledger_events_endorsement_id"))

    op.drop_table("ledger_events")
    with op.batch_alter_table("internal_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_internal_notes_endorsement_id"))

    op.drop_table("internal_notes")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_instrument_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_endorsement_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_endorsement_id"))

    op.drop_table("decisions")
    op.drop_table("consents")
    op.drop_table("tally_days")
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statements_state_iso3"))
        batch_op.drop_index(batch_op.f("ix_statements_initiative_id"))
        batch_op.drop_index(batch_op.f("ix_statements_campaign_id"))

    op.drop_table("statements")
    with op.batch_alter_table("reported_tallies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reported_tallies_initiative_id"))
        batch_op.drop_index(batch_op.f("ix_reported_tallies_campaign_id"))

    op.drop_table("reported_tallies")
    with op.batch_alter_table("reforms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reforms_initiative_id"))

    op.drop_table("reforms")
    with op.batch_alter_table("milestones", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_milestones_initiative_id"))

    op.drop_table("milestones")
    with op.batch_alter_table("endorsements", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_endorsements_individual_pending",
            postgresql_where=sa.text(
                "kind = 'individual' AND status IN ('unconfirmed', 'in_review', 'needs_info')"
            ),
            sqlite_where=sa.text(
                "kind = 'individual' AND status IN ('unconfirmed', 'in_review', 'needs_info')"
            ),
        )
        batch_op.drop_index(
            "uq_endorsements_counted",
            postgresql_where=sa.text("status IN ('verified', 'suspended')"),
            sqlite_where=sa.text("status IN ('verified', 'suspended')"),
        )
        batch_op.drop_index(
            "ix_endorsements_unconfirmed",
            postgresql_where=sa.text("status = 'unconfirmed'"),
            sqlite_where=sa.text("status = 'unconfirmed'"),
        )
        batch_op.drop_index(batch_op.f("ix_endorsements_supporter_id"))
        batch_op.drop_index(
            "ix_endorsements_named",
            postgresql_where=sa.text(
                "status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')"
            ),
            sqlite_where=sa.text(
                "status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')"
            ),
        )
        batch_op.drop_index(
            "ix_endorsements_listed",
            postgresql_where=sa.text("kind IN ('government', 'organisation', 'parliamentarian')"),
            sqlite_where=sa.text("kind IN ('government', 'organisation', 'parliamentarian')"),
        )
        batch_op.drop_index(
            "ix_endorsements_awaiting",
            postgresql_where=sa.text("status IN ('approved_once', 'in_review', 'needs_info')"),
            sqlite_where=sa.text("status IN ('approved_once', 'in_review', 'needs_info')"),
        )

    op.drop_table("endorsements")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_initiative_id"))

    op.drop_table("documents")
    with op.batch_alter_table("convenors", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_convenors_initiative_id"))

    op.drop_table("convenors")
    with op.batch_alter_table("supporters", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_supporters_person_address",
            postgresql_where=sa.text("email_digest IS NOT NULL"),
            sqlite_where=sa.text("email_digest IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_supporters_organisation_name",
            postgresql_where=sa.text("kind = 'organisation'"),
            sqlite_where=sa.text("kind = 'organisation'"),
        )

    op.drop_table("supporters")
    op.drop_table("state_names")
    op.drop_table("roles_users")
    with op.batch_alter_table("passkeys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passkeys_credential_id"))

    op.drop_table("passkeys")
    op.drop_table("initiatives")
    op.drop_table("council_seats")
    op.drop_table("states")
    op.drop_table("staff")
    op.drop_table("roles")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_sent_at")
        batch_op.drop_index(
            "ix_outbox_due",
            postgresql_where=sa.text("sent_at IS NULL"),
            sqlite_where=sa.text("sent_at IS NULL"),
        )

    op.drop_table("outbox")
    op.drop_table("instruments")
    op.drop_table("heartbeats")
    op.drop_table("consent_wordings")
    with op.batch_alter_table("checkpoints", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_checkpoints_recorded_at"))

    op.drop_table("checkpoints")
    op.drop_table("campaigns")
