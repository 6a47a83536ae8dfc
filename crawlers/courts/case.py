"""A case before a court of the United States as a record: how it is named is the same whatever service tells of it."""

from typing import Unpack

from crawlers.parsing import Matter
from crawlers.record import Facts, numbers, record
from crawlers.vocabulary import Kind


def case(name: str, number: str, **facts: Unpack[Facts]) -> Matter:
    """By the short id of its court and its number there (scotus/22-555), and by the number as it is printed."""
    plain: Facts = {"id": f"us/{name}", "aliases": (f"us-court/{name}",), "kind": Kind.CASE}
    told: Facts = {**plain, **facts}
    told["title"] = told.get("title") or number
    told["identifiers"] = (*numbers(("docket", f"No. {number}")), *told.get("identifiers", ()))
    return record(**told)
