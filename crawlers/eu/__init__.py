"""Formats and numbers of the European Union's official texts."""
