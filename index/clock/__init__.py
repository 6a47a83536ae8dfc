"""The intervention clock: which windows to act are open, until when, and the sum that says so."""

from index.clock.answer import deadline
from index.clock.matters import coming, windows
from index.clock.reply import Answer
from index.clock.window import State, Window

__all__ = ["Answer", "State", "Window", "coming", "deadline", "windows"]
