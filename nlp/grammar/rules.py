"""Read the lexicon of a language: what announces a norm, who bears it, and the small words of its grammar."""

from functools import cache
from pathlib import Path

import msgspec

from crawlers.facts import convert, load
from crawlers.matter import Struct

FOLDER = Path(__file__).parents[1] / "lexicon"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt")


class Rule(Struct, frozen=True, kw_only=True):
    """Phrases that make a clause say something; `hits` and `misses` are sentences that show where the rule holds.

    A phrase may offer choices: (is|are) (|hereby) repealed. `then` names words (or @classes of words) one of which must follow in the same clause, `without` words that must
    not; `opens` holds the rule to the beginning of a clause, `first` to the first verb of its sentence, `near` to words
    that no subordinate clause comes before, `clause` to those before the next one; a `weak` rule counts only where no other does.
    An `item` rule speaks of a verb that an item of a list begins with: 3. ist Lotse, wer …
    Verbs of a `things` rule define things but command people: a deposit constitutes …, the provider shall constitute …. `says` is a modality, `may`
    (a power or a permission, by bearer), `claim` (a power or a right), `liable` (of a host, the condition of a safe
    harbour; else an obligation), `same` (what the sentence before said, of others too), `none` (the clause states no
    norm) or `skip` (the words only look like a trigger). `reach` is how many words after the phrase `then` and `without` look at, where not the usual many.
    """

    id: str
    says: str
    phrases: tuple[str, ...]
    then: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    opens: bool = False
    weak: bool = False
    first: bool = False
    near: bool = False
    clause: bool = False
    things: bool = False
    item: bool = False
    reach: int = 0
    hits: tuple[str, ...]
    misses: tuple[str, ...] = ()


class Role(Struct, frozen=True, kw_only=True):
    """Nouns for one class of bearer, matched by stem. `vague` ones are hosts only where the law is about hosts.

    `endings` match the last part of a compound word (Landesmedienanstalt by -anstalt). `again` nouns (these persons) may
    stand for the hosts that the sentences before spoke of.
    """

    id: str
    bearer: str
    phrases: tuple[str, ...]
    endings: tuple[str, ...] = ()
    vague: bool = False
    again: bool = False
    hits: tuple[str, ...]
    misses: tuple[str, ...] = ()


class Grammar(Struct, frozen=True, kw_only=True):
    """The closed word classes a clause is read by; `classes` name expressions over one lower-case word, for `then: [@name]`.

    `openers` are phrases that open a subordinate clause at the beginning of a sentence, as a subordinator does.
    `ensure` are verbs by which a state sees to what others do. `passive` verbs with a participle among `addressed` have
    a subject that is told, heard or given something: it bears nothing. `instruments` name the law, its parts and its aims: what these shall do binds nobody.
    `official` things are made by authorities: what an order must say binds whoever makes it.
    `oblique` articles stand before objects, never before a subject: den Nutzer, dem Anbieter.
    `saying` verbs have a “that” of what is said, `running` ones name what a person runs (who operates a platform; beside `online` words even a service of no named kind is a host's), `asked` ones make of a passive a power of who asks, `temporal` words
    open a clause or a few words without a verb. `whoever` words open a sentence about anybody at all: el que …. `asking` verbs are what one may do to have something of somebody. `remedies` are brought by whoever is concerned, and so are `suits` where a word of `bringing` follows; words that begin as `granting` ones do tell what only offices do (revoked, appointed); `paid` shows that a fee binds him who owes it.
    Words that begin as `carriers` do tell that the providers beside them carry calls and host nothing. Before `qualified` words “as” opens no clause: as referred to in; nor does the second of the `adding` words: ainsi que, así como. What `enacted` texts may do, whoever makes them may.
    Nouns that end as `feminine` ones do are no subject after the German article der.
    Of `sums`, words that hold one of `exceed` say a limit, which binds whoever sets it; `only` opens a condition; words that begin as
    `freed` ones do tell whom an exemption frees of liability. `pointing` words before a noun mean what the sentence before spoke of.
    `holding` words tell that a list says what a thing holds: include in the report the following.
    `cases` are subordinators after which only the case stands in which a command holds.
    `addressees` are hosts where an article headed by them says that something is `addressing` a host, its `branches` are who stands for another: an establishment, a representative.
    `handled` things are in the hands of hosts: what must be done with them and nobody is named for, hosts do.
    `jailed` words tell of a penalty that no company can serve.
    `public` phrases say impersonally what only institutions do (regard shall be had to, shall be promoted).
    `decreed` phrases say in the passive what only institutions do: darf nicht verhängt werden.
    `noticing` verbs tell that the person who does so points out content, as users do.
    `latter` pronouns stand for whom the words before them named last: Celui-ci répond …, al Garante, il quale …
    `adverbs` (whole words, or -endings) may stand within any phrase of a rule: è [comunque] tenuto, será [siempre] exigible.
    `conjugation` gives, by the end of an infinitive, the forms of the third person in which it is said; the first end that fits counts.
    `particles` part from a German verb (aufspüren, aufzuspüren); `strong` gives the third person and the participle, without ge-, of irregular ones.
    `continuers` go on with what the clause before denied. `resuming` relatives after a comma open a norm of their own: …, quien deberá …
    """

    indicative: bool
    verb_second: bool = False
    subordinators: tuple[str, ...]
    openers: tuple[str, ...] = ()
    relatives: tuple[str, ...]
    coordinators: tuple[str, ...]
    determiners: tuple[str, ...]
    prepositions: tuple[str, ...]
    agents: tuple[str, ...]
    pronouns: tuple[str, ...]
    latter: tuple[str, ...] = ()
    verbs: tuple[str, ...]
    ensure: tuple[str, ...]
    passive: tuple[str, ...]
    addressed: tuple[str, ...]
    instruments: tuple[str, ...]
    official: tuple[str, ...]
    public: tuple[str, ...] = ()
    decreed: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    continuers: tuple[str, ...]
    resuming: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    noticing: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    temporal: tuple[str, ...] = ()
    whoever: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    granting: tuple[str, ...] = ()
    bringing: tuple[str, ...] = ()
    suits: tuple[str, ...] = ()
    paid: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    qualified: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    enacted: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    sums: tuple[str, ...]
    exceed: tuple[str, ...]
    only: tuple[str, ...]
    freed: tuple[str, ...]
    pointing: tuple[str, ...] = ()
    jailed: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    handled: tuple[str, ...] = ()
    abbreviations: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    addressing: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    conjugation: tuple[tuple[str, str], ...] = ()
    particles: tuple[str, ...] = ()
    strong: tuple[tuple[str, str], ...] = ()
    classes: dict[str, str] = msgspec.field(default_factory=dict)


class Lexicon(Struct, frozen=True, kw_only=True):
    language: str
    grammar: Grammar
    rules: tuple[Rule, ...]
    roles: tuple[Role, ...]


@cache
def lexicon(language: str) -> Lexicon:
    """Raises BadFacts naming file, entry and key."""
    path = FOLDER / f"{language}.yaml"
    return convert(load(path), Lexicon, path.name, language)
