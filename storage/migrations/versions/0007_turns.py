"""When a delivery is tried next stands apart from when it was due; many owed at once let others pass."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_INDEXES = (
    ("ix_deliveries_pending", ["crowd", "try_at"], sa.text("state = 'pending'")),
    ("ix_deliveries_chat_pending", ["chat_id"], sa.text("state = 'pending'")),
    ("ix_deliveries_dead", ["id"], sa.text("state = 'dead'")),
    ("ix_deliveries_article_id", ["article_id"], sa.text("article_id IS NOT NULL")),
    ("ix_deliveries_change_id", ["change_id"], sa.text("change_id IS NOT NULL")),
)


def upgrade() -> None:
    """Add the columns, fill them from what stands, and index what is pending by them."""
    op.add_column("subscriptions", sa.Column("thread_id", sa.BigInteger(), nullable=True))
    op.create_table(
        "paces",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("free_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_paces"),
    )
    for old in ("leased", "pending", "article_id", "change_id"):
        op.drop_index(f"ix_deliveries_{old}", "deliveries")
    op.add_column("deliveries", sa.Column("try_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("deliveries", sa.Column("crowd", sa.Boolean(), nullable=True))
    op.execute("UPDATE deliveries SET try_at = coalesce(leased_until, due_at), crowd = false")
    # No table points at deliveries, so that SQLite may copy it.
    with op.batch_alter_table("deliveries", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("try_at", nullable=False)
        table.alter_column("crowd", nullable=False)
    for name, columns, where in _INDEXES:
        op.create_index(name, "deliveries", columns, sqlite_where=where, postgresql_where=where)
