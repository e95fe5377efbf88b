"""Claims and articles get embeddings, by which a question finds them whatever the words."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_LACKING = sa.text("embedding IS NULL")


def upgrade() -> None:
    """Make room; what is on record gets its embeddings as it is come to."""
    op.add_column("claims", sa.Column("embedding", sa.LargeBinary(), nullable=True))
    op.create_index(
        "ix_claims_without_embedding",
        "claims",
        ["article_id"],
        sqlite_where=_LACKING,
        postgresql_where=_LACKING,
    )
    op.drop_index("ix_claims_speaker_id", "claims")
    op.create_index("ix_claims_speaker_id_said_on", "claims", ["speaker_id", "said_on"])
    op.create_table(
        "article_embeddings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_article_embeddings_article_id_articles",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_article_embeddings"),
        sa.UniqueConstraint("article_id", name="uq_article_embeddings_article_id"),
        sqlite_autoincrement=True,
    )
