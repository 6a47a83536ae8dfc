"""One step of a verdict: the question, the law's words, our fact with its day, the answer."""

from collections.abc import Mapping
from enum import StrEnum

from crawlers.matter import Matter, Norm, Struct, Threshold
from crawlers.sources import watched
from index.binding.carves import Item, items
from index.binding.profile import Fact, Number, Profile
from index.binding.terms import Metric, pattern, plain, terms


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Step(Struct, frozen=True, kw_only=True):
    """`text` and `provision` say where the quote stands; `fact` is our side, true of `day`; `missing` what would decide it."""

    question: str
    answer: Answer
    quote: str = ""
    text: str = ""
    provision: str = ""
    fact: str = ""
    day: str = ""
    missing: str = ""


_SAID = {">=": "at least", ">": "more than", "<=": "at most", "<": "fewer than"}
_COMPARE: Mapping[str, Mapping[bool, Answer]] = {
    ">": {True: Answer.YES, False: Answer.NO},
    "<": {True: Answer.NO, False: Answer.YES},
}


def nothing_found(matter: Matter) -> Step:
    read = sum(len(text.provisions) for text in matter.texts)
    words = f"No duty on a host was found in {read} provisions that we read" if read else "We hold no text of it"
    return Step(
        question="Which duties fall on hosts?", answer=Answer.UNKNOWN, fact=words, missing="a reading by a person"
    )


def bearer(name: str, norm: Norm, profile: Profile) -> Step:
    """Are we of the class that the duty falls on? An unnamed class is a question for a person."""
    if name not in terms().classes:
        return _quoted(
            norm, question="Who is bound is not said in words we know", answer=Answer.UNKNOWN, missing="who is bound"
        )
    entry = terms().classes[name]
    question = f"Are we {entry.label}?"
    return _quoted(norm, question=question, **_fact(profile.fact(entry.fact), entry.fact))


def exemption(norm: Norm, profile: Profile) -> Step | None:
    """Does the exemption fit? YES means we are left out. None where it leaves out nobody whom we could be."""
    told = [_item(norm, item, profile) for item in items(norm.quote)]
    order = (Answer.YES, Answer.UNKNOWN, Answer.NO)
    return min(told, key=lambda step: order.index(step.answer), default=None)


def _item(norm: Norm, item: Item, profile: Profile) -> Step:
    """All that the item asks for must be true of us: a not-for-profit encyclopaedia is both."""
    carves = [terms().exemptions[kind] for kind in item.kinds]
    question = f"Are we left out as “{item.words}”?"
    if not item.head or any(carve.purpose for carve in carves):
        return _quoted(norm, question=question, answer=Answer.UNKNOWN, missing=f"whether “{item.words}” covers us")
    facts = [_fact(profile.fact(carve.fact), carve.fact) for carve in carves if carve.fact]
    order = (Answer.NO, Answer.UNKNOWN, Answer.YES)
    deciding = min(facts, key=lambda fact: order.index(Answer(fact["answer"])))
    said = "; ".join(fact["fact"] for fact in facts if "fact" in fact)
    return _quoted(norm, question=question, **{**deciding, "fact": said})


def threshold(norm: Norm, limit: Threshold, profile: Profile, place: str) -> Step:
    """Are we beyond the number? YES means the duties beyond it fall on us."""
    metric = _metric(limit)
    question = f"Do we have {_SAID[limit.operator]} {limit.value:,.0f} {metric.label}?"
    number = profile.number(metric.figures, place)
    if number is None or number.value is None:
        named = metric.figures[0].replace("_", " ")
        return _quoted(norm, question=question, answer=Answer.UNKNOWN, missing=f"{named} in {_name(place)}")
    return _quoted(norm, question=question, answer=_beyond(limit, number), fact=_figure(number), day=number.day or "")


def _metric(limit: Threshold) -> Metric:
    """What the words count, e.g. registered users, which the tagger only calls users."""
    for metric in terms().metrics.values():
        if limit.unit and pattern(metric.words).search(plain(limit.unit)):
            return metric
    usual = Metric(figures=(limit.metric,), label=limit.metric.replace("_", " "), words=())
    return terms().metrics.get(limit.metric, usual)


def _name(place: str) -> str:
    known = watched().jurisdictions.get(place)
    return known.name if known else place


def _beyond(limit: Threshold, number: Number) -> Answer:
    assert number.value is not None
    over = number.value >= limit.value if "=" in limit.operator else number.value > limit.value
    if limit.operator == "<=":
        over = number.value > limit.value
    if limit.operator == "<":
        over = number.value >= limit.value
    return _COMPARE[limit.operator[0]][over]


def _figure(number: Number) -> str:
    return f"{number.value:,.0f} {number.metric.replace('_', ' ')} in {_name(number.place)} on {number.day}"


def _fact(fact: Fact | None, name: str) -> dict[str, Answer | str]:
    """Our side of a question: a fact that is true, false or not filled in."""
    words = name.replace("_", " ")
    if fact is None or fact.value is None:
        return {"answer": Answer.UNKNOWN, "missing": f"{words}: nobody has filled it in"}
    said = f"{words}: {'yes' if fact.value is True else 'no' if fact.value is False else fact.value}"
    noted = f"{said} ({fact.note})" if fact.note else said
    return {"answer": Answer.YES if fact.value else Answer.NO, "fact": f"{noted}, {fact.day}", "day": fact.day or ""}


def _quoted(norm: Norm, **said: Answer | str) -> Step:
    return Step(quote=norm.quote, text=norm.text, provision=norm.provision, **said)  # type: ignore[arg-type] # names above
