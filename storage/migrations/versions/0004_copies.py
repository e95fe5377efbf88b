"""An article that copies another is kept as its copy; what was filed before this has its copies unfound."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what copies are found by, what an article is a copy of, and when else it may have appeared."""
    op.create_table(
        "shingles",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_shingles_article_id_articles", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", "article_id", name="pk_shingles"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shingles_article_id", "shingles", ["article_id"])
    # Not in a batch: SQLite would copy the table, and dropping the old one takes its claims with it.
    copy_of = sa.ForeignKey("articles.id", name="fk_articles_copy_of_id_articles")
    op.add_column(
        "articles", sa.Column("copy_of_id", sa.Integer(), copy_of, nullable=True), inline_references=True
    )
    op.add_column("articles", sa.Column("otherwise", sa.String(), nullable=True))
    op.create_index("ix_articles_copy_of_id", "articles", ["copy_of_id"])
