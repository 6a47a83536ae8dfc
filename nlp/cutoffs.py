"""Two cut-offs of the relevance score; docs/accuracy.md tells what each finds and what reading from it costs.

Set on one half of HostBench's acts, where nine of ten from `ALERT` concern hosts and `WATCH` misses one in thirty.
"""

ALERT, WATCH = 0.5, 0.2
CUTOFFS = {"alert": ALERT, "watch": WATCH}


def called(score: float) -> str:
    """alert, watch, or nothing."""
    return next((name for name, at in CUTOFFS.items() if score >= at), "")
