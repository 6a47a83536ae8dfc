"""The days of a sum as a calendar file."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from crawlers.fault import Fault
from dashboard.feeds.days import STEPS, Day
from dashboard.feeds.ics import calendar
from dashboard.routes import reply
from dashboard.today import instant
from index.clock.answer import deadline
from index.clock.rules import rule
from index.phrase import told


def ics(request: Request) -> Response:
    """Of the rule and the facts in the address; a fault is one sentence."""
    facts = {name: value[:200] for name, value in request.query_params.items() if name not in {"rule", "lang"}}
    speech = reply.speaker(request)
    try:
        asked = rule(request.query_params.get("rule", ""))
        answer = deadline(asked.id, facts)
    except Fault as fault:
        return PlainTextResponse(told(fault, speech), 400)
    flag = "" if answer.verified else f" [{speech.say('unverified rule')}]"
    what = f"{speech.say(asked.court)}: {speech.say(asked.filing)}"
    days = [
        Day(
            uid=f"deadline.{asked.id}.{name}",
            day=day,
            title=f"{speech.say(words)}{flag}: {what}",
            words=answer.told(speech),
        )
        for name, words in STEPS.items()
        if (day := getattr(answer, name)) and not (name == "safe" and day == answer.date)
    ]
    return reply.calendar(calendar(days, what, instant(), language=speech.code), "amicus-deadline")
