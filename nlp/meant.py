"""Whether hosts must do what nobody is told to do: the report shall be published, die Nutzungsbedingungen müssen …"""

from crawlers.vocabulary import Bearer, Duty, Modality
from nlp.duties import duty
from nlp.grammar.bearers import bearer_of
from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.handled import in_hands, is_done
from nlp.grammar.passage import Passage
from nlp.grammar.statements import Statement
from nlp.grammar.words import grammar

CONTENT = frozenset({Duty.REMOVAL_TIMEFRAME, Duty.DATA_RETENTION_DISCLOSURE, Duty.PROACTIVE_FILTERING})
# Which duties are named by a thing that nobody else has: terms, ways to complain, rankings. Notices, reports and orders are others' too.
THINGS = frozenset(
    {
        Duty.TERMS_RULES,
        Duty.INTERNAL_COMPLAINTS,
        Duty.REMOVAL_TIMEFRAME,
        Duty.MISUSE_SUSPENSION,
        Duty.RECOMMENDER,
        Duty.AGE_ASSURANCE,
    }
)
SUBJECT = 4  # words within which a plain indicative has named its subject


def is_meant(statement: Statement, passage: Passage, heading: Passage, hosts: bool, about: bool) -> bool:
    """Whether hosts are named, or the words around and the law tell that they are who must."""
    return (
        statement.who.how != "implied"
        or (about and _speaks_of_hosts(passage, hosts))
        or _speaks_of_hosts(heading, hosts)
        or (about and (_listed(statement) or _handles_content(statement, passage) or _in_hands(statement, passage)))
        or (about and statement.modality == Modality.OBLIGATION and _is_theirs(statement, passage))
        or (about and _is_required(statement, passage))
        or (
            statement.modality == Modality.OBLIGATION
            and ((about and _is_done(statement, passage)) or (hosts and _speaks_of_hosts(passage, True)))
            and _says_duty(statement, passage)
        )
    )


def _speaks_of_hosts(passage: Passage, hosts: bool) -> bool:
    """Whom nobody names, the words around must, or those it serves: a duty is no host's because its law is about hosts."""
    return any(bearer_of(hit, hosts) in {Bearer.HOST, Bearer.USER} for hit in passage.roles)


def _is_required(statement: Statement, passage: Passage) -> bool:
    """English: the label required by section 4 shall say …: a thing that another provision asks of hosts."""
    words = passage.words[statement.start : statement.trigger.start]
    asked = next((i for i, word in enumerate(words[:-1]) if word == "required"), None)
    return passage.language == "en" and asked is not None and words[asked + 1] in {"by", "under", "in"}


def _in_hands(statement: Statement, passage: Passage) -> bool:
    """Serão removidos os conteúdos: what only hosts have in their hands."""
    start, end = statement.start, min(statement.end, statement.trigger.end + 8)
    return passage.language not in GERMANIC and in_hands(passage, start, end)


def _says_duty(statement: Statement, passage: Passage) -> bool:
    """The report on complaints shall be published each year: a duty named in words of its own is a host's in a law about hosts."""
    name, cue = duty(statement, passage, passage._replace(cues=[]))
    named = cue is not None and (cue.entry.duty or cue.entry.idea) and name != Duty.OTHER
    return bool(named)


def _is_theirs(statement: Statement, passage: Passage) -> bool:
    """The terms of use shall state …, das Beschwerdeverfahren muss …: what is spoken of first is what only hosts have."""
    trigger = statement.trigger
    end = trigger.start if trigger.entry.phrases else trigger.end + SUBJECT
    near = range(statement.start, max(end, statement.start + 1))
    return any(hit.start in near and hit.entry.duty in THINGS for hit in passage.cues)


def _is_done(statement: Statement, passage: Passage) -> bool:
    """Shall be labelled, sind zu kennzeichnen: no subject but the thing itself, so that nobody unknown may be meant."""
    trigger = statement.trigger
    said = {*passage.words[trigger.start : trigger.end + 2]}
    german = passage.language == "de" and said | {*passage.words[trigger.end : statement.end]}
    if not trigger.entry.phrases and is_done(passage, trigger.start, statement.end):
        return True
    return bool(trigger.entry.phrases) and bool(grammar(passage.language).passive & (german or said))


def _listed(statement: Statement) -> bool:
    """A duty to …, in a list of duties: the law has said before whose they are."""
    return bool(statement.trigger.entry.id.endswith(".a_duty"))


def _handles_content(statement: Statement, passage: Passage) -> bool:
    """Such information shall be removed, the records shall be kept: in a law about hosts that is theirs to do."""
    trigger = statement.trigger
    said = grammar(passage.language).passive & {*passage.words[trigger.start : trigger.end + 2]}
    if not said and not is_done(passage, trigger.start, statement.end):
        return False
    name, cue = duty(statement, passage, passage._replace(cues=[]))
    return cue is not None and name in CONTENT
