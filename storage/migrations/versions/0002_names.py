"""A speaker is kept under each of its names, and why they are one is kept with it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A claim filed under another name gets its own back, beside the speaker it was filed under.
_ITS_OWN_NAME = (
    """
    INSERT INTO speakers (name, kind, same_as_id, why)
    SELECT claims.speaker, min(claims.kind), min(claims.speaker_id), 'surname'
    FROM claims JOIN speakers ON speakers.id = claims.speaker_id
    WHERE claims.speaker <> speakers.name AND claims.speaker NOT LIKE '% & %'
        AND claims.speaker NOT IN (SELECT name FROM speakers)
    GROUP BY claims.speaker
    """,
    """
    UPDATE claims SET speaker_id = (SELECT id FROM speakers WHERE speakers.name = claims.speaker)
    WHERE speaker_id IS NOT NULL AND speaker IN (SELECT name FROM speakers)
    """,
)


def upgrade() -> None:
    """Add what is said of names, and take apart what was filed under another."""
    op.create_table(
        "rulings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name="fk_rulings_chat_id_chats", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["speakers.id"], name="fk_rulings_other_id_speakers", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["speakers.id"], name="fk_rulings_speaker_id_speakers", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_rulings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rulings_chat_id", "rulings", ["chat_id"])
    op.create_index("ix_rulings_other_id", "rulings", ["other_id"])
    op.create_index("ix_rulings_speaker_id", "rulings", ["speaker_id"])
    op.create_table(
        "introductions",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_introductions_article_id_articles", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["speakers.id"], name="fk_introductions_speaker_id_speakers", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "speaker_id", "relation", "words", name="pk_introductions"),
    )
    op.create_index("ix_introductions_speaker_id", "introductions", ["speaker_id"])
    op.create_index("ix_introductions_words", "introductions", ["words"])
    # Not in a batch: SQLite would copy the table, and dropping the old one takes its aliases with it.
    same_as = sa.ForeignKey("speakers.id", name="fk_speakers_same_as_id_speakers")
    op.add_column(
        "speakers", sa.Column("same_as_id", sa.Integer(), same_as, nullable=True), inline_references=True
    )
    op.add_column("speakers", sa.Column("why", sa.String(), nullable=True))
    op.create_index("ix_speakers_same_as_id", "speakers", ["same_as_id"])
    for statement in _ITS_OWN_NAME:
        op.execute(statement)
