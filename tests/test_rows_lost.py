"""A row that is not like the others loses none of the others."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from msgspec.structs import replace as with_

from crawlers import imports
from crawlers.record import valid
from crawlers.response import Response, Skipped, Unreadable
from crawlers.sources import watched
from crawlers.values import fields
from tests.test_fixtures import FIXTURES, responses, sources

BAD: tuple[Any, ...] = ({}, None, "x", 7)


def ids(response: Response, id: str) -> set[str]:
    try:
        return {matter.id for matter in imports.read(response, watched().source(id))}
    except Unreadable:
        return set()


def lists(answer: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where lists of records stand in the answer, not inside a record of a list."""
    if isinstance(answer, dict):
        for name, inner in answer.items():
            yield from lists(inner, (*path, name))
    elif isinstance(answer, list) and len(answer) > 1 and all(isinstance(row, dict) for row in answer):
        yield path


def broken(answer: Any, path: tuple[str, ...], bad: Any) -> bytes:
    changed = copy.deepcopy(answer)
    at = changed
    for name in path:
        at = at[name]
    at.insert(1, bad)
    return json.dumps(changed).encode()


def answers(id: str) -> list[Response]:
    files = [file for file in responses(FIXTURES / id) if file.body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"{["]
    return [file for file in files if ids(file, id)]


@pytest.mark.parametrize("id", sources())
def test_a_broken_row_of_a_list_loses_no_other_matter(id: str) -> None:
    for file in answers(id):
        answer = json.loads(file.body.decode("utf-8-sig"))
        for path in lists(answer):
            for bad in BAD:
                got = ids(replace(file, body=broken(answer, path, bad)), id)
                assert ids(file, id) <= got, f"{file.name}: {'/'.join(path)} with {bad!r}"


def test_a_row_of_another_shape_is_told_with_its_reason() -> None:
    def read(row: Any) -> Iterator[Skipped]:
        yield Skipped(row["reason"])

    rows = [{"reason": "own"}, {}, None]
    found = list(fields.each(rows, read))
    assert [one.reason[:30] for one in found if isinstance(one, Skipped)] == [
        "own", "a row has no reason", "a row has another shape: 'None",
    ]  # fmt: skip


def test_a_record_with_a_null_where_words_belong_is_skipped_and_the_rest_stays() -> None:
    whole = imports.read(answers("br-camara")[0], watched().source("br-camara"))[0]
    found = list(valid([with_(whole, title=None), whole]))
    assert isinstance(found[0], Skipped)
    assert found[1] == whole
