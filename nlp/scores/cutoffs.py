"""Two cut-offs of the relevance score; docs/accuracy.md tells what each finds and what reading from it costs.

Of acts that were held out, nine of ten provisions from `ALERT` concern hosts, and `WATCH` misses three in a hundred.
"""

ALERT, WATCH = 0.5, 0.2
CUTOFFS = {"alert": ALERT, "watch": WATCH}


def called(score: float) -> str:
    """alert, watch, or nothing."""
    return next((name for name, at in CUTOFFS.items() if score >= at), "")
