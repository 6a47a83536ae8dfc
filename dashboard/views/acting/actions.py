"""What people here have to do about matters, nearest day first, so that what is overdue leads."""

from collections.abc import Callable, Iterable
from datetime import date

from crawlers import ids
from crawlers.matter import Matter, Struct
from dashboard.kept import Kept
from dashboard.views import days, labels
from dashboard.views.days import Due
from dashboard.words.tongue import Tongue


class Action(Struct, frozen=True, kw_only=True):
    """One thing to do; `subject` is where it is kept, `due` is None where no day was set."""

    subject: str
    matter: Matter
    called: str
    href: str
    what: str
    owner: str
    day: str
    due: Due | None


def subject(matter: str, at: str) -> str:
    return f"{matter}#{at}"


def actions(kept: Iterable[Kept], card: Callable[[str], Matter | None], today: date, tongue: Tongue) -> list[Action]:
    """Of the last words on each: what is not done, overdue first, without a day last. A matter no longer held is left out."""
    left = [(one, card(one.subject.rpartition("#")[0])) for one in kept if not one.body["done"]]
    made = [_action(one, matter, today, tongue) for one, matter in left if matter]
    return sorted(made, key=lambda one: (not one.day, one.day, one.subject))


def _action(one: Kept, matter: Matter, today: date, tongue: Tongue) -> Action:
    day = one.body["due"]
    return Action(
        subject=one.subject,
        matter=matter,
        called=labels.called(matter.title),
        href=f"/assessments?id={ids.to_query(matter.id)}",
        what=one.body["what"],
        owner=one.body["owner"],
        day=day,
        due=days.due(day, today, tongue) if day else None,
    )
