"""Run by Alembic: every step in a transaction of its own, so that a killed one leaves nothing behind."""

from alembic import context

from index.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, transactional_ddl=True, transaction_per_migration=True
)
with context.begin_transaction():
    context.run_migrations()
