"""Alembic runs this for every command; the connection comes from `storage.migrations.configuration`."""

from alembic import context

from storage.migrations import compared, plain_type
from storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=compared,
    render_item=plain_type,
    render_as_batch=True,  # SQLite changes a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
