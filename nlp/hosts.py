"""Whether a law, a provision or a heading is about hosts, so that a provider of no named kind in it is one."""

import re
from functools import cache

from crawlers.vocabulary import Bearer, Duty, Topic
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.rules import lexicon
from nlp.grammar.words import grammar

# words of a provision in which one that names hosts makes the others speak of them too
LONG = 400
# In the plural, what users put online; beside them its provider is a host.
CONTENTS = frozenset({"contenus", "contenidos", "contenuti", "conteúdos"})
# What has users and is called a platform, unless it is one of goods or of oil, which the lexicons name, is online.
PLATFORMS = ("plataforma", "plateforme", "piattaform", "platform", "plattform")
# Whose platform it is: the operator's own, unless it lies beside rails or at sea.
OWN = frozenset({"its", "their", "covered", "regulated", "ihre", "ihrer", "seine", "seiner"})
ASHORE = (
    "rail", "train", "station", "tram", "metro", "oil", "gas", "offshore", "drilling", "vessel", "lift", "bahn",
    "bohr", "schiff", "haltestelle",
)  # fmt: skip
WITHIN = frozenset({"dans", "nel", "nello", "nella", "nei", "negli", "nelle", "nell'", "nell’"})
# Duties that, named in two words or more, nobody but hosts has.
HOSTS_ALONE = frozenset(
    {
        Duty.RECOMMENDER,
        Duty.REMOVAL_TIMEFRAME,
        Duty.MISUSE_SUSPENSION,
        Duty.TRUSTED_FLAGGERS,
        Duty.PROACTIVE_FILTERING,
        Duty.NOTICE_AND_ACTION,
        Duty.DATA_ACCESS_RESEARCH,
    }
)
HOST_TOPICS = frozenset({Topic.INTERMEDIARY_LIABILITY, Topic.ILLEGAL_HARMFUL_CONTENT})


def share_of(bodies: list[Passage], headings: list[Passage]) -> float:
    """How much of the law names hosts; its title counts as much as all the rest."""
    title = headings[-1]
    if _entitled(title) or any(hit.entry.topic in HOST_TOPICS for hit in title.cues):
        return 1.0
    named = sum(names_hosts(body) or names_hosts(heading) for body, heading in zip(bodies, headings, strict=False))
    return named / max(1, len(bodies))


def names_hosts(passage: Passage) -> bool:
    return any(hit.entry.bearer == Bearer.HOST and not hit.entry.vague for hit in passage.roles)


def concerns_hosts(body: Passage, heading: Passage) -> bool:
    return _entitled(heading) or _often(body) or (_means_hosts(body, heading) and len(body.words) <= LONG)


def _entitled(title: Passage) -> bool:
    """A title or heading that names hosts, or the net they are on: ley de comercio electrónico, marco civil da internet."""
    return names_hosts(title) or bool(_online(title.language).search(title.text.lower()))


@cache
def _online(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language).grammar.classes.get("entitled", "(?!)"))


def _often(body: Passage) -> bool:
    """A long article that names hosts once does not speak of them throughout."""
    named = sum(hit.entry.bearer == Bearer.HOST and not hit.entry.vague for hit in body.roles)
    return bool(named * LONG >= max(1, len(body.words)))


def _means_hosts(body: Passage, heading: Passage) -> bool:
    """Services or providers of no named kind, beside words of what only concerns hosts: content, or liability for it."""
    vague = {hit.start for hit in body.roles if hit.entry.vague}
    if not vague:
        return False
    beside = (*(hit for hit in body.cues if hit.start not in vague), *heading.cues)
    served = "account" in body.words or any(hit.entry.bearer == Bearer.USER for hit in body.roles)
    contents = served and any(word in CONTENTS and not _contained(body, i) for i, word in enumerate(body.words))
    platforms = any(body.words[at].startswith(PLATFORMS) for at in vague) and not _ashore(body)
    named = bool(contents) or (platforms and (served or any(_owned(body, at) for at in vague)))
    return named or any(map(_of_hosts, beside)) or any(map(_receives, body.roles)) or _moderates(body, vague, heading)


def _moderates(body: Passage, vague: set[int], heading: Passage) -> bool:
    said = (*(hit for hit in body.ideas.hits if hit.start not in vague), *heading.ideas.hits)
    return any(hit.entry.idea == "moderation" for hit in said)


def _owned(body: Passage, at: int) -> bool:
    """Every operator must publish it on its platform: what somebody runs, and no platform to stand on."""
    return body.words[at].startswith(PLATFORMS) and bool(OWN & {*body.words[max(0, at - 1) : at]})


def _ashore(body: Passage) -> bool:
    return body.language in {"en", "de"} and any(word.startswith(ASHORE) for word in body.words)


def _receives(role: Hit) -> bool:
    """The recipients of the service: the word of the Union's law on hosts for those whom they serve."""
    return role.entry.bearer == Bearer.USER and role.end - role.start > 2


def _contained(body: Passage, i: int) -> bool:
    """Requisitos contenidos en las bases, éléments contenus dans le dossier: a participle, no contents."""
    after, names = body.words[i + 1 : i + 3], grammar(body.language)
    return bool(WITHIN & {*after[:1]}) or (after[:1] == ["en"] and bool(names.determiners & {*after[1:]}))


def _of_hosts(cue: Hit) -> bool:
    long = cue.end - cue.start > 1
    return (
        cue.entry.topic in HOST_TOPICS
        or cue.entry.duty == Duty.NO_GENERAL_MONITORING
        or (long and cue.entry.duty in HOSTS_ALONE)
    )


def about_carriers(body: Passage, heading: Passage) -> bool:
    """A provision on telephone calls in a law that is about hosts too: its providers carry calls, unless it names a host."""
    stems = tuple(grammar(body.language).carriers)
    speaks = bool(stems) and any(
        _carries(passage.words, i, stems) for passage in (body, heading) for i in range(len(passage.words))
    )
    return speaks and not names_hosts(body) and not names_hosts(heading)


def _carries(words: list[str], i: int, stems: tuple[str, ...]) -> bool:
    """A word on calls that is no name of a law: Telekommunikationsgesetz, Telekommunikation-Telemedien-Datenschutz-Gesetz."""
    return words[i].startswith(stems) and "gesetz" not in words[i] and words[i + 1 : i + 2] != ["-"]
