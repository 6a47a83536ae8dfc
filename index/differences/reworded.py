"""A norm in other words, and what of it they change: who must, in which case, from when a time is counted, which article is meant."""

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from crawlers.matter import Norm
from crawlers.vocabulary import Bearer, Modality
from index import words
from index.differences import printed, versions
from index.differences.clauses import conditions
from index.differences.counting import known
from index.differences.figures import figures
from index.differences.kinds import Label, NormChange
from index.differences.pairing import Balance, Group
from index.differences.places import Renumbered, classes
from index.differences.sentences import Place

# characters of the words that differ
WIDTH = 200
_TELLING = {Modality.DEFINITION, Modality.COMMENCEMENT, Modality.EXEMPTION, Modality.PENALTY}
# what these must do in other words binds no reader
_OFFICES = {Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT}


class Sides(NamedTuple):
    """Where the norms stand before and after, and what went from one place to another between the two."""

    here: Place
    there: Place
    balance: Balance
    renumbered: Renumbered


def reworded(group: Group, sides: Sides) -> Iterator[NormChange]:
    """Nothing where only little words differ, numbers of articles that are the same ones, or what an office must do."""
    before, after = group.before[0], group.after[0]
    if not _told(before, after):
        return
    was, now = sides.here.own(group.before), sides.there.own(group.after)
    lost, won = _differ(was, now, before, after, sides)
    if lost or won:
        yield _named(lost | won, was, now, group, sides)
    else:
        yield from _elsewhere(was, now, before, after, sides.renumbered)


def _told(before: Norm, after: Norm) -> bool:
    host = before.host_duty or after.host_duty
    return host or after.modality in _TELLING or after.bearer not in _OFFICES or before.bearer is not after.bearer


def _differ(was: str, now: str, before: Norm, after: Norm, sides: Sides) -> tuple[set[str], set[str]]:
    """Words of one version alone, none where each only came from another place or went to one; and classes."""
    old, new = telling(was, sides.here.language, before), telling(now, sides.there.language, after)
    numbered = [classes(text, sides.there.language) for text in (was, now)]
    lost, won = old - new, new - old
    balance = sides.balance.words
    if not any(balance[word] < 0 for word in lost) and not any(balance[word] > 0 for word in won):
        lost, won = set(), set()
    return lost | (numbered[0] - numbered[1]), won | (numbered[1] - numbered[0])


def telling(quote: str, language: str, norm: Norm) -> set[str]:
    """Words that say something, as `printed.spelled` writes them: no little ones, no numbers but those of the day on which a law begins."""
    for figure in figures(quote, language):
        quote = quote.replace(figure.text, " ")
    given = known(language)
    little = words.stop_words() | ({*given.pronouns} if given else set())
    found = {printed.spelled(word) for word in words.exact(quote) if word not in little}
    dated = norm.modality is Modality.COMMENCEMENT
    return {word for word in found if dated or (word.isalpha() and len(word) > 2)}


def _named(differ: set[str], was: str, now: str, group: Group, sides: Sides) -> NormChange:
    """By the narrowest part of the norm in which all the words stand that differ."""
    before, after, language = group.before[0], group.after[0], sides.there.language
    for label, old, new in _parts(was, now, before, after, language):
        if differ <= telling(f"{old} {new}", language, after) | classes(f"{old}; {new}", language):
            said = _apart(old, new, language)
            return _change(label, *(said if max(map(len, said)) < WIDTH else _pieces(*said)), before, after)
    fine = f"{_fine(was, before)} {_fine(now, after)}"
    label = Label.PENALTY if differ <= telling(fine, language, after) else Label.CHANGED
    return _change(label, *_pieces(was, now), before, after)


def _parts(was: str, now: str, before: Norm, after: Norm, language: str) -> Iterator[tuple[Label, str, str]]:
    if before.deadline and after.deadline and before.deadline.anchor and after.deadline.anchor:
        yield Label.COUNTED_FROM, before.deadline.anchor, after.deadline.anchor
    yield Label.BOUND, before.bearer_text, after.bearer_text
    old, new = ("\n".join(conditions(text, language)) for text in (was, now))
    yield Label.CONDITION, old, new


def _fine(text: str, norm: Norm) -> str:
    """What a breach costs: the words from the fine on."""
    return text[text.find(norm.penalty.text) :] if norm.penalty and norm.penalty.text in text else ""


def _apart(was: str, now: str, language: str) -> tuple[str, str]:
    """Lines of each that are not in the other."""
    old, new = was.splitlines(), now.splitlines()
    return (
        " … ".join(one for one in old if not any(printed.same(one, other, language) for other in new)),
        " … ".join(one for one in new if not any(printed.same(one, other, language) for other in old)),
    )


def _pieces(was: str, now: str) -> tuple[str, str]:
    found = versions.pieces(was, now)
    lost, won = (
        " … ".join(one.text for one in found if one.how is how) for how in (versions.How.DROPPED, versions.How.ADDED)
    )
    return lost, won


def _elsewhere(was: str, now: str, before: Norm, after: Norm, renumbered: Renumbered) -> Iterator[NormChange]:
    """The same words about another article, or another act."""
    lost, won = renumbered.others(was, now)
    if lost or won or {*before.references} != {*after.references}:
        yield _change(Label.REFERENCE, *_pieces(was, now), before, after)


def _change(label: Label, was: str, now: str, before: Norm, after: Norm) -> NormChange:
    return NormChange(label=label, was=_short(was), now=_short(now), before=before, after=after)


def _short(said: str) -> str:
    return textwrap.shorten(said, WIDTH, placeholder=" …")
