"""How a norm differs from what it was: shall becomes may, 24 hours become 3, who is caught, what it costs, who is left out."""

import textwrap
from collections.abc import Iterator

from crawlers.matter import Norm
from crawlers.vocabulary import Modality
from index import words
from index.differences import printed, versions
from index.differences.exceptions import clauses
from index.differences.figures import figures
from index.differences.kinds import Label, NormChange
from index.differences.limits import limits
from index.differences.pairing import DEONTIC, Balance, Group
from index.differences.sentences import Place

# characters of the words that differ
WIDTH = 200


def differences(group: Group, here: Place, there: Place, balance: Balance) -> list[NormChange]:
    """Nothing where both stand in the same words."""
    before, after = group.before[0], group.after[0]
    was, now = here.sentences(group.before), there.sentences(group.after)
    if printed.same(was, now, there.language):
        return []
    if len(group.before) == len(group.after) == 1:
        if before.modality is not after.modality and {before.modality, after.modality} <= DEONTIC:
            return [_change(Label.MODALITY, before.modality, after.modality, before, after)]
        if before.host_duty != after.host_duty and before.bearer is not after.bearer:
            label = Label.NEW_DUTY if after.host_duty else Label.DUTY_GONE
            return [_change(label, before.quote, after.quote, before, after)]
    told = [*limits(was, here, now, there), *(list(_carves(was, now, here.language)) or _exempt(before, after))]
    found = [
        _change(
            _label(label, before, after, one, other),
            one,
            other,
            here.holder(group.before, one),
            there.holder(group.after, other),
        )
        for label, one, other in told
    ]
    return found or list(_reworded(group, here, there, balance))


def _change(label: Label, was: str, now: str, before: Norm, after: Norm) -> NormChange:
    return NormChange(label=label, was=was, now=now, before=before, after=after)


def _label(label: Label, before: Norm, after: Norm, was: str, now: str) -> Label:
    """A sum is a penalty where the norm speaks of one, else what decides who is caught; a term alone in a penalty is one."""
    speaks = before.penalty or after.penalty or Modality.PENALTY in {before.modality, after.modality}
    if label is Label.PENALTY and not speaks:
        return Label.THRESHOLD
    return Label.PENALTY if label in {Label.SHORTER, Label.LONGER} and speaks and not (was and now) else label


def _carves(was: str, now: str, language: str) -> Iterator[tuple[Label, str, str]]:
    """Clauses that leave somebody out (other than, unless …), in one of the versions alone."""
    old, new = (clauses(text, language) for text in (was, now))
    if not old:
        yield from ((Label.EXEMPT, "", clause) for clause in new)
    if not new:
        yield from ((Label.EXEMPTION_GONE, clause, "") for clause in old)


def _exempt(before: Norm, after: Norm) -> list[tuple[Label, str, str]]:
    """The tagger read whom the norm itself leaves out."""
    was, now = ((norm.exemption.kind, norm.exemption.text) if norm.exemption else ("", "") for norm in (before, after))
    if was[0] == now[0]:
        return []
    return [(Label.EXEMPT if now[0] else Label.EXEMPTION_GONE, was[1], now[1])]


def _reworded(group: Group, here: Place, there: Place, balance: Balance) -> Iterator[NormChange]:
    """A duty of hosts, what frees from one, a definition or a commencement in other words, or anything of somebody else; not only in little words, or a number of an article."""
    before, after = group.before[0], group.after[0]
    telling = after.modality in {Modality.DEFINITION, Modality.COMMENCEMENT, Modality.EXEMPTION}
    if not (before.host_duty or telling or before.bearer is not after.bearer):
        return
    was, now = (" ".join(norm.quote for norm in norms) for norms in (group.before, group.after))
    old, new = _telling(was, here.language, after), _telling(now, there.language, after)
    if any(balance.words[word] < 0 for word in old - new) or any(balance.words[word] > 0 for word in new - old):
        pieces = versions.pieces(was, now)
        lost, won = (
            " … ".join(one.text for one in pieces if one.how is how)
            for how in (versions.How.DROPPED, versions.How.ADDED)
        )
        yield _change(Label.CHANGED, _short(lost), _short(won), before, after)


def _telling(quote: str, language: str, norm: Norm) -> set[str]:
    """Words that say something: no little ones, no numbers but those of the day on which a law begins."""
    for figure in figures(quote, language):
        quote = quote.replace(figure.text, " ")
    found = {printed.spelled(word) for word in words.exact(quote)} - words.stop_words()
    dated = norm.modality is Modality.COMMENCEMENT
    return {word for word in found if dated or (word.isalpha() and len(word) > 2)}


def _short(said: str) -> str:
    return textwrap.shorten(said, WIDTH, placeholder=" …")
