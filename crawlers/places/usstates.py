"""How bills of the states of the United States are named in ids: us-fl/bill/2024/HB3."""

import re

from crawlers.courts.names import STATES
from crawlers.response import Unreadable

_CODES = {*STATES.values(), "us", "dc", "nyc"}


def bill_id(state: str, session: str, number: str) -> str:
    """Raises Unreadable where a part is missing or the state is none."""
    code = STATES.get(state.lower(), state.lower())
    plain = re.sub(r"[^A-Za-z0-9-]", "", number).upper()
    period = re.sub(r"[^A-Za-z0-9-]", "", session)
    if code not in _CODES or not plain or not period:
        raise Unreadable(f"a bill needs a state, a session and a number, not {state!r}, {session!r}, {number!r}")
    return f"us-{code}/bill/{period}/{plain}" if code != "us" else f"us/bill/{period}/{plain}"
