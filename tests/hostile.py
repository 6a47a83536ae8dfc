"""A matter whose every word was written by an enemy, for tests of all that draws or exports one."""

from msgspec.structs import replace

from crawlers.matter import Deadline, Event, Identifier, Link, Matter, Person, Provision, Text
from crawlers.vocabulary import Bearer, Duty, EventKind, LinkKind, Modality
from tests.made import law, norm

EVIL = "evil.example"
SCRIPT = f"<script>document.title='owned'</script><img src=https://{EVIL}/x onerror=alert(1)><svg onload=alert(2)>"
FORM = (
    f"<form action=https://{EVIL}/><input name=q></form><style>*{{display:none}}</style><iframe src=//{EVIL}></iframe>"
)
UNSEEN = "\u202egnp.exe\u202c\u200b\u2066\u00ad\ufeff\U000e0041"
FORMULA = '=HYPERLINK("https://evil.example","x")'
WIKI = "|}}]] {{delete}} [[File:X.png]] <nowiki> ''' {| __NOINDEX__ [https://evil.example x] ~~~~ <ref>"
WORD = "Donaudampfschifffahrt" * 50_000  # a word of one megabyte
WORDS = f"{FORMULA} {SCRIPT} {FORM} {UNSEEN} {WIKI}"
QUOTE = f"A host shall obey {SCRIPT} within 24 hours"
ID = "uk/bill/66"


def matter() -> Matter:
    text = f"{QUOTE}. {WORDS} {WORD}"
    units = (
        Provision(id="sec_1", number=f"1 {SCRIPT}", heading=WORDS, text=text),
        Provision(id="sec_2", number=FORMULA, heading=WORD, text=WORD),
    )
    at = QUOTE.index("within 24 hours")
    limit = Deadline(text="within 24 hours", start=at, end=len(QUOTE), duration="PT24H")
    tagged = norm(
        "t.en",
        "sec_1",
        QUOTE,
        text,
        Modality.OBLIGATION,
        bearer=Bearer.HOST,
        duty=Duty.REMOVAL_TIMEFRAME,
        host_duty=True,
        bearer_text=SCRIPT,
        action=WORDS,
    )
    base = law(id=ID, jurisdiction="uk", source="uk-legislation")
    return replace(
        base,
        title=WORDS,
        title_native=WORDS,
        url=f"javascript:alert('{EVIL}')",
        source_status=SCRIPT,
        note=WORDS,
        summary=f"{WORDS} {WORD}",
        identifiers=(Identifier(scheme="printed", value=f"{FORMULA} {SCRIPT}"),),
        people=(Person(name=WORDS, role=SCRIPT),),
        links=(Link(kind=LinkKind.AMENDS, target=SCRIPT),),
        texts=(Text(id="t.en", label=SCRIPT, title=WORDS, date="2026-03-01", language="en", provisions=units),),
        norms=(replace(tagged, deadline=limit),),
        events=(
            Event(
                date="2026-12-01",
                kind=EventKind.HEARING,
                label=WORDS,
                url=f"data:text/html,{SCRIPT}",
                zone="Europe/London",
            ),
            Event(
                date="2026-12-04", kind=EventKind.COMMENT_CLOSES, label=WORD, url=f"https://{EVIL}@gov.example/{SCRIPT}"
            ),
        ),
        topics=(),
    )
