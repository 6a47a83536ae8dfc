"""Bills of Texas by their bill history: what moves a bill on, and what only sounds as if it did."""

from xml.sax.saxutils import escape

import pytest

from crawlers import imports
from crawlers.matter import Matter
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Status


def history(bill: str, *actions: tuple[str, str, str]) -> Matter:
    """Of actions as house, day and words."""
    rows = "".join(
        f"<action><actionNumber>{house}{number:03}</actionNumber><date>{day}</date><description>{escape(words)}</description></action>"
        for number, (house, day, words) in enumerate(actions)
    )
    body = f'<billhistory bill="{bill}"><caption>Relating to lamps.</caption><actions>{rows}</actions></billhistory>'
    (matter,) = imports.read(Response(url="", body=body.encode(), name="a.xml"), watched().source("us-tx-filed-house"))
    return matter


FILED = ("H", "1/15/2031", "Filed")
HOUSE = ("H", "4/21/2031", "Passed")


@pytest.mark.parametrize(
    ("bill", "actions", "status"),
    [
        ("89(R) HB 1", [FILED, ("H", "4/20/2031", "Passed to engrossment as amended")], Status.REPORTED),
        ("89R HB 1", [FILED, HOUSE, ("S", "4/22/2031", "Received from the House")], Status.PASSED_ONE_CHAMBER),
        ("89R HB 1", [FILED, HOUSE, ("S", "5/11/2031", "Passed")], Status.PASSED),
        ("89R HB 1", [FILED, HOUSE, ("S", "5/11/2031", "Passed as amended")], Status.PASSED_ONE_CHAMBER),
        ("89R HB 1", [FILED, HOUSE, ("S", "5/11/2031", "Passed as amended"), ("H", "5/12/2031", "House concurs in Senate amendment(s)")], Status.PASSED),
        ("89R HR 12", [FILED, ("H", "4/2/2031", "Adopted")], Status.PASSED),
        ("89R HCR 12", [FILED, ("H", "4/2/2031", "Adopted")], Status.PASSED_ONE_CHAMBER),
        ("89R SB 9", [FILED, ("S", "4/20/2031", "Laid on the table subject to call")], Status.INTRODUCED),
        ("89R SJR 9", [FILED, ("E", "6/20/2031", "Filed with the Secretary of State")], Status.PASSED),
        ("89R SB 9", [FILED, ("S", "4/20/2031", "Left pending in committee")], Status.COMMITTEE),
        ("89R SB 9", [FILED, ("E", "5/28/2031", "Vetoed by the Governor")], Status.VETOED),
    ],
)  # fmt: skip
def test_a_bill_stands_where_its_history_says(bill: str, actions: list[tuple[str, str, str]], status: Status) -> None:
    matter = history(bill, *actions)
    assert (matter.id.split("/")[2], matter.status) == ("89R", status)


def test_an_act_begins_on_the_day_that_is_written_not_on_the_day_of_writing() -> None:
    matter = history(
        "89R HB 1", FILED, ("E", "6/20/2031", "Signed by the Governor"), ("E", "6/20/2031", "Effective on 9/1/31")
    )
    assert (matter.status, matter.status_as_of) == (Status.ENACTED, "2031-06-20")
    assert [event.date for event in matter.events if event.kind is EventKind.IN_FORCE] == ["2031-09-01"]
