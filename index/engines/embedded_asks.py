"""Our kinds of question in tantivy's words; each means what it means to the cluster engine."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from tantivy import FieldType, Occur
from tantivy import Query as Tantivy

from index.engines.documents import SCHEMA
from index.queries import plan
from index.queries.plan import Ask

# values of one field that are asked one by one
LISTED = 50


def translate(ask: Ask) -> Tantivy:
    return _TRANSLATORS[type(ask)](ask)


def _every(ask: plan.Every) -> Tantivy:
    must = [(Occur.Must, translate(part)) for part in ask.must]
    must += [(Occur.Must, Tantivy.const_score_query(translate(part), 0.0)) for part in ask.only]
    must += [(Occur.MustNot, translate(part)) for part in ask.without]
    if not ask.must and not ask.only:
        must.append((Occur.Must, Tantivy.const_score_query(Tantivy.all_query(), 0.0)))
    return reduce(_better, ask.better, Tantivy.boolean_query(must))


def _better(asked: Tantivy, better: Ask) -> Tantivy:
    """One inside the other: beside each other they would be read whole, however few units answer."""
    return Tantivy.boolean_query([(Occur.Must, asked), (Occur.Should, translate(better))])


def _row(ask: plan.Row) -> Tantivy:
    if len(ask.values) == 1:
        return Tantivy.term_query(SCHEMA, ask.field, ask.values[0])
    return Tantivy.phrase_query(SCHEMA, ask.field, list(ask.values), slop=ask.slop)


def _known(ask: plan.Known) -> Tantivy:
    """Places of words are looked at in no unit but those that have the sign."""
    return _every(plan.Every((ask.row,), only=(ask.sign,)))


def _terms(ask: plan.Terms) -> Tantivy:
    """A set reads every unit of every value before the first answer; few values are read only as far as needed."""
    if len(ask.values) > LISTED:
        return Tantivy.const_score_query(Tantivy.term_set_query(SCHEMA, ask.field, list(ask.values)), 0.0)
    terms = [(Occur.Should, Tantivy.term_query(SCHEMA, ask.field, value)) for value in ask.values]
    return Tantivy.const_score_query(Tantivy.boolean_query(terms), 0.0)


_TRANSLATORS: dict[type[Ask], Callable[[Any], Tantivy]] = {
    plan.Everything: lambda ask: Tantivy.all_query(),  # noqa: ARG005
    plan.Nothing: lambda ask: Tantivy.empty_query(),  # noqa: ARG005
    plan.Term: lambda ask: Tantivy.term_query(SCHEMA, ask.field, ask.value),
    plan.Terms: _terms,
    plan.Row: _row,
    plan.Known: _known,
    plan.Start: lambda ask: Tantivy.const_score_query(Tantivy.regex_query(SCHEMA, ask.field, f"{ask.value}.*"), 1.0),
    plan.Near: lambda ask: Tantivy.const_score_query(
        Tantivy.fuzzy_term_query(SCHEMA, ask.field, ask.value, ask.distance), 1.0
    ),
    plan.Span: lambda ask: Tantivy.const_score_query(
        Tantivy.range_query(SCHEMA, ask.field, FieldType.Unsigned, ask.low, ask.high), 0.0
    ),
    plan.Best: lambda ask: Tantivy.disjunction_max_query([translate(part) for part in ask.parts]),
    plan.Some: lambda ask: Tantivy.boolean_query([(Occur.Should, translate(part)) for part in ask.parts]),
    plan.Every: _every,
    plan.Weight: lambda ask: Tantivy.boost_query(translate(ask.part), ask.factor),
    plan.Fixed: lambda ask: Tantivy.const_score_query(translate(ask.part), ask.score),
}
