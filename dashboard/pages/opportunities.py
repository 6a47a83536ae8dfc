"""Opportunities: where one may still be heard."""

from dashboard import doors
from dashboard.pages import chosen, draw, speaker
from dashboard.today import today
from dashboard.views import opportunities as view
from dashboard.views.notices import heading

tongue = speaker()
fresh = doors.freshness(today(), tongue)
under = (
    "Where the Foundation or an affiliate may still be heard. Each date shows how it was worked out; the rule is named."
)
draw(heading("Opportunities", under, tongue, fresh))
kind = chosen("kind", view.KINDS, tongue, "Kind")
cards = {card.id: card for card in doors.cards()}
rows = view.chances(doors.opportunities(today()), cards, kind, today(), tongue)
draw(view.page(rows, fresh, kind, tongue))
