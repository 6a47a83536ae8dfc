"""The pages that links in mails open, in the reader's language: one question with one button, or the settings."""

from babel.dates import get_day_names
from markupsafe import Markup

from crawlers.vocabulary import Duty, Topic
from dashboard.mail.speech import LANGUAGES, Speech
from dashboard.mail.subscriptions import Wishes
from dashboard.views.page import render
from index.lenses import lenses

PACES = (("weekly", "Once a week"), ("daily", "Once a day"), ("at_once", "As it happens"))
PROFILES = (("lawyers", "Lawyers"), ("editors", "People who edit"))


def question(say: Speech, title: str, button: str) -> Markup:
    return _page(say, title=title, button=button)


def answer(say: Speech, title: str, words: str) -> Markup:
    return _page(say, title=title, words=words)


def settings(say: Speech, title: str, wishes: Wishes) -> Markup:
    topics = [(str(topic), say.say(f"topic:{topic}")) for topic in Topic]
    duties = [(str(duty), say.say(f"duty:{duty}")) for duty in Duty if duty != Duty.OTHER]
    lists = (
        ("topics", "Topics (none: all)", topics, wishes.taste.topics),
        ("duties", "Duties (none: all)", duties, wishes.taste.duties),
        ("lenses", "Lenses", [(lens.id, lens.name) for lens in lenses()], wishes.lenses),
    )
    names = get_day_names("wide", context="stand-alone", locale=say.code)
    return _page(say, title=title, wishes=wishes, lists=lists, weekdays=[names[day] for day in range(7)])


def _page(say: Speech, **values: object) -> Markup:
    plain = {"words": "", "button": "", "wishes": None, "lists": (), "weekdays": ()}
    fixed = {"say": say.say, "language": say.code, "languages": LANGUAGES, "paces": PACES, "profiles": PROFILES}
    return render("mail_page.html", say.tongue, **(plain | fixed | values))
