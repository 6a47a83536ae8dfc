"""What changed in law between two states of a matter: duties of hosts new or gone, times, thresholds, exemptions."""

import re
from collections.abc import Iterator

from crawlers.matter import Matter, Norm
from dashboard.mail.news import News, Note, Sort

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_HOURS = (8766.0, 730.5, 168.0, 24.0, 1.0, 1 / 60)

Place = tuple[str, str]


def changed_in_law(before: Matter, after: Matter, instant: str) -> Iterator[News]:
    """Only where the words of the provision differ: another tagger is no other law."""
    old, new = _duties(before), _duties(after)
    words = _words(before), _words(after)
    if not words[0]:
        return
    for place in sorted({*old, *new}):
        provision = place[0]
        if words[0].get(provision) == words[1].get(provision):
            continue
        if change := _change(old.get(place), new.get(place)):
            yield _told(after, place, change, old.get(place), new.get(place), instant)


def _duties(matter: Matter) -> dict[Place, Norm]:
    """Norms that bind a host, by provision and duty, of the newest text alone."""
    newest = max(matter.texts, key=lambda text: (text.date, text.id), default=None)
    return {
        (norm.provision, norm.duty or norm.modality): norm
        for norm in matter.norms
        if norm.host_duty and newest and norm.text == newest.id
    }


def _words(matter: Matter) -> dict[str, str]:
    newest = max(matter.texts, key=lambda text: (text.date, text.id), default=None)
    return {provision.id: provision.text for provision in newest.provisions} if newest else {}


def _change(old: Norm | None, new: Norm | None) -> str:
    if old is None:
        return "exempt" if new and new.exemption else "new_duty"
    if new is None:
        return "exemption_gone" if old.exemption else "duty_gone"
    if bool(old.exemption) != bool(new.exemption):
        return "exempt" if new.exemption else "exemption_gone"
    before, after = (hours(norm.deadline.duration) if norm.deadline else None for norm in (old, new))
    if before != after and before and after:
        return "shorter" if after < before else "longer"
    if _value(old.threshold) != _value(new.threshold):
        return "threshold"
    if _value(old.penalty) != _value(new.penalty):
        return "penalty"
    return ""


def _value(part: object) -> object:
    """What counts of a threshold or penalty: its figures, not where they stand."""
    names = ("metric", "operator", "value", "kind", "amount", "currency", "percentage")
    return tuple(getattr(part, name, None) for name in names) if part else None


def hours(duration: str) -> float | None:
    """Hours of an ISO 8601 duration, for comparing; months and years at their mean length."""
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        return None
    return sum(int(number) * length for number, length in zip(found.groups(), _HOURS, strict=True) if number)


def _told(matter: Matter, place: Place, change: str, old: Norm | None, new: Norm | None, instant: str) -> News:
    norm = new or old
    assert norm
    shown = [_shown(one, change) if one else "" for one in (old, new)]
    first = norm.evidence[0] if norm.evidence else None
    rule = f"{first.rule} {first.version}" if first else ""
    return News(
        key=f"{matter.id}#law:{place[0]}:{place[1]}:{change}:{norm.text}",
        sort=Sort.LAW,
        matter=matter.id,
        title=f"{matter.title}, {place[0]}",
        jurisdiction=matter.jurisdiction,
        learned=instant,
        label=change,
        was=shown[0],
        now=shown[1],
        topics=tuple(tag.topic for tag in matter.topics),
        duties=(norm.duty,) if norm.duty else (),
        note=Note(
            quote=norm.quote,
            source=f"{matter.url or matter.id}, {place[0]}",
            rule=rule,
            reviewed=norm.review.state != "unreviewed",
        ),
    )


def _shown(norm: Norm, change: str) -> str:
    """The words that changed: the time, the threshold, the penalty, else the whole norm."""
    part = {"shorter": norm.deadline, "longer": norm.deadline, "threshold": norm.threshold, "penalty": norm.penalty}
    found = part.get(change)
    return found.text if found else norm.quote
