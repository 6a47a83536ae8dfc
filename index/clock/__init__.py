"""The intervention clock: which windows to act are open, until when, and the sum that says so."""
