"""Grammars of references, one file for each body of law."""
