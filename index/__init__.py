"""Keep every revision, find provisions, compute changes and windows."""
