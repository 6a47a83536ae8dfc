"""How the lines of a law begin that are headings, numbered paragraphs or points, in some twenty languages."""

import re

NUMBER = r"(?:[IVXLCDM]+(?![a-zà-ž])|\d+(?:[.\-]\d+)*\s?(?:\.?[º°ª]|er|ère|o\b|a\b)?|[A-Z](?![A-Za-zÀ-ž]))"
AFTER = r"(?:[ \-.]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b|-?[A-Z]\b){0,2}"
WORD = (
    r"(?:unic[oa]|únic[oa]|unique|prim\w+|premi\w+|second\w*|segon\w*|segund\w*|deuxi\w+|terc\w+|terç\w+|troisi\w+|"
    r"quart\w*|cuart\w*|quint\w*|sext\w*|sisè\w*|s[èée]ptim\w*|octav\w*|nove\w*|undécim\w*|duodécim\w*|decimo\w+|"
    r"(?:d[ée]cim|(?:vi|tri|cuadra|quadra|quincua|quinqua)g[ée]sim)\w*(?:\s(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven)\w*)?|preliminar|"
    r"préliminaire|I-ul|first|second|third)"
)
CONTAINERS = (
    ("bok", r"libro|livre|livro|llibre|buch|kniha|book|cartea"),
    ("prt", r"part|parte|partie|teil|deel|partea|część|časť|část|pars|dal[iī]s"),
    ("tit", r"título|titulo|titre|titel|títol|titolo|titlul|hlava|dział"),
    ("chp", r"capítulo|capitulo|chapitre|capo|capitolo|capítol|capitolul|chapter|bab|kapitel|rozdział|hoofdstuk|kapitola"),
    ("sec", r"sección|seccion|section|secció|secţiunea|secțiunea|sezione|abschnitt|oddział|oddiel|afdeling|seção|secção|paragraaf"),
    ("annex", r"anexo|annexe|annex|anexa|allegato|anlage|bijlage|załącznik|príloha|příloha|schedule|pielikums"),
)  # fmt: skip
RANKS = {kind: rank for rank, (kind, _) in enumerate(CONTAINERS)} | {
    "annex": 0,
    "trans": 0,
    "art": 6,
    "par": 7,
    "pnt": 8,
}
CONTAINER = re.compile(
    "^(?:" + "|".join(rf"(?P<{kind}>(?:{words}))" for kind, words in CONTAINERS) + ")"
    rf"\s+(?P<number>{NUMBER}{AFTER}|{WORD})(?P<rest>(?:\s*[.:–—|\-]+\s*|\s+|$).*)$",
    re.IGNORECASE,
)
TURNED = re.compile(
    r"^(?P<number>[IVXLCDM]+|\d+)\.?\s+(?P<word>nodaļa|sadaļa|daļa|luku|osa|kapitel)\b\s*(?P<rest>.*)$", re.IGNORECASE
)
TURNED_KINDS = {"nodaļa": "chp", "sadaļa": "tit", "daļa": "prt", "luku": "chp", "osa": "prt", "kapitel": "chp"}
ARTICLE = re.compile(
    rf"^(?P<number>(?:art(?:[íiy]?cul\w*|icol[aoul]*|icle|igo|ikel|ykuł|\.)\s*|čl(?:ánek|ánok|\.)\s*|pasal\s+|§{{1,2}}\s*|disposición\s+(?:\w+\s+)?)"
    rf"(?:{NUMBER}{AFTER}|{WORD})(?:\s+transitori[oa]\b)?|disposición\s+(?:adicional|transitoria|derogatoria|final)(?=\s*\.?\s*$))"
    r"(?P<rest>(?:\s*[.:–—\-°º]+\s*|\s+|$).*)$",
    re.IGNORECASE | re.DOTALL,
)
ORDINAL = re.compile(rf"^(?P<number>{WORD})(?P<rest>\s*[.:–—\-]+\s.*)$", re.IGNORECASE | re.DOTALL)
TRANSITIONAL = re.compile(
    r"^(?:(?:art[íi]culos|disposiciones|normas|disposições|disposicions|dispozi[țţ]ii) )?(?:finales y |finais e )?"
    r"(?:transit[oó]ri[oa]s|tranzitorii|transitòries)(?: y finales| e finais|(?: și|şi)? finale)?[.:]?$"
    r"|^pārejas noteikumi$|^(?:dispositions|bepalingen) transitoires$|^przepisy przejściowe.{0,30}$",
    re.IGNORECASE,
)
NAMED = re.compile(rf"(?:art\w*\.?\s+)?((?!I-ul){WORD})", re.IGNORECASE)
TRANSITIONAL_ARTICLE = re.compile(r"(?i)\s+transitori[oa]$")
PANTS = re.compile(r"^(?P<number>\d+(?:\.\d+)*\.?[¹²³⁰⁴-⁹]*\s+pants)\.?(?P<rest>\s.*|)$", re.DOTALL)
SECTIONS = (
    re.compile(r"^(?P<heading>[^|]{3,200}) \| (?P<number>\d{1,4}[A-Z]{0,2})\.[—–-](?P<rest>.+)$", re.DOTALL),
    re.compile(
        r"^(?P<number>\d{1,4}[A-Z]{0,2}[¹²³⁰⁴-⁹]*)\s?[.—](?:\s?\|)?[—–-]?(?P<rest>\s*(?!\d+\.)\S.*)$", re.DOTALL
    ),
    re.compile(r"^(?P<number>\d{1,3}[A-Z]?)(?P<rest> [A-Z][^.;:]{2,110})$"),
)  # a heading in the margin; a number and a dot; a number and a heading
PARAGRAPH = re.compile(r"^(?P<number>\(\d+[a-z]?\)|§\s?\d+\s?(?:[º°o]|er)?(?:-[A-Z]|bis|ter)?\.?|\d+[º°]?(?:bis)?\s?[.)]-?|\d{1,2} [-–—]|(?i:Par[áa]grafo)(?: (?i:único|transit[oó]rio|primer[oa]|segund[oa]|tercer[oa]|\d+[ºo°]?))?\.?(?=[\s:.–—-])[:.–—-]*)\s+(?P<rest>\S.*)$", re.DOTALL)  # fmt: skip
POINT = re.compile(r"^(?P<number>\(?[a-zñ]{1,2}\)|\(?[ivx]+\)|[IVXL]+\s?[-–—.)]|[•–—-])\s+(?P<rest>\S.*)$", re.DOTALL)
TRIM = " .:–—-|°º\t"
