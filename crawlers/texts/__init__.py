"""Texts of laws, whole or line by line, in national and general vocabularies, each read as a tree of units."""
