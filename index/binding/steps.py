"""One step of a verdict: the question, the law's words, our fact with its day, the answer."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from crawlers.matter import Matter, Norm, Struct, Threshold
from crawlers.sources import watched
from index.binding.carves import Item, items
from index.binding.profile import Fact, Number, Profile
from index.binding.terms import Metric, pattern, plain, terms
from index.phrase import NOTHING, Phrase, Value, phrase, plural, together


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Step(Struct, frozen=True, kw_only=True):
    """`text` and `provision` say where the quote stands; `ours` is our side, true of `day`; `lacks` what would decide it."""

    asks: Phrase
    answer: Answer
    quote: str = ""
    text: str = ""
    provision: str = ""
    ours: Phrase = NOTHING
    day: str = ""
    lacks: Phrase = NOTHING

    @property
    def question(self) -> str:
        return str(self.asks)

    @property
    def fact(self) -> str:
        return str(self.ours)

    @property
    def missing(self) -> str:
        return str(self.lacks)


_SAID = {">=": phrase("at least"), ">": phrase("more than"), "<=": phrase("at most"), "<": phrase("fewer than")}
_COMPARE: Mapping[str, Mapping[bool, Answer]] = {
    ">": {True: Answer.YES, False: Answer.NO},
    "<": {True: Answer.NO, False: Answer.YES},
}


def nothing_found(matter: Matter) -> Step:
    read = sum(len(text.provisions) for text in matter.texts)
    found = plural(
        "No duty on a host was found in the {n} provision that we read",
        "No duty on a host was found in {n} provisions that we read",
        read,
    )
    return Step(
        asks=phrase("Which duties fall on hosts?"),
        answer=Answer.UNKNOWN,
        ours=found if read else phrase("We hold no text of it"),
        lacks=phrase("a reading by a person"),
    )


def bearer(name: str, norm: Norm, profile: Profile) -> Step:
    """Are we of the class that the duty falls on? An unnamed class is a question for a person."""
    if name not in terms().classes:
        asks = phrase("Who is bound is not said in words we know")
        return _quoted(norm, asks=asks, answer=Answer.UNKNOWN, lacks=phrase("who is bound"))
    entry = terms().classes[name]
    asks = phrase("Are we {what}?", what=phrase(entry.label))
    return _quoted(norm, asks=asks, **_fact(profile.fact(entry.fact), entry.fact))


def exemption(norm: Norm, profile: Profile) -> Step | None:
    """Does the exemption fit? YES means we are left out. None where it leaves out nobody whom we could be."""
    told = [_item(norm, item, profile) for item in items(norm.quote)]
    order = (Answer.YES, Answer.UNKNOWN, Answer.NO)
    return min(told, key=lambda step: order.index(step.answer), default=None)


def _item(norm: Norm, item: Item, profile: Profile) -> Step:
    """All that the item asks for must be true of us: a not-for-profit encyclopaedia is both."""
    carves = [terms().exemptions[kind] for kind in item.kinds]
    asks = phrase("Are we left out as “{words}”?", words=item.words)
    if not item.head or any(carve.purpose for carve in carves):
        lacks = phrase("whether “{words}” covers us", words=item.words)
        return _quoted(norm, asks=asks, answer=Answer.UNKNOWN, lacks=lacks)
    facts = [_fact(profile.fact(carve.fact), carve.fact) for carve in carves if carve.fact]
    order = (Answer.NO, Answer.UNKNOWN, Answer.YES)
    deciding = min(facts, key=lambda fact: order.index(Answer(fact["answer"])))
    said = together((fact["ours"] for fact in facts if "ours" in fact), "; ")
    return _quoted(norm, asks=asks, **{**deciding, "ours": said})


def threshold(norm: Norm, limit: Threshold, profile: Profile, place: str) -> Step:
    """Are we beyond the number? YES means the duties beyond it fall on us."""
    metric = _metric(limit)
    asks = phrase(
        "Do we have {how} {number} {what}?",
        how=_SAID[limit.operator],
        number=round(limit.value),
        what=phrase(metric.label),
    )
    number = profile.number(metric.figures, place)
    if number is None or number.value is None:
        lacks = phrase("{figure} in {place}", figure=_plain(metric.figures[0]), place=_name(place))
        return _quoted(norm, asks=asks, answer=Answer.UNKNOWN, lacks=lacks)
    return _quoted(norm, asks=asks, answer=_beyond(limit, number), ours=_figure(number), day=number.day or "")


def _metric(limit: Threshold) -> Metric:
    """What the words count, e.g. registered users, which the tagger only calls users."""
    for metric in terms().metrics.values():
        if limit.unit and pattern(metric.words).search(plain(limit.unit)):
            return metric
    usual = Metric(figures=(limit.metric,), label=limit.metric.replace("_", " "), words=())
    return terms().metrics.get(limit.metric, usual)


def _name(place: str) -> Phrase | str:
    known = watched().jurisdictions.get(place)
    return phrase(known.name) if known else place


def _plain(name: str) -> Phrase:
    """registered_users, as it is said."""
    return phrase(name.replace("_", " "))


def _beyond(limit: Threshold, number: Number) -> Answer:
    assert number.value is not None
    over = number.value >= limit.value if "=" in limit.operator else number.value > limit.value
    if limit.operator == "<=":
        over = number.value > limit.value
    if limit.operator == "<":
        over = number.value >= limit.value
    return _COMPARE[limit.operator[0]][over]


def _figure(number: Number) -> Phrase:
    return phrase(
        "{number} {figure} in {place} on {day}",
        number=round(number.value or 0),
        figure=_plain(number.metric),
        place=_name(number.place),
        day=_said(number.day),
    )


def _said(day: str | None) -> Value:
    """As the reader's language writes days; a month or a year stays as it was written."""
    return date.fromisoformat(day) if day and len(day) == 10 else day or ""


def _fact(fact: Fact | None, name: str) -> dict[str, Any]:
    """Our side of a question: a fact that is true, false or not filled in."""
    if fact is None or fact.value is None:
        return {"answer": Answer.UNKNOWN, "lacks": phrase("{fact}: nobody has filled it in", fact=_plain(name))}
    said = phrase("{one}: {other}", one=_plain(name), other=_value(fact))
    noted = together([said, together(["(", phrase(fact.note), ")"], "") if fact.note else ""])
    ours = together([noted, _said(fact.day)], ", ")
    return {"answer": Answer.YES if fact.value else Answer.NO, "ours": ours, "day": fact.day or ""}


def _value(fact: Fact) -> Phrase | str:
    if isinstance(fact.value, bool):
        return phrase("yes") if fact.value else phrase("no")
    return str(fact.value)


def _quoted(norm: Norm, **said: Any) -> Step:
    return Step(quote=norm.quote, text=norm.text, provision=norm.provision, **said)
