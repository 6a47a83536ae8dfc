"""Fetch official documents and parse them into matters."""
