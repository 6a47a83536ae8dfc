"""A matter in every text field of which stands what an enemy would write there, found by the shape of the record itself."""

from typing import TypeVar

import msgspec
from msgspec.structs import fields, replace

from crawlers.matter import Matter
from tests import hostile
from tests.made import law

One = TypeVar("One", bound=msgspec.Struct)
# What the record's own checks or its joints hold to a form: ids, days, clocks, codes, and spans that must be found again.
HELD = {
    *("id", "source", "jurisdiction", "snapshot", "parser", "parent", "provision", "duration", "currency"),
    *("date", "time", "published", "status_as_of", "at", "quote", "derived_from"),
}
TEXT_IDS = {"Norm", "TopicTag"}  # whose `text` names a version, where others hold words
PAYLOADS = {
    "markup": f"{hostile.SCRIPT}{hostile.FORM}</title></script>]]>&lt;--><!-- '\"`",
    "unseen": f"{hostile.UNSEEN}\x1b[2J\x1b]0;owned\x07\x9b31m",
    "formula": hostile.FORMULA,
    "wiki": f"</nowiki>{hostile.WIKI} {{{{{{1}}}}}}\n|-\n|}}\n== x ==\n* y\n<!-- -->{{{{subst:x}}}}",
    "lines": "x\r\nBEGIN:VEVENT\r\nSUMMARY:owned\r\nEND:VEVENT\r\nSubject: owned\r\n\r\nbody",
    "link": f"javascript:alert('{hostile.EVIL}')",
    "url": f"https://{hostile.EVIL}/{{{{delete}}}}]] [[File:X.png]]'''<script>\"onclick=alert(1)|",
    "data": "data:text/html,<script>alert(1)</script>",
    "long": hostile.WORD,
    "all": f"{hostile.WORDS} {hostile.WORD}",
}
# one record of each, and the one in which all stands
RECORDS = {f"uk/bill/{number}": payload for number, payload in enumerate(PAYLOADS, 60)}
ID = list(RECORDS)[-1]


def every() -> list[Matter]:
    return [poisoned(PAYLOADS[payload], id) for id, payload in RECORDS.items()]


def poisoned(payload: str, id: str = ID) -> Matter:
    """As `hostile.matter`, but by the fields that a matter has today: a new one cannot be forgotten."""
    words = f"A host shall obey {payload} within 24 hours"
    base, plain = hostile.matter(), law()
    units = tuple(
        replace(unit, number=payload[:4_000], heading=payload, text=f"{words}. {payload}")
        for unit in base.texts[0].provisions
    )
    bad = _filled(
        replace(base, id=id, citations=plain.citations, relevance=plain.relevance, topics=plain.topics), payload
    )
    whole, limit = len(words), base.norms[0].deadline
    span = replace(bad.norms[0].evidence[0], start=0, end=whole)
    tagged = replace(bad.norms[0], start=0, end=whole, quote=words, evidence=(span,))
    bound = replace(limit, start=whole - 15, end=whole, anchor=payload) if limit else None
    texts = tuple(replace(text, id="t.en", provisions=units) for text in bad.texts)
    return replace(bad, texts=texts, norms=(replace(tagged, deadline=bound),))


def _filled(value: One, payload: str) -> One:
    """The same struct with every free text of it, and of the structs within, replaced."""
    made = {field.name: _one(value, field.name, payload) for field in fields(value)}
    return replace(value, **made)


def _one(holder: msgspec.Struct, name: str, payload: str) -> object:
    value = getattr(holder, name)
    if isinstance(value, msgspec.Struct):
        return _filled(value, payload)
    if isinstance(value, tuple):
        return tuple(
            _filled(one, payload) if isinstance(one, msgspec.Struct) else payload if type(one) is str else one
            for one in value
        )
    bound = name in HELD or (name == "text" and type(holder).__name__ in TEXT_IDS)
    return value if bound or type(value) is not str else payload
