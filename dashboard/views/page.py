"""Templates to HTML, in one language: every value is cleaned and escaped, a name that is not there is an error."""

from functools import cache, partial

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from crawlers import ids
from dashboard.views import labels, text
from dashboard.words.tongue import Tongue, direction, tag, tongue
from dashboard.words.vocabulary import vocabulary


class Once(BytecodeCache):
    """A template is compiled once a process, whatever the languages: they differ in what it calls, not in its code."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if known := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


ONCE = Once()


@cache
def environment(language: str) -> Environment:
    """Made once per language."""
    speaker = tongue(language)
    made = Environment(
        loader=PackageLoader("dashboard"),
        autoescape=True,
        finalize=text.clean,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=ONCE,
    )
    made.install_gettext_translations(speaker.catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(tongue=speaker, book=vocabulary(), direction=direction, ngettext=partial(_counted, speaker))
    made.filters.update(
        say=speaker.say,
        fact=partial(fact, speaker=speaker),
        web=text.web,
        short=text.short,
        line=text.line,
        called=labels.called,
        tag=tag,
        number=speaker.number,
        happened=lambda kind: speaker.say(vocabulary().event.get(kind, kind.replace("_", " "))),
        path=ids.to_path,
        query=ids.to_query,
    )
    return made


def _counted(speaker: Tongue, one: str, many: str, num: int, **values: object) -> Markup:
    """The form that goes with the number, which is written as the language writes numbers."""
    said = Markup(speaker.catalogue.ngettext(one, many, num))  # noqa: S704 -- words of ours; the values are escaped
    return said % {"num": speaker.number(num), **values}


def fact(words: str, speaker: Tongue) -> str:
    """Words of our files of facts and of the clock: said where the catalogue has them, else marked as English."""
    plain = str(text.clean(words))
    return (
        speaker.say(plain) if not plain or speaker.knows(plain) else Markup('<span lang="en">{}</span>').format(plain)
    )


def render(template: str, speaker: Tongue, **values: object) -> Markup:
    """The template filled in. Safe to put into a page, since all that is not ours was escaped."""
    return Markup(environment(speaker.code).get_template(template).render(**values))  # noqa: S704
