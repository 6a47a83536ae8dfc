"""Bytes as text, markup, JSON, tables or archives: what every parser reads with."""
