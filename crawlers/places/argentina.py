"""Names of Argentine norms: laws are counted through, decrees begin again each year, others bear InfoLEG's own number."""

from crawlers import ids

_SERIES = {"Ley": "ley", "Decreto": "decreto", "Decreto/Ley": "decreto-ley"}


def named(form: str, number: str, signed: str, own: str) -> tuple[str, tuple[str, ...]]:
    """Id and aliases of a norm of this form, signed on this day."""
    infoleg, series = f"ar/infoleg/{ids.part(own)}", _SERIES.get(form)
    if not series or not number.isdigit() or (series == "decreto" and not signed):
        return infoleg, ()
    return f"ar/{series}/{f'{signed[:4]}-' if series == 'decreto' else ''}{number}", (infoleg,)
