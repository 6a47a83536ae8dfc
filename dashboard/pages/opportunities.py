"""Opportunities: where one may still be heard."""

from dashboard import doors
from dashboard.pages import chosen, draw, speaker
from dashboard.pages.by_hand import by_hand
from dashboard.pages.judging import judging
from dashboard.today import today
from dashboard.views.acting import opportunities as view
from dashboard.views.notices import heading
from dashboard.words.tongue import later

tongue = speaker()
fresh = doors.freshness(today(), tongue)
draw(
    heading(
        "Opportunities",
        "Where the Foundation or an affiliate may still be heard. Each date shows how it was worked out; the rule is named.",
        tongue,
        fresh,
    )
)
kind = chosen("kind", view.KINDS, tongue, later("Kind"))
cards = {card.id: card for card in doors.cards()}
found = doors.opportunities(today())
draw(view.page(view.chances(found, cards, kind, today(), tongue), fresh, kind, tongue))
judging([one for one in found if one.matter in cards], tongue)
by_hand(tongue)
