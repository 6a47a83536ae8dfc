"""Tests of Amicus."""
