"""The pages that links in mails open, in the reader's language: one question with one button, or the settings."""

from babel.dates import get_day_names
from markupsafe import Markup

from crawlers.vocabulary import Duty, Topic
from dashboard.digest.speech import LANGUAGES
from dashboard.mail.subscriptions import Wishes
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary
from index.lenses import lenses

PACES = (("weekly", later("Once a week")), ("daily", later("Once a day")), ("at_once", later("As it happens")))
PROFILES = (("lawyers", later("Lawyers")), ("editors", later("People who edit")))


def question(say: Tongue, title: str, button: str) -> Markup:
    return _page(say, title=title, button=button)


def answer(say: Tongue, title: str, words: str) -> Markup:
    return _page(say, title=title, words=words)


def settings(say: Tongue, title: str, wishes: Wishes) -> Markup:
    topics = [(str(topic), say.say(vocabulary().topic[topic])) for topic in Topic]
    duties = [(str(duty), say.say(vocabulary().duty[duty])) for duty in Duty if duty != Duty.OTHER]
    lists = (
        ("topics", later("Topics (none: all)"), topics, wishes.taste.topics),
        ("duties", later("Duties (none: all)"), duties, wishes.taste.duties),
        ("lenses", later("Lenses"), [(lens.id, say.say(lens.name)) for lens in lenses()], wishes.lenses),
    )
    names = get_day_names("wide", context="stand-alone", locale=say.code)
    return _page(say, title=title, wishes=wishes, lists=lists, weekdays=[names[day] for day in range(7)])


def _page(say: Tongue, **values: object) -> Markup:
    plain = {"words": "", "button": "", "wishes": None, "lists": (), "weekdays": ()}
    fixed = {"say": say.say, "language": say.code, "languages": LANGUAGES, "paces": PACES, "profiles": PROFILES}
    return render("mail_page.html", say, **(plain | fixed | values))
