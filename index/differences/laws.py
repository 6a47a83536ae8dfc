"""What changed in law between two versions: duties new or gone, times, thresholds, exemptions, penalties."""

from collections.abc import Iterator

from crawlers.matter import Matter, Norm, Text
from crawlers.vocabulary import Modality
from index.differences import throughout, versions
from index.differences.kinds import Label, NormChange
from index.differences.list_items import items, with_list
from index.differences.norms import differences
from index.differences.pairing import Balance, Group, groups
from index.differences.places import Renumbered
from index.differences.preambles import shared
from index.differences.reworded import Sides
from index.differences.sentences import Place

__all__ = ["Label", "NormChange", "compare"]


def compare(old: Text, before: Matter, new: Text, after: Matter) -> list[NormChange]:
    """Only where the words of a provision differ: another tagger is no other law.

    A norm that went elsewhere, because a provision was split, merged, moved or renumbered, is the same norm.
    """
    old, new = shared(old, new)
    partners = versions.match(old.provisions, new.provisions)
    left, right = _changed(old, new, partners)
    was, now = _norms(before, old, left), _norms(after, new, right)
    balance = Balance([*left.values()], [*right.values()])
    here, there = _place(old, before, left, right, was), _place(new, after, right, left, now)
    sides = Sides(here, there, balance, Renumbered(partners))
    found = [
        (group, tuple(differences(group, sides) if group.before and group.after else _alone(group)))
        for group in groups(was, now, partners, balance)
    ]
    return _in_order(throughout.once(found, sides, new), new, old)


def _norms(matter: Matter, text: Text, ids: dict[str, str]) -> list[Norm]:
    own = [norm for norm in matter.norms if norm.text == text.id and norm.provision in ids]
    return [*(with_list(norm, ids[norm.provision], own) for norm in own), *items(matter, text, ids)]


def _place(text: Text, matter: Matter, own: dict[str, str], others: dict[str, str], norms: list[Norm]) -> Place:
    return Place(own, text.language or matter.language, others, norms)


def _changed(old: Text, new: Text, partners: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The words of the provisions that differ, by id, before and after."""
    past = {one.id: one for one in old.provisions}
    known = ((one, past.get(partners.get(one.id, ""))) for one in new.provisions)
    same = {one.id for one, other in known if other and versions.alike(other, one, new.language)}
    kept = {partners[id] for id in same}
    return (
        {one.id: one.text for one in old.provisions if one.id not in kept},
        {one.id: one.text for one in new.provisions if one.id not in same},
    )


def _alone(group: Group) -> Iterator[NormChange]:
    """A duty of hosts, or an exemption, that came or went."""
    for norm in group.after:
        if label := _kind(norm, Label.NEW_DUTY, Label.EXEMPT):
            yield NormChange(label=label, now=norm.quote, after=norm)
    for norm in group.before:
        if label := _kind(norm, Label.DUTY_GONE, Label.EXEMPTION_GONE):
            yield NormChange(label=label, was=norm.quote, before=norm)


def _kind(norm: Norm, duty: Label, exemption: Label) -> Label | None:
    if norm.host_duty:
        return duty
    return exemption if norm.modality is Modality.EXEMPTION else None


def _in_order(found: list[NormChange], new: Text, old: Text) -> list[NormChange]:
    """As they stand in the newer version, then what is gone as it stood; each once."""
    places = {one.id: place for place, one in enumerate(new.provisions)}
    past = {one.id: len(places) + place for place, one in enumerate(old.provisions)}
    once: dict[tuple[str, ...], NormChange] = {}
    for change in found:
        norm = change.after or change.before
        assert norm
        once.setdefault((change.label, norm.provision, change.was, change.now), change)

    def place(change: NormChange) -> tuple[int, int]:
        norm = change.after or change.before
        assert norm
        return (places if change.after else past)[next(iter(change.places), norm.provision)], norm.start

    return sorted(once.values(), key=place)
