"""The ledger of mails on a real PostgreSQL server: several machines, one sender at a time, each mail once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from crawlers.memory.lock import Busy
from dashboard.digest.build import Week
from dashboard.mail.sending import send
from dashboard.mail.store import open_store
from dashboard.mail.subscriptions import Pace, by_address, erase
from dashboard.mail.turn import turn
from tests import services
from tests.test_digest import fact, full
from tests.test_mail import NOW, Box, box, post, subscriber, weeks

__all__ = ["box"]
pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with services.postgresql() as address:
        yield address


def test_two_machines_never_send_from_one_ledger_and_each_mail_goes_out_once(
    url: str,
    box: tuple[Box, int],
) -> None:
    one, other = open_store(url), open_store(url)
    for number in range(3):
        subscriber(one, f"r{number}@example.org")
    with turn(one), pytest.raises(Busy):
        send(post(other, box[1]), weeks, NOW)
    assert send(post(other, box[1]), weeks, NOW).sent == 3
    assert send(post(one, box[1]), weeks, NOW).sent == 0
    assert len(set(box[0].names())) == 3


def test_a_reader_is_erased_there_too(url: str) -> None:
    store = open_store(url)
    erase(store, subscriber(store, "gone@example.org").id)
    assert by_address(store, "gone@example.org") is None


def test_a_fact_with_an_endless_name_is_told_once_there_too(url: str, box: tuple[Box, int]) -> None:
    store = open_store(url)
    subscriber(store, "long@example.org", pace=Pace.AT_ONCE)
    news = (fact(key="k" * 5_000), fact(key=f"{'k' * 4_999}l"))

    def found(_since: str, until: str) -> Week:
        return replace(full(), since="2026-11-01T00:00:00Z", until=until, news=news)

    sent = [send(post(store, box[1]), found, NOW + timedelta(hours=hour)).sent for hour in (1, 2)]
    assert sent == [1, 0]
