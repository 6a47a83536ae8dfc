"""Alembic's steps from one schema of the records to the next."""
