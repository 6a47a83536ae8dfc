"""Laws and regulations of Taiwan (Ministry of Justice): XML with Chinese element names, in Chinese and in English, and the weekly JSON."""

from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, dates, fields
from crawlers.places import taiwan
from crawlers.record import events, record, worded
from crawlers.texts import moj_law
from crawlers.vocabulary import EventKind

VERSION = 3


def parse(response: Response, source: Source) -> Finds:
    laws = moj_law.laws(response)
    if not laws:
        raise Unreadable("the file holds no law of the Ministry of Justice: it has no 法規 with 法規網址, no Laws")
    yield from fields.each(laws, _law)


def _law(law: Element) -> Matter:
    said = moj_law.facts(law)
    address, code = said["法規網址"], taiwan.code(said["法規網址"])
    english = law.find("中文法規名稱") is not None or "/Eng/" in address
    native = said["中文法規名稱"] or said["法規名稱"]
    changed = dates.iso(said["最新英文異動日期"] or said["最新異動日期"])
    repealed, form, language = said["廢止註記"] == "廢", said["法規性質"], "en" if english else "zh-Hant"
    history = taiwan.history(law.findtext("沿革內容") or "")
    if not any(day == changed for day, *_ in history):
        history.append((changed, EventKind.REPEALED if repealed else EventKind.AMENDED))
    return record(
        id=f"tw/law/{code}",
        kind=taiwan.kind(form),
        instrument=form,
        title=said["英文法規名稱"] if english else native,
        title_native=native,
        language=language,
        status=taiwan.status(repealed, said["生效日期"], history),
        source_status=said["廢止註記"] or taiwan.line(law.findtext("生效內容") or ""),
        status_as_of=changed,
        url=address,
        events=events(*history, (taiwan.starts(said["生效日期"]), EventKind.IN_FORCE)),
        texts=(
            *worded(language, changed, moj_law.units(law), "application/xml"),
            *moj_law.files(law, language, changed),
        ),
    )
