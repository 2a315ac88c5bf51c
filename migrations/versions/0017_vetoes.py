"""the veto record: vetoed texts, and who classified them"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
FIRST = sa.text("supersedes_id IS NULL")
TRIGGERS = (("veto_classifications_stay", "UPDATE"), ("veto_classifications_kept", "DELETE"))
SAID = "Classifications of vetoed texts are kept; a new version supersedes."


def _create_trigger(name: str, event: str) -> None:
    begins = f"CREATE TRIGGER {name} BEFORE {event} ON veto_classifications FOR EACH ROW"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{SAID}';"
            " END $$"
        )
        op.execute(f"{begins} EXECUTE FUNCTION refuse_{name}()")
    else:
        op.execute(f"{begins} BEGIN SELECT RAISE(ABORT, '{SAID}'); END")


def _drop_trigger(name: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {name} ON veto_classifications")
        op.execute(f"DROP FUNCTION refuse_{name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def upgrade() -> None:
    op.create_table(
        "vetoes",
        sa.Column("veto_id", sa.String(length=12), nullable=False),
        sa.Column("vetoed_on", sa.Date(), nullable=False),
        sa.Column("symbol", sa.String(length=60), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("instrument", sa.String(length=24), nullable=False),
        sa.Column("agenda_item", sa.Text(), nullable=False),
        sa.Column("situation", sa.String(length=80), nullable=False),
        sa.Column("members", sa.String(length=120), nullable=False),
        sa.Column("as_listed", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("quality", sa.String(length=80), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", WHEN, nullable=True),
        sa.CheckConstraint(
            "members <> '' AND replace(replace(replace(replace(replace(replace(members,"
            " 'RUS', ''), 'USA', ''), 'GBR', ''), 'CHN', ''), 'FRA', ''), ' ', '') = ''",
            name=op.f("ck_vetoes_by_permanent_members"),
        ),
        sa.CheckConstraint("source <> ''", name=op.f("ck_vetoes_has_a_source")),
        sa.PrimaryKeyConstraint("veto_id", name=op.f("pk_vetoes")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_vetoes_seed_key")),
    )
    op.create_index("ix_vetoes_day", "vetoes", ["vetoed_on", "veto_id"])
    op.create_index(op.f("ix_vetoes_situation"), "vetoes", ["situation"])
    op.create_table(
        "veto_classifications",
        sa.Column("id", BIG, nullable=False),
        sa.Column("veto_id", sa.String(length=12), nullable=False),
        sa.Column("situation", sa.String(length=80), nullable=False),
        sa.Column("classifier", sa.String(length=200), nullable=False),
        sa.Column("classified", sa.String(length=10), nullable=False),
        sa.Column("basis", sa.String(length=24), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHEN, nullable=False),
        sa.Column("takes_back", sa.Boolean(), nullable=False),
        sa.Column("supersedes_id", BIG, nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("cites", sa.String(length=300), nullable=False),
        sa.CheckConstraint(
            "classifier <> ''", name=op.f("ck_veto_classifications_has_a_classifier")
        ),
        sa.CheckConstraint("classified <> ''", name=op.f("ck_veto_classifications_has_a_date")),
        sa.CheckConstraint("evidence <> ''", name=op.f("ck_veto_classifications_has_evidence")),
        sa.CheckConstraint(
            "basis IN ('stated', 'inferred')", name=op.f("ck_veto_classifications_known_basis")
        ),
        sa.CheckConstraint(
            "takes_back = (situation = '')",
            name=op.f("ck_veto_classifications_situation_unless_taken_back"),
        ),
        sa.CheckConstraint(
            "NOT takes_back OR supersedes_id IS NOT NULL",
            name=op.f("ck_veto_classifications_takes_something_back"),
        ),
        sa.CheckConstraint(
            "(staff_id IS NULL) = (cites <> '')",
            name=op.f("ck_veto_classifications_recorded_by_someone"),
        ),
        sa.ForeignKeyConstraint(
            ["veto_id"], ["vetoes.veto_id"], name=op.f("fk_veto_classifications_veto_id_vetoes")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_veto_classifications_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id", "veto_id", "classifier"],
            [
                "veto_classifications.id",
                "veto_classifications.veto_id",
                "veto_classifications.classifier",
            ],
            name=op.f("fk_veto_classifications_same_text_and_classifier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_veto_classifications")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_veto_classifications_supersedes_id")),
        sa.UniqueConstraint(
            "id",
            "veto_id",
            "classifier",
            name=op.f("uq_veto_classifications_id_veto_id_classifier"),
        ),
    )
    op.create_index(op.f("ix_veto_classifications_veto_id"), "veto_classifications", ["veto_id"])
    op.create_index(
        "uq_veto_classifications_first",
        "veto_classifications",
        ["veto_id", "classifier"],
        unique=True,
        postgresql_where=FIRST,
        sqlite_where=FIRST,
    )
    for trigger in TRIGGERS:
        _create_trigger(*trigger)


def downgrade() -> None:
    for name, _event in reversed(TRIGGERS):
        _drop_trigger(name)
    op.drop_table("veto_classifications")
    op.drop_table("vetoes")
