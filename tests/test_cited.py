"""Citations to copy are those of the manuals: Bluebook and OSCOLA, and the identifiers that officials gave."""

from datetime import date

import pytest
from msgspec.structs import replace

from crawlers.matter import Event, Identifier, Matter, Text
from crawlers.vocabulary import EventKind, Kind, Status
from dashboard.views.evidence.citation import cite
from tests.made import law

TODAY = date(2026, 11, 25)


def matter(
    id: str, kind: Kind, title: str, *numbers: str, decided: str = "", published: str = "", url: str = ""
) -> Matter:
    events = (Event(date=decided, kind=EventKind.DECIDED, url=url),) if decided else ()
    marks = tuple(Identifier(scheme="oj" if number.startswith("L/") else "printed", value=number) for number in numbers)
    status = Status.DECIDED if decided else Status.PENDING
    place = id.partition("/")[0]
    return law(
        id=id,
        jurisdiction=place,
        kind=kind,
        title=title,
        identifiers=marks,
        events=events,
        status=status,
        status_as_of=decided,
        published=published,
        url=url,
    )


CASE, BILL, ACT, RULE = Kind.CASE, Kind.BILL, Kind.ACT, Kind.REGULATION
MADE = [
    (
        matter("us/bill/119/hr/77", BILL, "Lamp Act", published="2025-02-03"),
        "Lamp Act, H.R. 77, 119th Cong. (2025).",
        "Lamp Act, HR 77, 119th Cong (2025) (US)",
    ),
    (
        matter("us/plaw/113/44", ACT, "Lamp Act", "127 Stat. 555", published="2013-10-10"),
        "Lamp Act, Pub. L. No. 113-44, 127 Stat. 555 (2013).",
        "Lamp Act, Pub L No 113–44, 127 Stat 555 (2013) (US)",
    ),
    (matter("us/usc/17/512", ACT, "Lamps"), "17 U.S.C. § 512.", "17 USC § 512 (US)"),
    (
        matter("us/fr/2025-04-22/1", RULE, "Lamp Rule", "90 FR 16918", "16 CFR Part 312", published="2025-04-22"),
        "Lamp Rule, 90 Fed. Reg. 16,918 (Apr. 22, 2025) (to be codified at 16 C.F.R. pt. 312).",
        "Lamp Rule, 90 Fed Reg 16918 (22 April 2025) (US)",
    ),
    (
        matter("us/scotus/18-1", CASE, "Ash v Oak", "590 U.S. 255", decided="2020-04-27"),
        "Ash v. Oak, 590 U.S. 255 (2020).",
        "Ash v Oak 590 US 255 (2020)",
    ),
    (
        matter("us/cand/3:23-cv-1", CASE, "Ash v. Oak", "No. 3:23-cv-1", decided="2025-06-25"),
        "Ash v. Oak, No. 3:23-cv-1 (N.D. Cal. June 25, 2025).",
        "Ash v Oak No 3:23-cv-1 (ND Cal, 25 June 2025)",
    ),
    (
        matter("us/ca11/25-1", CASE, "Ash v. Oak", "No. 25-1"),
        "Ash v. Oak, No. 25-1 (11th Cir.).",
        "Ash v Oak No 25-1 (11th Cir)",
    ),
    (
        matter("us-ca/bill/20212022/AB2273", BILL, "Lamp Code"),
        "Lamp Code, A.B. 2273, 2021–2022 Sess. (Cal.).",
        "Lamp Code, AB 2273, 2021–2022 Sess (Cal) (US)",
    ),
    (matter("uk/ukpga/2013/26", ACT, "Lamps Act 2013"), "Lamps Act 2013, c. 26 (UK).", "Lamps Act 2013"),
    (
        matter("uk/uksi/2025/226", RULE, "The Lamps Regulations 2025"),
        "The Lamps Regulations 2025, SI 2025/226 (UK).",
        "The Lamps Regulations 2025, SI 2025/226",
    ),
    (
        matter("uk/ewhc/admin/2025/2", CASE, "Ash v. Oak", "[2025] EWHC 2 (Admin)", decided="2025-08-11"),
        "Ash v. Oak [2025] EWHC (Admin) 2 (Eng.).",
        "Ash v Oak [2025] EWHC 2 (Admin)",
    ),
    (
        matter(
            "eu/celex/32011R1319", RULE, "Commission Regulation (EU) No 1319/2011 on lamps, and oil", "L/2011/334/25"
        ),
        "Commission Regulation (EU) No 1319/2011 on lamps, and oil, 2011 O.J. (L 334) 25 (EU).",
        "Commission Regulation (EU) 1319/2011 on lamps, and oil [2011] OJ L334/25",
    ),
    (
        matter("eu/celex/62009CJ0324", CASE, "Ash v Oak", decided="2011-07-12"),
        "Case C-324/09, Ash v. Oak (July 12, 2011).",
        "Case C–324/09 Ash v Oak",
    ),
    (
        matter("coe/hudoc/11257-16", CASE, "Ash v. Hungary", "no. 11257/16", decided="2018-12-04"),
        "Ash v. Hungary, App. No. 11257/16 (Dec. 4, 2018).",
        "Ash v Hungary App no 11257/16 (ECtHR, 4 December 2018)",
    ),
    (
        matter("fr/cc/2020-801-DC", CASE, "Loi sur les lampes", decided="2020-06-18"),
        "Conseil constitutionnel [CC] decision No. 2020-801 DC, June 18, 2020 (Fr.).",
        "Conseil constitutionnel, decision no 2020-801 DC, 18 June 2020 (France)",
    ),
    (
        matter("ca/bill/45-1/C-216", BILL, "Lamp Act", published="2025-06-19"),
        "Bill C-216, Lamp Act, 1st Sess., 45th Parl., 2025 (Can.).",
        "Bill C-216, Lamp Act, 1st Sess, 45th Parl, 2025 (Canada)",
    ),
    (matter("au/frl/C2021A1", ACT, "Lamps Act 2021"), "Lamps Act 2021 (Cth) (Austl.).", "Lamps Act 2021 (Cth)"),
    (
        matter("us/scotus/26-7", CASE, "Oak, Inc., et al. v. Ann Ash, Individually and as Trustee", "No. 26-7"),
        "Oak, Inc. v. Ash, No. 26-7 (U.S.).",
        "Oak, Inc. v Ash No 26-7 (US)",
    ),
    (
        matter("us/comps/9", ACT, "LAMPS AND OIL ACT OF 1956", "Public Law 84–885, as amended", published="1956-08-01"),
        "Lamps and Oil Act of 1956, Pub. L. No. 84-885 (1956) (as amended).",
        "Lamps and Oil Act of 1956, Pub L No 84-885 (1956) (as amended) (US)",
    ),
    (matter("uk/ukpga/2022/44", ACT, ""), "2022, c. 44 (UK).", "2022 c 44"),
    (
        matter("uk/asp/2019/14", ACT, "Lamps (Scotland) Act 2019"),
        "Lamps (Scotland) Act 2019 (ASP 14).",
        "Lamps (Scotland) Act 2019 (asp 14)",
    ),
    (
        matter("uk/anaw/2014/4", ACT, "Lamps (Wales) Act 2014"),
        "Lamps (Wales) Act 2014, anaw 4 (Wales).",
        "Lamps (Wales) Act 2014 (anaw 4)",
    ),
    (
        matter(
            "eu/celex/52022PC0209",
            BILL,
            "Proposal for a REGULATION OF THE COUNCIL on lamps",
            "COM(2022) 209 final",
            published="2022-05-11",
        ),
        "Proposal for a Regulation of the Council on lamps, COM (2022) 209 final (May 11, 2022).",
        "Commission, ‘Proposal for a Regulation of the Council on lamps’ COM (2022) 209 final",
    ),
    (
        matter(
            "eu/celex/62023CC0538",
            CASE,
            "Opinion of Mr Ash of 1 May 2025.#Ash v Oak.#Lamps.#Case C-538/23.",
            decided="2025-05-01",
        ),
        "Case C-538/23, Ash v. Oak (May 1, 2025) (Opinion of Advocate General).",
        "Case C–538/23 Ash v Oak, Opinion of Advocate General",
    ),
    (
        matter(
            "eu/celex/62019CV0001(02)", CASE, "Gutachten des Gerichtshofs.#Rechtssache Avis 1/19", decided="2021-10-06"
        ),
        "Opinion 1/19 (Oct. 6, 2021).",
        "Opinion 1/19",
    ),
    (
        matter("de/bgh/i-zr-1-25", CASE, "Ash v Oak", "I ZR 1/25", decided="2026-02-03"),
        "Bundesgerichtshof [BGH] Feb. 3, 2026, I ZR 1/25 (Ger.).",
        "BGH, I ZR 1/25 (3 February 2026) (Germany)",
    ),
    (
        matter("ca/bill/35-1/C-72", BILL, "An Act respecting lamps", "S.C. 1995, c. 32"),
        "An Act respecting lamps, S.C. 1995, c. 32 (Can.).",
        "An Act respecting lamps, SC 1995, c 32 (Canada)",
    ),
    (
        replace(matter("fr/loi/2004-5", ACT, "Lamp Act", "Loi n° 2004-5"), title_native="Loi sur les lampes"),
        "Loi sur les lampes [Lamp Act], Loi n° 2004-5 (Fr.).",
        "Loi sur les lampes [Lamp Act], Loi n° 2004-5 (France)",
    ),
    (
        replace(
            matter("in/sc/0", CASE, "ASH & ORS. v. OAK AND OTHERS"),
            identifiers=(Identifier(scheme="docket", value="-"),),
        ),
        "ASH v. OAK (India).",
        "ASH v OAK (India)",
    ),
    (
        replace(matter("us/bill/118/s/1", BILL, "Lamp Act (2023)"), source="watchlist", texts=()),
        "Lamp Act, S. 1, 118th Cong.",
        "Lamp Act, S 1, 118th Cong (US)",
    ),
    (
        matter("br/lei/2014-1", ACT, "Lei das lâmpadas", "Lei nº 1/2014", url="https://law.example/1"),
        "Lei das lâmpadas, Lei nº 1/2014 (Braz.), https://law.example/1 (last visited Nov. 25, 2026).",
        "Lei das lâmpadas, Lei nº 1/2014 (Brazil) <https://law.example/1> accessed 25 November 2026",
    ),
    (
        matter("us/nyed/1:20-cv-1", CASE, "USA v. Oak et al", "No. 1:20-cv-1", decided="2025-06-25"),
        "United States v. Oak, No. 1:20-cv-1 (E.D.N.Y. June 25, 2025).",
        "United States v Oak No 1:20-cv-1 (EDNY, 25 June 2025)",
    ),
    (
        matter("us/mdb/20-1", CASE, "In re Oak", "No. 20-1", decided="2025-06-25"),
        "In re Oak, No. 20-1 (Bankr. D. Md. June 25, 2025).",
        "In re Oak No 20-1 (Bankr D Md, 25 June 2025)",
    ),
    (
        matter("us/tenncrimapp/M1", CASE, "STATE OF TENNESSEE v. HARLAN V. OAK", "No. M1", decided="2025-05-02"),
        "State v. Harlan V. Oak, No. M1 (Tenn. Crim. App. May 2, 2025).",
        "State v Harlan V. Oak No M1 (Tenn Crim App, 2 May 2025)",
    ),
    (
        matter("us/ca9/25-1", CASE, "The State of Texas v. Ash Insurance Company", "No. 25-1"),
        "Texas v. Ash Ins. Co., No. 25-1 (9th Cir.).",
        "Texas v Ash Insurance Company No 25-1 (9th Cir)",
    ),
    (
        matter("us/txctapp11/11-22-1-CV", CASE, "Ash v. Oak", "No. 11-22-1-CV", decided="2024-02-29"),
        "Ash v. Oak, No. 11-22-1-CV (Tex. App.—Eastland Feb. 29, 2024).",
        "Ash v Oak No 11-22-1-CV (Tex App—Eastland, 29 February 2024)",
    ),
    (
        matter("us/calctapp-3rd/C1", CASE, "P. v. Oak", "No. C1", decided="2024-02-09"),
        "People v. Oak, No. C1 (Cal. Ct. App. Feb. 9, 2024).",
        "People v Oak No C1 (Cal Ct App, 9 February 2024)",
    ),
    (
        matter("us/ohioctapp-1/2021-Ohio-12", CASE, "State v. Oak", "No. 2021-Ohio-12", decided="2021-10-29"),
        "State v. Oak, 2021-Ohio-12 (Ct. App.).",
        "State v Oak 2021-Ohio-12 (Ct App)",
    ),
    (
        matter("us/nd/2024-1", CASE, "Ash v. Oak 2024 ND 217", "No. 20240138", decided="2024-12-05"),
        "Ash v. Oak, 2024 ND 217.",
        "Ash v Oak 2024 ND 217",
    ),
    (
        matter("us/texag/KP-1", CASE, "Whether a lamp is a lamp", "No. KP-1", decided="2022-12-15"),
        "Tex. Att’y Gen. Op. No. KP-1 (Dec. 15, 2022).",
        "Tex Attorney General Op No KP-1 (15 December 2022) (US)",
    ),
    (
        matter("us-tx/bill/872/HB20", BILL, "Lamp Act"),
        "Lamp Act, H.B. 20, 87th Leg., 2d Called Sess. (Tex.).",
        "Lamp Act, HB 20, 87th Leg, 2d Called Sess (Tex) (US)",
    ),
    (
        matter("us-oh/bill/135/HB33", BILL, "Lamp Act", published="2023-02-01"),
        "Lamp Act, H.B. 33, 135th Gen. Assemb. (Ohio 2023).",
        "Lamp Act, HB 33, 135th Gen Assemb (Ohio 2023) (US)",
    ),
    (
        matter("uk/ewca/civ/2003/5", CASE, "THE QUEEN ON THE APPLICATION OF “B” v OAK TRUST", "[2003] EWCA Civ 5"),
        "R (B) v. Oak Trust [2003] EWCA (Civ) 5 (Eng.).",
        "R (B) v Oak Trust [2003] EWCA Civ 5",
    ),
    (
        matter("uk/uksc/2012/3/press-summary/1", CASE, "T (Children)", "[2012] UKSC 3", decided="2012-07-25"),
        "Press Summary, T (Children) [2012] UKSC 3 (UK July 25, 2012).",
        "Press Summary, T (Children) [2012] UKSC 3 (25 July 2012)",
    ),
    (
        matter("eu/celex/62018CJ0682", CASE, "Ash and Oak", "C-682/18 and C-683/18", decided="2021-06-22"),
        "Joined Cases C-682/18 & C-683/18, Ash and Oak (June 22, 2021).",
        "Joined Cases C–682/18 and C–683/18 Ash and Oak",
    ),
    (
        matter("eu/celex/62012FJ0157", CASE, "BN contre Parlement", decided="2014-06-19"),
        "Case F-157/12, BN v. Parlement (June 19, 2014).",
        "Case F–157/12 BN v Parlement",
    ),
    (
        matter("eu/celex/32023R1127", RULE, "Lamp fees", "Delegated Regulation (EU) 2023/1127"),
        "Commission Delegated Regulation (EU) 2023/1127 (Lamp fees) (EU).",
        "Commission Delegated Regulation (EU) 2023/1127 (Lamp fees)",
    ),
    (
        matter("eu/celex/31975L0117", RULE, "Council Directive 75/117/EEC of 10 February 1975 on lamps"),
        "Council Directive 75/117/EEC of 10 February 1975 on lamps (EEC).",
        "Council Directive 75/117/EEC of 10 February 1975 on lamps",
    ),
    (
        matter("eu/celex/12002E083", ACT, "Treaty on lamps"),
        "Treaty on lamps (EU).",
        "Treaty on lamps",
    ),
    (
        matter("eu/celex/52009PC0580", BILL, "Proposal for a Council Decision on lamps", published="2009-10-29"),
        "Proposal for a Council Decision on lamps, COM (2009) 580 final (Oct. 29, 2009).",
        "Commission, ‘Proposal for a Council Decision on lamps’ COM (2009) 580 final",
    ),
    (
        matter("un/res/79/1-annex-i", ACT, "Lamp Compact", "A/RES/79/1", published="2024-09-22"),
        "G.A. Res. 79/1, annex I, Lamp Compact, U.N. Doc. A/RES/79/1 (Sept. 22, 2024).",
        "UNGA Res 79/1 ‘Lamp Compact’ (22 September 2024) UN Doc A/RES/79/1, annex I",
    ),
    (
        matter("coe/cets/224", ACT, "Lamp Convention", "CETS No. 224", published="2022-05-12"),
        "Lamp Convention, May 12, 2022, C.E.T.S. No. 224.",
        "Lamp Convention (adopted 12 May 2022) CETS No 224",
    ),
    (
        matter("coe/hudoc/1-09", CASE, "CASE OF ASHBY v. ESTONIA [GC]", "no. 1/09", decided="2015-06-16"),
        "Ashby v. Estonia, App. No. 1/09 (June 16, 2015).",
        "Ashby v Estonia App no 1/09 (ECtHR [GC], 16 June 2015)",
    ),
    (
        matter("de/bgbl-1/1990/s2954", ACT, "Lampengesetz", published="1990-12-20"),
        "Lampengesetz, Dec. 20, 1990, 1990 Bundesgesetzblatt [BGBl.] I at 2954 (Ger.).",
        "Lampengesetz, BGBl I 1990, 2954 (Germany)",
    ),
    (
        matter(
            "it/legge/1990-241",
            ACT,
            "LEGGE 7 agosto 1990, n. 241 Norme",
            "LEGGE 7 agosto 1990, n. 241",
            published="1990-08-18",
        ),
        "Legge 7 agosto 1990, n. 241, Norme, G.U. Aug. 18, 1990 (It.).",
        "Legge 7 agosto 1990, n. 241, Norme, GU 18 August 1990 (Italy)",
    ),
    (
        matter("zw/act/2019/5", ACT, "THE LAMP ACT"),
        "The Lamp Act, No. 5 of 2019 (Zim.).",
        "The Lamp Act, No 5 of 2019 (Zimbabwe)",
    ),
]


@pytest.mark.parametrize(("made", "bluebook", "oscola"), MADE, ids=[made.id for made, *_ in MADE])
def test_a_paper_is_cited_as_the_manuals_have_it(made: Matter, bluebook: str, oscola: str) -> None:
    told = dict(cite(made, TODAY))
    assert (told["Bluebook"], told["OSCOLA"]) == (bluebook, oscola)


def test_identifiers_that_follow_from_the_number_are_given() -> None:
    regulation = matter("eu/celex/32022R2065", RULE, "REGULATION (EU) 2022/2065 OF THE COUNCIL on lamps")
    assert dict(cite(regulation, TODAY))["ELI"] == "http://data.europa.eu/eli/reg/2022/2065/oj"
    popular = matter("eu/celex/32002L0058", ACT, "Lamp Directive")
    assert "ELI" not in dict(cite(popular, TODAY))
    french = matter("fr/cc/2020-801-DC", CASE, "Loi")
    assert dict(cite(french, TODAY))["ECLI"] == "ECLI:FR:CC:2020:2020.801.DC"


def test_of_several_courts_numbers_the_one_of_this_court_is_cited() -> None:
    appeal = matter("de/bgh/i-zr-1-25", CASE, "Ash v Oak", "310 O 2/23", "I ZR 1/25")
    assert "I ZR 1/25" in dict(cite(appeal, TODAY))["OSCOLA"]


@pytest.mark.parametrize("title", ["", "{x} {0}", "\ue0000\ue001", "a" * 5000, "()", ", ,"])
def test_odd_titles_break_no_citation(title: str) -> None:
    for made, *_ in MADE:
        odd = matter(made.id, made.kind, title)
        assert len(cite(odd, TODAY)) >= 2


@pytest.mark.parametrize(
    ("id", "title", "bluebook", "oscola"),
    [
        ("us-ca/code/EDC/16194", "California EDC § 16194", "Cal. Educ. Code § 16194.", "Cal Educ Code § 16194 (US)"),
        ("us-ca/code/GOV/7920.000", "x", "Cal. Gov't Code § 7920.000.", "Cal Gov't Code § 7920.000 (US)"),
        ("us-dc/code/1-623.08", "Lamps on stairs", "D.C. Code § 1-623.08.", "DC Code § 1-623.08 (US)"),
    ],
)
def test_a_section_of_a_state_code_is_cited_by_its_code(id: str, title: str, bluebook: str, oscola: str) -> None:
    cites = dict(cite(matter(id, ACT, title), TODAY))
    assert (cites["Bluebook"], cites["OSCOLA"]) == (bluebook, oscola)


@pytest.mark.parametrize(
    ("id", "title", "bluebook"),
    [
        ("uk/ukpga/2022/44", "uk/ukpga/2022/44", "2022, c. 44 (UK)."),
        ("ca/bill/36-1/C-215", "C-215 (36-1)", "Bill C-215, 1st Sess., 36th Parl. (Can.)."),
        ("us-ny/bill/2013-2014/K1171", "K1171 (2013-2014)", "K. 1171, 2013–2014 Sess. (N.Y.)."),
    ],
)
def test_a_number_that_stands_where_a_title_is_missing_is_not_said_twice(id: str, title: str, bluebook: str) -> None:
    bare = replace(matter(id, BILL, title), texts=(), events=())
    assert dict(cite(bare, TODAY))["Bluebook"] == bluebook


def test_a_state_is_shortened_as_the_manual_has_it_where_no_rule_is_written() -> None:
    one = matter("us-ny/law/ABC", ACT, "Lamp Control Law")
    assert dict(cite(one, TODAY))["Bluebook"] == "Lamp Control Law (N.Y.)."


def test_what_lists_add_to_a_name_is_no_part_of_it_and_what_has_none_is_called_by_its_number() -> None:
    irish = law(id="ie/act/1999/9", jurisdiction="ie", title="Harbour Lamps Act, 1999")
    assert dict(cite(irish, TODAY))["OSCOLA"] == "Harbour Lamps Act 1999 (Ireland)"
    filed = law(id="us/bill/115/sconres/9", jurisdiction="us", title="115 SCONRES 9 ENR: On harbour lamps")
    assert dict(cite(filed, TODAY))["OSCOLA"].startswith("On harbour lamps, S Con Res 9, 115th Cong")
    stage = law(id="eu/ep/A-9-2099-0001", jurisdiction="eu", title="Lamps of harbours ***I", identifiers=())
    assert "***" not in dict(cite(stage, TODAY))["Bluebook"]
    bare = law(id="us/legiscan/395975", jurisdiction="us", title="395975", identifiers=())
    assert dict(cite(bare, TODAY))["OSCOLA"].startswith("395975")


@pytest.mark.parametrize(
    ("parties", "bluebook"),
    [
        ("John Smith v. Wells Fargo Bank", "Smith v. Wells Fargo Bank"),
        ("Mary Ann O'Brien v. Robert J. van der Berg, Jr.", "O'Brien v. van der Berg"),
        ("JANE DOE v. LAMP CORPORATION", "Doe v. Lamp Corp."),
        ("Jose Garcia Lopez v. Lampworks", "Garcia Lopez v. Lampworks"),
        ("Christopher Glenn Clark v. Oak", "Christopher Glenn Clark v. Oak"),
        ("Philip Morris v. Ash", "Philip Morris v. Ash"),
        ("Charles River Laboratories v. Ash", "Charles River Lab'ys v. Ash"),
        ("Ross Intelligence v. Ash", "Ross Intelligence v. Ash"),
        ("Lakhdar Ashby v. George W. Oak", "Lakhdar Ashby v. Oak"),
        ("Mary Kay, Inc. v. Ash", "Mary Kay, Inc. v. Ash"),
    ],
)
def test_a_person_is_cited_by_the_family_name_where_it_can_be_told(parties: str, bluebook: str) -> None:
    told = dict(cite(matter("us/ca9/25-1", CASE, parties, "No. 25-1"), TODAY))["Bluebook"]
    assert told == f"{bluebook}, No. 25-1 (9th Cir.)."


def test_abroad_no_word_of_a_name_is_dropped() -> None:
    told = dict(cite(matter("coe/hudoc/1-09", CASE, "Maria Ashby v. Spain", "no. 1/09", decided="2015-06-16"), TODAY))
    assert told["OSCOLA"].startswith("Maria Ashby v Spain App no 1/09")


@pytest.mark.parametrize(
    ("label", "bluebook", "oscola"),
    [
        ("Bill 12 2024-25 (as introduced)", "Lamps Bill, 2024–25, HC Bill [12] (UK).", "Lamps HC Bill (2024–25) [12]"),
        ("HL Bill 9 (as brought from the Commons), Lords", "Lamps Bill, HL Bill [9] (UK).", "Lamps HL Bill 9"),
    ],
)
def test_a_bill_of_westminster_has_the_number_of_its_last_printing(label: str, bluebook: str, oscola: str) -> None:
    printed = replace(matter("uk/bill/3937", BILL, "Lamps Bill"), texts=(Text(id="t", label=label, language="en"),))
    assert dict(cite(printed, TODAY)) == {"Bluebook": bluebook, "OSCOLA": oscola}


def test_the_number_of_a_page_of_parliament_is_no_number_of_a_bill() -> None:
    bill = replace(matter("uk/bill/3937", BILL, "Lamps Bill", "Bill 3937", published="2025-02-03"), texts=())
    assert "3937" not in dict(cite(bill, TODAY))["OSCOLA"]
    made = replace(bill, title="Lamps Act 2026", kind=ACT)
    assert dict(cite(made, TODAY))["OSCOLA"] == "Lamps Act 2026"


@pytest.mark.parametrize(
    ("id", "number", "told"),
    [
        ("uk/ewca/civ/2005/75", "[2005] EWCA Civ 75", "Ash v. Oak [2005] EWCA (Civ) 75 (Eng.)."),
        ("uk/csih/2010/7", "[2010] CSIH 7", "Ash v. Oak [2010] CSIH 7 (Scot.)."),
        ("uk/niqb/2010/7", "[2010] NIQB 7", "Ash v. Oak [2010] NIQB 7 (N. Ir.)."),
        ("uk/uksc/2018/28", "[2018] UKSC 28", "Ash v. Oak [2018] UKSC 28 (UK)."),
    ],
)
def test_american_lawyers_put_the_division_first_and_the_part_of_the_kingdom_last(
    id: str, number: str, told: str
) -> None:
    assert dict(cite(matter(id, CASE, "Ash v. Oak", number), TODAY))["Bluebook"] == told
