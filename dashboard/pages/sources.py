"""Sources: how each one is, what may be missing, and how good the tags are."""

from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.today import today
from dashboard.views import sources as view

draw(view.page(doors.sources(), today(), speaker()))
