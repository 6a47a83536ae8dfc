"""Whether a verb that announces a norm is that of a main clause."""

from bisect import bisect_left
from functools import cache

from nlp.grammar.clauses import BREAKS, FINITE, Span, chunk_start, is_break
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.rules import lexicon
from nlp.grammar.words import Words, grammar

OWNS = frozenset(["cuyo", "cuya", "cuyos", "cuyas", "cujo", "cuja", "cujos", "cujas"])
# German words that open a clause only with an infinitive, which a comma ends: ohne zu fragen, …
WITHOUT = frozenset({"ohne", "statt", "anstatt"})
# Words that open a clause, save before an article; and those that open one, save before “of the”.
NOMINAL = frozenset(["hasta", "até", "desde", "según", "segundo", "conforme"])
BEFORE = frozenset(["antes", "después", "depois"])
BEHIND = frozenset(["não", "já", "ainda", "também", "nunca"])
OF_THE = frozenset(["del", "do", "da", "dos", "das"])
MUST = frozenset(["deberá", "deberán", "debe", "deben", "deverá", "deverão", "deve", "devem"])
MODALS = frozenset({"shall", "must", "may", "can", "will", "should"})
# English participles: content so notified, bodies known as experts
DONE = ("ed", "made", "given", "taken", "found")
TIMES = frozenset({"date", "day", "time", "moment"})
ARTICLES = frozenset({"the", "a", "an"})
UNLESS = ["es", "sei", "denn", ","]


def is_main(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether the hit is the verb of a main clause."""
    rules = lexicon(passage.language).grammar
    if _bracketed(passage.words, span.start, hit.start):
        return False
    if rules.verb_second:
        return _main_verb_second(passage, span, hit)
    return _main_by_left(passage, span, hit)


def _bracketed(words: list[str], floor: int, at: int) -> bool:
    depth, before = 0, words[floor:at]
    if "(" not in before:
        return False
    for word in before:
        if word == "(":
            depth += 1
        elif depth and ")" in word:  # 8) before a comma, 1).-Afin are one word
            depth -= 1
    return depth > 0


def _main_by_left(passage: Passage, span: Span, hit: Hit) -> bool:
    """English and Romance: a subordinator to the left owns the next verb, unless that verb has already come."""
    names = grammar(passage.language)
    at = _first_joined(passage, names, span.start, hit.start)
    floor = chunk_start(passage, at, span.start)
    if _conditioned(passage.words, names, span.start, floor):
        return False
    if passage.language == "en" and _omits_relative(passage, names, floor, hit.start):
        return False
    return _unowned(passage, span, hit if at == hit.start else hit._replace(start=at), floor)


def _unowned(passage: Passage, span: Span, hit: Hit, floor: int) -> bool:
    """Whether no word between `floor` and the verb opens a clause that has it for its own."""
    words, names, linking = passage.words, grammar(passage.language), _linking(passage.language)
    for i in (i for i in range(hit.start - 1, floor - 1, -1) if words[i] in linking):
        word = words[i]
        if word == "that" and i == floor:
            return True
        if word == "that" and words[i - 1] in names.prepositions:
            continue
        if word == "that" and names.saying & {*words[max(floor, i - 9) : i]}:
            return _said_of_subject(words, names, floor, i, hit.start)
        if _opens_nothing(words, names, i, floor) or _qualifies(words, names, i, hit.start):
            continue
        if word == "as" and words[hit.start - 1] in names.coordinators and not names.verbs & {*words[i : hit.start]}:
            continue  # is kept as a secret and shall …
        if word in names.temporal and i == floor == span.start and _only_verb(passage, span, i, hit):
            return True
        if word in names.relatives and _also_relative(passage, i, hit.start):
            return False
        if word in names.relatives or word in names.subordinators:
            return _owned_verb_came(passage, names, i, hit.start) and not _outer_waits(
                passage, names, floor, i, hit.start
            )
    return True


def _first_joined(passage: Passage, names: Words, floor: int, at: int) -> int:
    """Romance: est ou pourrait être: of two verbs that touch a small word, the second stands where the first does."""
    words, first = passage.words, at - 2
    joined = first >= floor and words[at - 1] in names.coordinators and words[first] in names.verbs
    return first if joined and lexicon(passage.language).grammar.indicative else at


def _conditioned(words: list[str], names: Words, floor: int, at: int) -> bool:
    """Si, selon lui, une instruction viole …: what follows the aside is still of the condition."""
    if at <= floor or words[at - 1] != ",":
        return False
    opened = next((i for i in range(at - 2, floor, -1) if words[i] == ","), floor)
    return opened > floor and words[opened - 1] in names.subordinators


def _omits_relative(passage: Passage, names: Words, floor: int, at: int) -> bool:
    """English: the day the order takes effect, a list of the steps a provider may take: a noun, an article, another noun and its verb."""
    words = passage.words
    article = next((i for i in range(at - 1, max(floor + 1, at - 6), -1) if words[i] in ARTICLES), None)
    if article is None:
        return False
    first = bisect_left(passage.triggers, (floor,))
    after = passage.triggers[first : first + 1]
    said = bool(after) and after[0].start < article
    if not (said or words[article - 1] in TIMES or words[floor] in names.coordinators):
        return False  # on receipt of the notice the provider must …
    small = names.prepositions | names.coordinators | names.determiners | names.verbs | names.subordinators
    noun = words[article - 1]
    return noun.isalpha() and noun not in small and bool(ARTICLES & {words[article - 2]})


@cache
def _linking(language: str) -> frozenset[str]:
    """The words that may open a clause within a sentence."""
    names = grammar(language)
    return names.subordinators | names.relatives | names.temporal | {"that"}


def _opens_nothing(words: list[str], names: Words, at: int, floor: int) -> bool:
    """As referred to in …, ainsi que: small words that look like subordinators."""
    joined = " ".join(words[max(floor, at - 1) : at + 1])
    qualified = words[at] == "as" and words[at + 1] in names.qualified
    return qualified or joined in names.adding or _governs(words, names, at) or _is_pronoun(words, names, at)


def _is_pronoun(words: list[str], names: Words, at: int) -> bool:
    """Portuguese: que se refere, não se aplica, puderem se subordinar: behind these words se is no if."""
    return words[at] == "se" and (words[at - 1] in BEHIND or words[at - 1] in names.relatives | names.verbs)


def _governs(words: list[str], names: Words, at: int) -> bool:
    """Antes de esa fecha, até ao fim do prazo, según lo dispuesto: of a noun, the small word is a preposition and opens no clause."""
    small, after = names.determiners | names.prepositions, words[at + 1 : at + 3]
    if words[at] in NOMINAL:
        return after[0] in small - names.relatives
    return words[at] in BEFORE and len(after) > 1 and (after[0] in OF_THE or after[1] in small)


def _qualifies(words: list[str], names: Words, at: int, verb: int) -> bool:
    """English: content so identified shall …; bodies recognised as experts shall …: the small word belongs to a participle."""
    if words[at] == "so":
        return words[at + 1].endswith(DONE) and "that" not in words[max(at - 4, 0) : at]
    known = words[at] == "as" and words[at - 1].endswith((*DONE, "known"))
    return known and words[at + 1] != "the" and verb - at < 9 and not names.verbs & {*words[at + 1 : verb]}


def _said_of_subject(words: list[str], names: Words, floor: int, that: int, at: int) -> bool:
    """A person who believes that a rule is broken may …: what is believed has had its verb, the sentence has had none."""
    own = next((i for i in range(floor, that) if words[i] in names.relatives), None)
    waits = own is not None and floor < own and not MODALS & {*words[floor:that]}
    return waits and bool(names.verbs & {*words[that + 1 : at]}) and words[at - 1] not in names.coordinators


def _also_relative(passage: Passage, relative: int, at: int) -> bool:
    """English: data that names somebody or may be linked to him: a verb joined to that of the relative clause."""
    words = passage.words
    joined = passage.language == "en" and words[at - 1] == "or"
    return joined and not MODALS & {*words[relative + 1 : at - 1]}


def _only_verb(passage: Passage, span: Span, opening: int, hit: Hit) -> bool:
    """After a notice the provider shall …, without a comma: the sentence has no other verb for its opening words."""
    words, names = passage.words, grammar(passage.language)
    return not ({",", *names.verbs} & {*words[opening : hit.start]}) and not names.verbs & {*words[hit.end : span.end]}


def _outer_waits(passage: Passage, names: Words, floor: int, inner: int, at: int) -> bool:
    """Whether the contents that they provide are …: the verb after an inner clause is that of the clause around it."""
    words = passage.words
    outer = next((i for i in range(inner - 1, floor - 1, -1) if words[i] in names.subordinators), None)
    if outer is None or not lexicon(passage.language).grammar.indicative:
        return False
    came = sum(word in names.verbs for word in words[inner + 1 : at])
    return came == 1 and not names.verbs & {*words[outer + 1 : inner]}


def _owned_verb_came(passage: Passage, names: Words, subordinator: int, at: int) -> bool:
    """A relative that is itself the subject has a verb next; one with a subject of its own waits for its verb."""
    words = passage.words
    between = words[subordinator + 1 : at]
    if not between:
        parted = not BREAKS.isdisjoint(words[max(0, subordinator - 2) : subordinator])
        return parted and (words[subordinator] in names.resuming or _adds_duty(passage, subordinator, at))
    if any(word in names.verbs for word in between):
        return True
    if words[subordinator] in OWNS:
        return False
    if words[subordinator] not in names.relatives or between[0] in names.determiners or len(between) == 1:
        return False
    elliptic = between[0] == "case" or between[0] in names.prepositions
    bare = (
        not lexicon(passage.language).grammar.indicative and not elliptic
    )  # to which providers …: English needs no article
    governed = subordinator > 0 and words[subordinator - 1] in names.prepositions and bare
    return not governed and not any(
        role.start == subordinator + 1 and words[role.start] != "host" for role in passage.roles
    )


def _adds_duty(passage: Passage, relative: int, at: int) -> bool:
    """Spanish and Portuguese: El juez podrá pedir un informe, que deberá …: behind the command a duty of its own."""
    if passage.words[at] not in MUST or passage.words[relative - 1] != ",":
        return False
    first = next(begun for begun, end in passage.sentences if begun <= relative < end)
    begun, end = (bisect_left(passage.triggers, (at,)) for at in (first, relative))
    before = (hit.entry for hit in passage.triggers[begun:end] if hit.end < relative)
    return any(not (entry.then or entry.weak or entry.says == "skip") for entry in before)


def _main_verb_second(passage: Passage, span: Span, hit: Hit) -> bool:
    """German: the finite verb of a subordinate clause stands at its end, or opens a condition: Wird …, so …"""
    words, names = passage.words, grammar(passage.language)
    floor = chunk_start(passage, hit.start, span.start)
    first = next((i for i in range(floor, hit.start) if words[i][:1].isalpha()), hit.start)
    small = span.start != span.sentence[0] or passage.text[passage.offsets[first]].islower()
    opens = floor == span.start and first == hit.start
    if words[max(span.start, floor - 4) : floor] == UNLESS:
        return False
    if opens and small and hit.entry.says == "definition":
        return True
    excepted = hit.end - hit.start > 1 and words[hit.end - 1] in {"ist", "sind"}  # Ausgenommen sind Anbieter, die …
    if opens and not excepted and words[first].endswith(FINITE) and "," in words[hit.end : span.end]:
        return False
    following = words[hit.end] if hit.end < span.end else "."
    ends = following in BREAKS or following in {".", ")", ":"} or following in names.coordinators
    if ends and hit.start == first + 1 and words[first].endswith("en") and words[first] not in names.determiners:
        return not passage.text[
            passage.offsets[first]
        ].islower()  # …, erklären können: after a clause within the clause
    if (
        ends
        and hit.end - hit.start == 1
        and words[hit.start].endswith("en")
        and names.verbs & {*words[floor : hit.start]}
    ):
        return False  # the infinitive of a verb that came: Nutzer müssen sich beschweren können
    if words[first] == "als" and words[hit.start] in {"gilt", "gelten"}:
        return True
    if words[first] in names.subordinators - WITHOUT and first < hit.start:
        return False
    if words[first] == "bis" and words[first + 1] in names.determiners - names.prepositions:
        return False  # bis die neuen Mitglieder berufen sind
    if hit.end - hit.start == 1 and hit.start > first and not passage.text[passage.offsets[hit.start]].islower():
        return False  # a noun: die Regeln, beside regeln
    return not (ends and hit.start > first + 1 and _in_subordinate(passage, names, span.start, floor))


def _in_subordinate(passage: Passage, names: Words, start: int, floor: int) -> bool:
    """Whether a clause whose verb comes last was opened before: by a subordinator, or after a comma by a relative."""
    words = passage.words
    start = next((i for i in range(floor - 1, start, -1) if words[i] == ";"), start)
    for i in range(start, floor + 1):
        if i > start and not is_break(passage, i - 1):
            continue
        governed = words[i] in names.prepositions and bool(names.relatives & {*words[i + 1 : i + 2]})
        relative = governed or (words[i] in names.relatives and words[i - 1] != ";")
        if words[i] in names.subordinators or (i > start and relative):
            return True
    return False
