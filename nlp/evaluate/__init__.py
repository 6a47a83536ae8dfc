"""Measure the tagger on labelled texts."""
