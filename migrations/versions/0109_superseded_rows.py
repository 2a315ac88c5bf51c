"""what leads a page is kept as it was before each change, whoever changes it"""

from alembic import op

from migrations.triggers import on_postgresql

revision = "0109"
down_revision = "0108"
branch_labels = None
depends_on = None

KEPT = {
    "council_seats": (("iso3", "year"), "iso3 year seat note source"),
    "reported_tallies": (
        ("tally_id",),
        (
            "id tally_id subject campaign_id initiative_id value qualifier unit observers"
            " reported_on date_precision stands_from what source preferred"
        ),
    ),
    "state_name_periods": (
        ("id",),
        "id iso3 language short_name source formal_name article held_from held_until change_id",
    ),
    "state_names": (
        ("iso3", "language"),
        "iso3 language short_name article formal_name source",
    ),
    "states": (
        ("iso3",),
        "iso3 iso2 name membership regional_group admitted_on permanent read_on note source",
    ),
}
"""The tables of which each former row is kept in `superseded_rows`: the columns that make a row's
key there, and all that is kept of it, beside the time of its last edit."""
EVENTS = ("INSERT", "UPDATE", "DELETE")


def upgrade() -> None:
    if on_postgresql():
        _keep_on_postgresql()
    else:
        _keep_on_sqlite()


def downgrade() -> None:
    for table in KEPT:
        for event in EVENTS:
            on_table = f" ON {table}" if on_postgresql() else ""
            op.execute(f"DROP TRIGGER {table}_superseded_{event.lower()}{on_table}")
    if on_postgresql():
        op.execute("DROP FUNCTION keep_superseded()")


def _keep_on_postgresql() -> None:
    op.execute(
        """
        CREATE FUNCTION keep_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            untold text[] := ARRAY['id', 'edited_at'];
            said_before jsonb;
            said_after jsonb;
            known_by text;
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                said_before := to_jsonb(OLD) - ARRAY['seed_key', 'seed_digest'];
            ELSIF NOT EXISTS (SELECT 1 FROM superseded_rows WHERE of_table = 'founding') THEN
                RETURN NULL;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                said_after := to_jsonb(NEW) - ARRAY['seed_key', 'seed_digest'];
            END IF;
            IF said_before - untold IS NOT DISTINCT FROM said_after - untold THEN
                RETURN NULL;
            END IF;
            SELECT string_agg(COALESCE(said_before, said_after) ->> name, ' ' ORDER BY place)
                INTO known_by FROM unnest(TG_ARGV) WITH ORDINALITY AS keys(name, place);
            INSERT INTO superseded_rows (of_table, row_key, before, after, recorded_at)
                VALUES (TG_TABLE_NAME, known_by, said_before, said_after, clock_timestamp());
            RETURN NULL;
        END $$
        """
    )
    for table, (key, _columns) in KEPT.items():
        arguments = ", ".join(f"'{column}'" for column in key)
        for event in EVENTS:
            op.execute(
                f"CREATE TRIGGER {table}_superseded_{event.lower()} AFTER {event} ON {table}"
                f" FOR EACH ROW EXECUTE FUNCTION keep_superseded({arguments})"
            )


def _keep_on_sqlite() -> None:
    now = "strftime('%Y-%m-%d %H:%M:%f', 'now') || '000'"
    founded = "EXISTS (SELECT 1 FROM superseded_rows WHERE of_table = 'founding')"
    for table, (key, row_columns) in KEPT.items():
        columns = row_columns.split()
        old, new = (
            ", ".join(f"'{name}', {row}.{name}" for name in (*columns, "edited_at"))
            for row in ("OLD", "NEW")
        )
        changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns if name != "id")
        for event, when, row, before, after in (
            ("INSERT", founded, "NEW", "NULL", f"json_object({new})"),
            ("UPDATE", changed, "OLD", f"json_object({old})", f"json_object({new})"),
            ("DELETE", "TRUE", "OLD", f"json_object({old})", "NULL"),
        ):
            row_key = " || ' ' || ".join(f"{row}.{name}" for name in key)
            op.execute(
                f"CREATE TRIGGER {table}_superseded_{event.lower()} AFTER {event} ON {table}"
                f" FOR EACH ROW WHEN {when} BEGIN INSERT INTO superseded_rows"
                " (of_table, row_key, before, after, recorded_at)"
                f" VALUES ('{table}', {row_key}, {before}, {after}, {now}); END"
            )
