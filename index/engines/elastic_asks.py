"""Our kinds of question in Elasticsearch's words; each means what it means to the embedded engine."""

from collections.abc import Callable, Iterable
from math import log
from typing import Any

from index.engines.engine import WORTH
from index.queries import plan
from index.queries.plan import Ask

# hits read at once; deep pages read on in our own code
WINDOW = 1_000_000
# what a row of tokens and a word with wrong letters are never cut to
EXPANSIONS = 1_000

Json = dict[str, Any]
# what is no summary
UNITS: Json = {"exists": {"field": "rank"}}


def translate(ask: Ask) -> Json:
    return _TRANSLATORS[type(ask)](ask)


def weighed(query: Json) -> Json:
    """Its scores by the worth of the matters, as tantivy weighs them: with the logarithm to the base of two."""
    by = {"field": WORTH, "modifier": "ln2p"}
    return {"function_score": {"query": query, "field_value_factor": by, "boost_mode": "multiply", "boost": 1 / log(2)}}


def _all(asks: Iterable[Ask]) -> list[Json]:
    return [translate(ask) for ask in asks]


def _fixed(query: Json, score: float) -> Json:
    return {"constant_score": {"filter": query, "boost": score}}


def _every(ask: plan.Every) -> Json:
    must = _all(ask.must)
    if not ask.must and not ask.only:
        must = [_fixed(UNITS, 0.0)]
    return {
        "bool": {
            "must": must,
            "filter": _all(ask.only),
            "must_not": _all(ask.without),
            "should": _all(ask.better),
            "minimum_should_match": 0,
        }
    }


def _row(ask: plan.Row) -> Json:
    if len(ask.values) == 1:
        return {"term": {ask.field: {"value": ask.values[0]}}}
    return {"match_phrase": {ask.field: {"query": " ".join(ask.values), "slop": ask.slop, "analyzer": "whitespace"}}}


def _known(ask: plan.Known) -> Json:
    """Places of words are looked at in no unit but those that have the sign."""
    return {"bool": {"must": [_row(ask.row)], "filter": [translate(ask.sign)]}}


def _near(ask: plan.Near) -> Json:
    asked = {"value": ask.value, "fuzziness": ask.distance, "max_expansions": EXPANSIONS, "rewrite": "constant_score"}
    return _fixed({"fuzzy": {ask.field: asked}}, 1.0)


_TRANSLATORS: dict[type[Ask], Callable[[Any], Json]] = {
    plan.Everything: lambda ask: UNITS,  # noqa: ARG005
    plan.Nothing: lambda ask: {"match_none": {}},  # noqa: ARG005
    plan.Term: lambda ask: {"term": {ask.field: {"value": ask.value}}},
    plan.Terms: lambda ask: _fixed({"terms": {ask.field: list(ask.values)}}, 0.0),
    plan.Row: _row,
    plan.Known: _known,
    plan.Start: lambda ask: _fixed({"prefix": {ask.field: {"value": ask.value}}}, 1.0),
    plan.Near: _near,
    plan.Span: lambda ask: _fixed({"range": {ask.field: {"gte": ask.low, "lte": ask.high}}}, 0.0),
    plan.Best: lambda ask: {"dis_max": {"queries": _all(ask.parts)}},
    plan.Some: lambda ask: {"bool": {"should": _all(ask.parts), "minimum_should_match": 1}},
    plan.Every: _every,
    plan.Weight: lambda ask: {"bool": {"must": [translate(ask.part)], "boost": ask.factor}},
    plan.Fixed: lambda ask: _fixed(translate(ask.part), ask.score),
}
