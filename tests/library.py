"""A made library of matters in six languages, the same each time, for tests of records and search."""

import random
from datetime import date

from msgspec.structs import replace

from crawlers.matter import Event, Evidence, Identifier, Matter, Norm, Person, Provision, Text, TopicTag
from crawlers.vocabulary import Bearer, Duty, EventKind, Kind, Modality, Origin, Status, Topic

TODAY = date(2026, 6, 1)
SENTENCES = {
    "en": [
        "Every hosting service shall remove a listed item within 24 hours of an order.",
        "The operator shall publish a transparency report once a year.",
        "Nobody may be asked to monitor everything that readers write down.",
        "A member of the reading club may appeal against a decision of the librarian.",
        "Age checks are not needed for an encyclopaedia written by volunteers.",
        "Access to the archive may be limited for copyright reasons.",
    ],
    "de": [
        "Der Anbieter muss gelistete Inhalte innerhalb von 24 Stunden entfernen.",
        "Der Betreiber veröffentlicht jährlich einen Transparenzbericht.",
        "Eine Löschpflicht besteht nicht für freie Enzyklopädien.",
        "Gegen die Entscheidung ist eine Beschwerde zulässig.",
        "Das Urheberrecht bleibt unberührt, ebenso die Panoramafreiheit.",
    ],
    "fr": [
        "L'hébergeur retire les contenus signalés dans un délai de 24 heures.",
        "L'exploitant publie chaque année un rapport de transparence.",
        "La liberté d'expression des bibliothèques est protégée.",
        "Le droit d'auteur n'empêche pas la lecture à voix haute.",
    ],
    "es": [
        "El prestador retirará el contenido señalado en un plazo de 24 horas.",
        "El operador publicará un informe de transparencia cada año.",
        "La libertad de expresión de los lectores está protegida.",
    ],
    "it": [
        "Il prestatore rimuove il contenuto segnalato entro 24 ore.",
        "La libertà di espressione dei lettori è tutelata.",
        "L'accesso agli archivi è libero e gratuito.",
    ],
    "pt": [
        "O provedor deve remover o conteúdo indicado em 24 horas.",
        "A liberdade de expressão dos leitores é protegida.",
        "A proteção de dados pessoais aplica-se às bibliotecas.",
    ],
}
SUBJECTS = ("Reading Rooms", "Lending", "Open Archives", "Library Safety", "Catalogues", "Public Readings")
PLACES = {
    "en": ("uk", "us", "ca"),
    "de": ("de", "at"),
    "fr": ("fr", "lu"),
    "es": ("es",),
    "it": ("it",),
    "pt": ("pt", "br"),
}
STATUSES = (Status.IN_FORCE, Status.COMMITTEE, Status.REPEALED, Status.PENDING, Status.PROPOSED)


def library(size: int = 120) -> list[Matter]:
    chance = random.Random(7)
    return [_matter(number, chance) for number in range(size)]


def _matter(number: int, chance: random.Random) -> Matter:
    language = list(SENTENCES)[number % len(SENTENCES)]
    day = date.fromordinal(date(2015, 1, 1).toordinal() + number * 31)
    place = chance.choice(PLACES[language])
    text = _text(language, day, chance)
    return Matter(
        id=f"{place}/bill/{number // 10}/L-{number}",
        source=f"{place}-bills",
        jurisdiction=place,
        kind=chance.choice([Kind.BILL, Kind.ACT, Kind.CASE]),
        title=f"{SUBJECTS[number % len(SUBJECTS)]} Act {number} (LA{number})",
        language=language,
        status=chance.choice(STATUSES),
        published=day.isoformat(),
        events=(Event(date=day.isoformat(), kind=EventKind.INTRODUCED, label="First reading"),),
        texts=(text,),
        people=(Person(name=chance.choice(["Ada Reed", "Bo Quill"]), role="sponsor"),),
        identifiers=(Identifier(scheme="printed", value=f"L-{number}"),),
        norms=tuple(_norms(text)),
        topics=(TopicTag(topic=chance.choice([Topic.COPYRIGHT_OPEN, Topic.CHILD_SAFETY_AGE])),),
    )


def _text(language: str, day: date, chance: random.Random) -> Text:
    provisions = [
        Provision(
            id=f"art_{place}",
            number=f"Article {place}",
            heading=chance.choice(["Scope", "Duties", "Rights"]),
            text=" ".join(chance.sample(SENTENCES[language], 2)),
        )
        for place in range(1, 4 + chance.randrange(4))
    ]
    return Text(id=f"{day}.{language}", date=day.isoformat(), language=language, provisions=tuple(provisions))


def _norms(text: Text) -> list[Norm]:
    return [norm(text.id, provision) for provision in text.provisions if "24" in provision.text]


def norm(text: str, provision: Provision) -> Norm:
    """A duty to remove within the time that the provision names."""
    start = provision.text.index("24") if "24" in provision.text else 0
    evidence = Evidence(start=start, end=start + 2, label="time", origin=Origin.RULE, rule="made.01", version="1")
    return Norm(
        text=text,
        provision=provision.id,
        modality=Modality.OBLIGATION,
        bearer=Bearer.HOST,
        start=start,
        end=start + 2,
        quote=provision.text[start : start + 2],
        evidence=(evidence,),
        host_duty=True,
        duty=Duty.REMOVAL_TIMEFRAME,
    )


def act(id: str, language: str, title: str, text: str = "") -> Matter:
    """An act of one section, of the place its id begins with; without words only its title is held."""
    provisions = (Provision(id="sec_1", text=text),) if text else ()
    return replace(
        library(1)[0],
        id=id,
        jurisdiction=id.partition("/")[0],
        language=language,
        title=title,
        title_native="",
        texts=(Text(id="t", language=language, provisions=provisions),),
    )
