"""Read the provisions of one law in one language: passages, statements, duties, and whether the law is about hosts."""

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from crawlers.vocabulary import Bearer, Duty, Modality
from nlp.defined import called, named
from nlp.duties import duty
from nlp.grammar.agents import asked_host
from nlp.grammar.bearers import Scene, bearer_of
from nlp.grammar.clauses import WHOSE
from nlp.grammar.free_nouns import is_free
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.reader import passages
from nlp.grammar.statements import Statement, statements
from nlp.grammar.unnamed import INSTITUTIONS
from nlp.grammar.words import grammar
from nlp.hosts import about_carriers, concerns_hosts, names_hosts, share_of
from nlp.meant import is_meant
from nlp.referred import Law, resolved

BINDING = frozenset({Modality.OBLIGATION, Modality.PROHIBITION})
# What hosts alone can give those who have a right to it.
OWED = frozenset({Duty.DATA_ACCESS_RESEARCH, Duty.INDEPENDENT_AUDIT, Duty.REMOVAL_TIMEFRAME})
ABOUT_HOSTS = 0.2
# What one has a right to do oneself, or of others than hosts.
ELSEWHERE = frozenset({"mandate", "authorise", "authorize", "judicial", "appeal"})
OWED_TO = frozenset({"gegenüber"})


class Unit(NamedTuple):
    """A provision as it is read: `heading` with the headings above it."""

    id: str
    heading: str
    text: str


class Found(NamedTuple):
    """A statement with what it means for hosts."""

    statement: Statement
    host_duty: bool
    duty: Duty | None
    cue: Hit | None
    derived_from: str


class Reading(NamedTuple):
    unit: Unit
    passage: Passage
    heading: Passage
    found: list[Found]
    hosts: bool
    share: float


def read(units: Sequence[Unit], language: str, title: str) -> list[Reading]:
    """Everything found, unit by unit; `title` is the law's. Raises KeyError for a language without a lexicon."""
    bodies = list(passages([unit.text for unit in units], language))
    headings = list(passages([*(unit.heading for unit in units), title], language))
    share = share_of(bodies, headings)
    defined, names = named(bodies, headings)
    bodies = [called(body, names) for body in bodies]
    bodies = resolved(Law([unit.id for unit in units], bodies, defined or share >= ABOUT_HOSTS))
    done: list[Reading] = []
    for unit, body, heading in zip(units, bodies, headings, strict=False):
        done.append(_read(unit, body, heading, share, defined, _before(done, unit)))
    return done


def _before(done: list[Reading], unit: Unit) -> tuple[Bearer, frozenset[str]] | None:
    """Who was last bound in the paragraph before of the same article, with its words."""
    article, _, paragraph = unit.id.rpartition("/")
    if not done or not (paragraph and article and f"{done[-1].unit.id}/".startswith(f"{article}/")):
        return None
    bound = [each.statement.who.bearer for each in done[-1].found if each.statement.modality in BINDING]
    return (bound[-1], frozenset(done[-1].passage.words)) if bound else None


def _read(
    unit: Unit,
    body: Passage,
    heading: Passage,
    share: float,
    defined: bool,
    before: tuple[Bearer, frozenset[str]] | None,
) -> Reading:
    about = (defined or share >= ABOUT_HOSTS) and not about_carriers(body, heading)
    hosts = about or concerns_hosts(body, heading)
    scene = Scene(hosts, heading=_headed(heading, hosts), before=before)
    found: list[Found] = []
    told = statements(body, scene)
    for statement, until in zip(told, _untils(told, body), strict=True):
        made = _found(statement, body, heading, hosts, about, until)
        found.append(_pointed(made, found[-1], body) if found else made)
    return Reading(unit, body, heading, found, hosts, share)


def _headed(heading: Passage, hosts: bool) -> Bearer | None:
    """Whom the headings name first, host or authority; somebody else, where a host is only who is owed: Abrechnung gegenüber Anbietern."""
    for hit in heading.roles:
        bearer = bearer_of(hit, hosts)
        if bearer == Bearer.HOST and OWED_TO & {*heading.words[max(hit.start - 2, 0) : hit.start]}:
            return Bearer.PERSON
        if bearer in {Bearer.HOST, Bearer.AUTHORITY}:
            return bearer
    return None


def _untils(told: list[Statement], passage: Passage) -> Iterator[int]:
    """Where the norm after each begins; where only its verb is its own, there: …, remove the page and shall be fined."""
    small = grammar(passage.language).coordinators
    for each, after in zip_longest(told, told[1:]):
        if not after or after.start <= each.trigger.end:
            yield sys.maxsize
        else:
            joined = after.trigger.start - 1
            yield joined if passage.words[joined] in small else after.start


def _pointed(made: Found, before: Found, passage: Passage) -> Found:
    """Such information shall include …: of a thing spoken of in the sentence before, with the duty named there."""
    named = made.host_duty and before.host_duty and before.duty != Duty.OTHER
    points = passage.words[made.statement.start] in grammar(passage.language).pointing
    if not (named and points) or made.statement.who.how == "subject":
        return made
    return made._replace(duty=before.duty, cue=before.cue)


def _found(statement: Statement, passage: Passage, heading: Passage, hosts: bool, about: bool, until: int) -> Found:
    derived = _derived(statement, passage, hosts) or _opened(statement, passage, heading, about)
    of_hosts = statement.who.bearer == Bearer.HOST
    binds = of_hosts and statement.modality in BINDING
    bound = bool(derived) or (binds and is_meant(statement, passage, heading, hosts, about))
    spared = of_hosts and statement.modality == Modality.EXEMPTION
    if not bound and not spared:
        return Found(statement, False, None, None, "")
    name, cue = duty(statement, passage, heading, until)
    return Found(statement, bound, name, cue, derived)


def _derived(statement: Statement, passage: Passage, hosts: bool) -> str:
    """A right against a host, or what a state must see hosts do, is a host's duty; the rule that says so."""
    bearer = statement.who.bearer
    ensures = statement.modality == Modality.OBLIGATION and bearer == Bearer.STATE
    if not ensures and (statement.modality != Modality.RIGHT or _acts_himself(statement, passage)):
        return ""
    against = [
        hit
        for hit in passage.roles
        if statement.trigger.end <= hit.start < statement.span.sentence[1] and bearer_of(hit, hosts) == Bearer.HOST
    ]
    if ensures:
        return "correlative.ensure" if any(_ensures(statement, passage, host) for host in against) else ""
    owed = hosts if bearer == Bearer.USER else bearer == Bearer.RIGHTSHOLDER and bool(against)
    owed = owed or (bearer == Bearer.PERSON and any(_does(statement, passage, host) for host in against))
    owed = owed or asked_host(passage, statement.trigger.end, statement.span.end, hosts)
    return "correlative.right" if owed else ""


def _acts_himself(statement: Statement, passage: Passage) -> bool:
    """English: the right to mandate a body, to a judicial remedy: nothing that a host must do."""
    end = statement.trigger.end
    return passage.language == "en" and bool(ELSEWHERE & {*passage.words[end : end + 4]})


def _opened(statement: Statement, passage: Passage, heading: Passage, about: bool) -> str:
    """In a law or under a heading about hosts, that researchers have access to data, or anybody something removed, is for hosts to see to."""
    about = about or names_hosts(heading)
    if not (about and statement.modality == Modality.RIGHT and statement.who.bearer == Bearer.PERSON):
        return ""
    near = range(statement.trigger.end, statement.trigger.end + 12)
    if any(hit.start in near and bearer_of(hit, False) == Bearer.PERSON for hit in passage.roles):
        return ""  # of a controller, a seller
    name, cue = duty(statement, passage, heading)
    return "correlative.right" if cue and name in OWED else ""


def _others_do(passage: Passage, statement: Statement, host: Hit) -> bool:
    """Shall ensure that coordinators have the means to supervise hosts: an institution is the subject, hosts are not."""
    names = grammar(passage.language)
    between = range(statement.trigger.start, host.start)
    opened = between if passage.language != "de" else [i for i in between if passage.words[i - 1] == ","]  # no article
    that = next((i for i in opened if passage.words[i] in names.relatives | names.subordinators), host.start)
    named = [hit for hit in passage.roles if that < hit.start < host.start and is_free(passage, hit, that + 1)]
    return bool(named) and Bearer(named[0].entry.bearer) in INSTITUTIONS


def _does(statement: Statement, passage: Passage, host: Hit) -> bool:
    """Everybody has the right that hosts …: the host is the subject of what one has a right to."""
    between = {*passage.words[statement.trigger.end : host.start]}
    that = between & grammar(passage.language).relatives
    return bool(that) and is_free(passage, host, statement.trigger.end)


def _ensures(statement: Statement, passage: Passage, host: Hit) -> bool:
    """Shall ensure that hosts …, or that something is done by hosts: a verb of seeing to it, maybe the trigger's own, then who does it."""
    between = passage.words[statement.trigger.start : host.start]
    names = grammar(passage.language)
    if between[-1:] and between[-1] in WHOSE:
        return False
    article = next((i for i in range(len(between), 0, -1) if between[i - 1] not in names.determiners), 0)
    by = between[max(article - 1, 0)] in names.agents
    does = by or (is_free(passage, host, statement.trigger.end) and not _others_do(passage, statement, host))
    if passage.language == "en" and _in_condition(statement, passage, host):
        does = by
    return (
        len(between) <= 42
        and bool(names.ensure & set(between))
        and bool((names.relatives | names.subordinators) & set(between))
        and does
    )


def _in_condition(statement: Statement, passage: Passage, host: Hit) -> bool:
    """English: that, where a host has a licence, the licence also covers others; not: that, where it names prices, these are clearly shown."""
    words, names = passage.words, grammar(passage.language)
    that = next((i for i in range(statement.trigger.end, host.start) if words[i] in names.relatives), host.start)
    opened = next((i for i in range(that + 1, min(that + 3, host.start)) if words[i] in names.subordinators), None)
    if opened is None or "," in words[opened : host.start]:
        return False
    return names.passive.isdisjoint(words[host.end : statement.span.end])
