"""A collection made from recorded laws, of any size, the same each time; kept in files so that nothing of it is held."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from crawlers.matter import Event, Evidence, Matter, Norm, Provision, Relevance, Text, TopicTag
from crawlers.vocabulary import Bearer, Duty, EventKind, Kind, Modality, Origin, Status, Topic
from index import units
from index.unit import Unit

TODAY = date(2026, 6, 1)
PER_MATTER, SAMPLED = 50, 20_000
FOLDERS = {"de-gii": "de/gesetze-im-internet", "ca-bills": "ca/parl-bill-xml", "eu-eur-lex": "eu/eur-lex"}
Read = TypeVar("Read", Matter, Unit)


class Collection:
    """As matters, as our rebuild reads them, and as the units that we make of them, which the bare engines get ready made."""

    def __init__(self, folder: Path, size: int) -> None:
        self.files = {kind: folder / f"{kind.__name__}.jsonl" for kind in (Matter, Unit)}
        self.sampled: Counter[str] = Counter()
        self.seen, self.every = 0, max(1, size // SAMPLED)
        encode = msgspec.json.Encoder().encode
        with self.files[Matter].open("wb") as matter_file, self.files[Unit].open("wb") as unit_file:
            for matter in matters(size):
                matter_file.write(encode(matter) + b"\n")
                unit_file.writelines(encode(unit) + b"\n" for unit in self._sampled(units.units(matter, TODAY)))

    def _sampled(self, made: Iterable[Unit]) -> Iterator[Unit]:
        for unit in made:
            self.seen += 1
            if self.seen % self.every == 0:
                self.sampled.update(set(unit.exact.split()))
            yield unit

    def read(self, kind: type[Read]) -> Iterator[Read]:
        decode = msgspec.json.Decoder(kind).decode
        with self.files[kind].open("rb") as lines:
            yield from map(decode, lines)

    def bands(self, pages: int) -> dict[str, list[str]]:
        """So many words, in more than 15 % of the units, in 0.3 to 3 %, and in fewer."""
        known = [
            (word, count * self.every / self.seen)
            for word, count in self.sampled.most_common()
            if word.isalpha() and len(word) > 3
        ]
        chosen = {
            "high": [word for word, share in known if share > 0.15],
            "mid": [word for word, share in known if 0.003 < share < 0.03],
            "low": [word for word, share in known if 0.0003 < share < 0.001],
        }
        return {band: _spread(held, pages) for band, held in chosen.items() if held}


def _spread(held: list[str], wanted: int) -> list[str]:
    """Evenly over the list, or the list over and over."""
    return [held[at * len(held) // wanted] if len(held) > wanted else held[at % len(held)] for at in range(wanted)]


def words() -> list[tuple[str, str]]:
    """Language and text of the provisions of recorded laws; of the made library where there are none."""
    from crawlers import imports
    from crawlers.sources import watched
    from tests.library import library
    from tests.shared import CORPUS

    known = watched().sources
    found = [
        matter
        for source, folder in FOLDERS.items()
        if source in known and (CORPUS / folder).exists()
        for outcome in imports.outcomes(known[source], [CORPUS / folder])
        for matter in outcome.matters
    ]
    texts = (text for matter in found or library() for text in matter.texts)
    return [(text.language, one.text) for text in texts for one in text.provisions if len(one.text) > 80]


def matters(size: int) -> Iterator[Matter]:
    """Sentences glued anew, with dates, places, statuses, topics and duties spread as in a real collection."""
    chance, pool = random.Random(1), words()
    by_language: dict[str, list[str]] = {}
    for language, text in pool:
        by_language.setdefault(language, []).append(text)
    languages = [language for language, _ in pool]
    for number in range(size // PER_MATTER):
        yield _matter(number, chance, chance.choice(languages), by_language)


def _matter(number: int, chance: random.Random, language: str, by_language: dict[str, list[str]]) -> Matter:
    day = date.fromordinal(date(1995, 1, 1).toordinal() + chance.randrange(11_400)).isoformat()
    place = f"p{number % 33}"
    provisions = tuple(
        Provision(id=f"art_{n}", number=f"Article {n}", text=_glued(chance, by_language[language]))
        for n in range(PER_MATTER - 1)
    )
    text = Text(id=f"{day}.{language}", date=day, language=language, provisions=provisions)
    return Matter(
        id=f"{place}/act/{number}",
        source=f"{place}-laws",
        jurisdiction=place,
        kind=chance.choice(list(Kind)),
        title=f"Act {number} on {provisions[0].text[:60]}",
        language=language,
        status=chance.choice(list(Status)[:9]),
        published=day,
        events=(Event(date=day, kind=EventKind.ENACTED),),
        texts=(text,),
        norms=tuple(_norm(text, one, chance) for one in chance.sample(provisions, 4)),
        topics=tuple(TopicTag(topic=topic) for topic in chance.sample(list(Topic), chance.randrange(4))),
        relevance=Relevance(score=round(chance.random(), 3)),
    )


def _glued(chance: random.Random, pool: list[str]) -> str:
    return " ".join(chance.choice(pool)[:400] for _ in range(3))


def _norm(text: Text, provision: Provision, chance: random.Random) -> Norm:
    evidence = Evidence(start=0, end=3, label="made", origin=Origin.RULE, rule="made", version="1")
    return Norm(
        text=text.id,
        provision=provision.id,
        modality=Modality.OBLIGATION,
        bearer=Bearer.HOST,
        start=0,
        end=3,
        quote=provision.text[:3],
        evidence=(evidence,),
        duty=chance.choice(list(Duty)),
    )
