"""Names of languages as sources write them (eng, FRA, an authority's address) as BCP 47 codes."""

_CODES = {
    "afr": "af", "ara": "ar", "bel": "be", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "cym": "cy",
    "wel": "cy", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el", "eng": "en", "est": "et",
    "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "gla": "gd", "glg": "gl",
    "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ind": "id", "isl": "is", "ita": "it", "jpn": "ja",
    "kat": "ka", "kor": "ko", "lav": "lv", "lit": "lt", "ltz": "lb", "mkd": "mk", "mlt": "mt", "mri": "mi",
    "msa": "ms", "nep": "ne", "nld": "nl", "dut": "nl", "nor": "no", "nob": "nb", "nno": "nn", "pol": "pl",
    "por": "pt", "roh": "rm", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "sme": "se",
    "sot": "st", "spa": "es", "esp": "es", "sqi": "sq", "srp": "sr", "ssw": "ss", "swa": "sw", "swe": "sv",
    "tha": "th", "tsn": "tn", "tso": "ts", "tur": "tr", "ukr": "uk", "urd": "ur", "ven": "ve", "vie": "vi",
    "xho": "xh", "zho": "zh", "zul": "zu",
}  # fmt: skip


def code(word: str) -> str:
    """Two letters where there are two, else the three of ISO 639, else as written; empty stays empty."""
    name = word.rstrip("/#").rpartition("/")[2].strip().lower()
    return _CODES.get(name, name)
