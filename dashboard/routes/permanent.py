"""Permanent pages, rendered here and readable without a script: a matter, a tracker, a duty, the card to embed."""

from starlette.requests import Request
from starlette.responses import Response

from crawlers import ids
from crawlers.sources import watched
from crawlers.vocabulary import Duty
from dashboard import doors
from dashboard.public.positions import declared
from dashboard.public.tracker import tracked
from dashboard.reads.about_matter import surroundings, surroundings_then
from dashboard.routes import forms, reply
from dashboard.routes.conditional import conditional
from dashboard.today import today
from dashboard.views import days, labels
from dashboard.views.matters import permanent
from dashboard.views.text import capital
from dashboard.views.trackers.tracker import Asked
from dashboard.words.tongue import Tongue
from index.clock import given
from index.phrase import told


def matter(request: Request) -> Response:
    """As of a day with ?as_of=, then without positions, which are those of now; in other forms with ?format=."""
    speaker = reply.speaker(request)
    asked, typed = request.path_params["id"], request.query_params.get("as_of", "").strip()
    try:
        day = given.day(typed).isoformat() if typed else ""
    except given.BadDay as fault:
        return reply.missing(capital(told(fault, speaker)), speaker)
    found = doors.matter(asked, day) if ids.valid(asked) else None
    if found is None:
        return _absent(asked, day, speaker)
    past = day and day < today().isoformat()
    if form := request.query_params.get("format", ""):
        return (
            forms.only_json() if past and form != "json" else conditional(request, forms.matter(form, found, speaker))
        )
    around = surroundings_then(found, day, speaker) if past else surroundings(found, today(), speaker, permanent=True)
    said = [] if day else [one for one in declared() if one.matter == found.id]
    return reply.page(permanent.matter(found, around, speaker, day, said))


def _absent(id: str, day: str, speaker: Tongue) -> Response:
    """Not here, or not known yet on the day that was asked for."""
    if day and ids.valid(id) and doors.matter(id):
        words = speaker.say("On {day} we did not know of it yet.", day=days.say(day, speaker))
        return reply.missing(words, speaker, f"/matter/{ids.to_path(id)}")
    return reply.missing(speaker.say("We hold no matter under this address."), speaker)


def tracker(request: Request) -> Response:
    """In the first language of the place that we speak, unless another is asked for."""
    code = request.path_params["code"]
    place = watched().jurisdictions.get(code)
    speaker = reply.speaker(request, place.languages[0] if place else "en")
    if code not in doors.places():
        return reply.missing(speaker.say("We watch no place with this code."), speaker)
    held = tracked(code, today(), speaker)
    if form := request.query_params.get("format", ""):
        return conditional(request, forms.tracker(form, held, speaker, forms.site()))
    part = Asked(request.query_params.get("stage", ""), request.query_params.get("month", ""))
    return reply.page(permanent.tracker(held, speaker, part))


def duty(request: Request) -> Response:
    speaker = reply.speaker(request)
    name = request.path_params["duty"]
    if name not in {str(duty) for duty in Duty}:
        return reply.missing(speaker.say("There is no duty with this name."), speaker)
    cards = [card for card in doors.cards() if any(norm.laid == name for norm in card.norms)]
    return reply.page(permanent.duty(name, cards, doors.freshness(today(), speaker), speaker))


def card(request: Request) -> Response:
    """A small page without script that others may frame."""
    speaker = reply.speaker(request)
    asked = request.path_params["id"]
    found = doors.matter(asked) if ids.valid(asked) else None
    if found is None:
        return reply.missing(speaker.say("We hold no matter under this address."), speaker)
    return reply.page(permanent.card(found, today(), speaker, labels.place(found.jurisdiction, speaker)))
