"""What a reader changes on the page that each mail leads to: read from a form, strictly."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dashboard.mail.subscriptions import Pace, Wishes
from index.phrase import Told, phrase


def changed(wishes: Wishes, form: Mapping[str, Sequence[str]]) -> Wishes:
    """Fields that the form lacks are empty. Searches and collections are private: they stay as staff set them.

    Raises Fault.
    """
    one = {name: form.get(name, [""])[0] for name in ("language", "profile", "pace", "weekday", "hour", "zone")}
    if one["pace"] not in set(Pace) or not one["weekday"].isdecimal() or not one["hour"].isdecimal():
        raise Told(phrase("the form is not complete; open the link from the mail again"))
    taste = replace(
        wishes.taste,
        places=_words(form, "places"),
        topics=tuple(form.get("topics", ())),
        duties=tuple(form.get("duties", ())),
    )
    return replace(
        wishes,
        taste=taste,
        lenses=tuple(form.get("lenses", ())),
        language=one["language"],
        profile=one["profile"],
        pace=Pace(one["pace"]),
        weekday=int(one["weekday"]),
        hour=int(one["hour"]),
        zone=one["zone"],
    )


def _words(form: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """Codes as people write them: EU, us-tx."""
    return tuple(dict.fromkeys(form.get(name, [""])[0].lower().replace(",", " ").split()))
