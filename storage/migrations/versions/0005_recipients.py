"""What people say of events, where events are held, and how each chat and subscription is told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add corrections, the zone an event is held in, and the rhythm and lead times of subscriptions."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name="fk_corrections_event_id_events", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name="fk_corrections_chat_id_chats", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_event_id", "corrections", ["event_id"])
    op.create_index("ix_corrections_chat_id", "corrections", ["chat_id"])
    # Not in batches: SQLite would copy the tables, and dropping the old ones takes their rows' rows with it.
    of_correction = sa.ForeignKey("corrections.id", name="fk_changes_correction_id_corrections")
    correction = sa.Column("correction_id", sa.Integer(), of_correction, nullable=True)
    op.add_column("changes", correction, inline_references=True)
    op.create_index("ix_changes_correction_id", "changes", ["correction_id"])
    op.create_table(
        "marks",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )
    op.add_column("events", sa.Column("held_in", sa.String(), nullable=True))
    op.add_column("chats", sa.Column("rhythm", sa.String(), nullable=False, server_default="at once"))
    op.add_column("subscriptions", sa.Column("rhythm", sa.String(), nullable=True))
    op.add_column("subscriptions", sa.Column("leads", sa.JSON(), nullable=True))
