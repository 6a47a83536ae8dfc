"""The closed vocabularies of the record: every word a field may hold."""

from enum import StrEnum


class Kind(StrEnum):
    BILL = "bill"
    ACT = "act"
    REGULATION = "regulation"
    CONSULTATION = "consultation"
    CASE = "case"
    GAZETTE = "gazette"
    SIGNAL = "signal"


class Status(StrEnum):
    """Where a matter stands in its life; the last five before `unknown` are for cases."""

    PROPOSED = "proposed"
    CONSULTATION = "consultation"
    INTRODUCED = "introduced"
    COMMITTEE = "committee"
    REPORTED = "reported"
    PASSED_ONE_CHAMBER = "passed_one_chamber"
    PASSED = "passed"
    ENACTED = "enacted"
    GRACE_PERIOD = "grace_period"
    IN_FORCE = "in_force"
    PARTLY_IN_FORCE = "partly_in_force"
    CHALLENGED = "challenged"
    SUSPENDED = "suspended"
    STRUCK_DOWN = "struck_down"
    REPEALED = "repealed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    VETOED = "vetoed"
    MERGED = "merged"
    PENDING = "pending"
    WINDOW_OPEN = "window_open"
    ARGUED = "argued"
    DECIDED = "decided"
    UNKNOWN = "unknown"


class Mark(StrEnum):
    """How a fact was seen: in an official source, second hand, or from memory (shown as unverified)."""

    OFFICIAL = "S"
    SECOND_HAND = "S2"
    MEMORY = "m"


class EventKind(StrEnum):
    """What happened or will happen on a day. `other` keeps the source's words in the event's label."""

    # making of a text
    PROPOSED = "proposed"
    INTRODUCED = "introduced"
    REFERRED = "referred"
    HEARING = "hearing"
    MEETING = "meeting"
    REPORTED = "reported"
    DEBATED = "debated"
    AMENDED = "amended"
    VOTE = "vote"
    PASSED_ONE_CHAMBER = "passed_one_chamber"
    PASSED = "passed"
    ADOPTED = "adopted"
    SIGNED = "signed"
    VETOED = "vetoed"
    ENACTED = "enacted"
    PUBLISHED = "published"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    # life of a law
    IN_FORCE = "in_force"
    APPLIES_FROM = "applies_from"
    TRANSPOSE_BY = "transpose_by"
    ENDS = "ends"
    REPEALED = "repealed"
    SUSPENDED = "suspended"
    STRUCK_DOWN = "struck_down"
    # consultations
    OPENED = "opened"
    COMMENT_OPENS = "comment_opens"
    COMMENT_CLOSES = "comment_closes"
    STANDSTILL_ENDS = "standstill_ends"
    OUTCOME = "outcome"
    # cases
    FILED = "filed"
    DOCKETED = "docketed"
    COMMUNICATED = "communicated"
    RESPONSE_REQUESTED = "response_requested"
    RESPONSE_DUE = "response_due"
    RESPONSE_EXTENDED_TO = "response_extended_to"
    RESPONSE_WAIVED = "response_waived"
    CVSG = "cvsg"
    DISTRIBUTED = "distributed"
    GRANTED = "granted"
    DENIED = "denied"
    BRIEF_DUE = "brief_due"
    BRIEF_FILED = "brief_filed"
    AMICUS_FILED = "amicus_filed"
    ARGUED = "argued"
    DECIDED = "decided"
    ORDER = "order"
    OTHER = "other"


class LinkKind(StrEnum):
    """What the matter does to the target."""

    AMENDS = "amends"
    REPEALS = "repeals"
    IMPLEMENTS = "implements"
    TRANSPOSES = "transposes"
    COMPANION = "companion"
    CITES = "cites"
    CHALLENGES = "challenges"
    FOLLOWS = "follows"
    CORRECTS = "corrects"
    BECOMES = "becomes"
    PART_OF = "part_of"
    SUPERSEDES = "supersedes"
    RELATED = "related"


class Modality(StrEnum):
    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    RIGHT = "right"
    POWER = "power"
    EXEMPTION = "exemption"
    DEFINITION = "definition"
    PENALTY = "penalty"
    COMMENCEMENT = "commencement"


class Bearer(StrEnum):
    """Who must, must not or may; `person` is anyone else, `none` for definitions and commencement."""

    HOST = "host"
    USER = "user"
    RIGHTSHOLDER = "rightsholder"
    AUTHORITY = "authority"
    STATE = "state"
    COURT = "court"
    PERSON = "person"
    NONE = "none"


class Duty(StrEnum):
    """The 32 duties of the taxonomy, the two protections, and `other`."""

    NOTICE_AND_ACTION = "notice_and_action"
    REMOVAL_TIMEFRAME = "removal_timeframe"
    ORDERS_COMPLIANCE = "orders_compliance"
    STATEMENT_OF_REASONS = "statement_of_reasons"
    INTERNAL_COMPLAINTS = "internal_complaints"
    OUT_OF_COURT = "out_of_court"
    TRUSTED_FLAGGERS = "trusted_flaggers"
    MISUSE_SUSPENSION = "misuse_suspension"
    TRANSPARENCY_REPORT = "transparency_report"
    USER_NUMBERS = "user_numbers"
    TERMS_RULES = "terms_rules"
    CONTACT_POINT = "contact_point"
    LEGAL_REPRESENTATIVE = "legal_representative"
    RISK_ASSESSMENT = "risk_assessment"
    MITIGATION_DUTY_OF_CARE = "mitigation_duty_of_care"
    CRISIS_PROTOCOL = "crisis_protocol"
    INDEPENDENT_AUDIT = "independent_audit"
    COMPLIANCE_OFFICER = "compliance_officer"
    DATA_ACCESS_RESEARCH = "data_access_research"
    RECOMMENDER = "recommender"
    DARK_PATTERNS_DESIGN = "dark_patterns_design"
    ADS_TRANSPARENCY = "ads_transparency"
    AGE_ASSURANCE = "age_assurance"
    PARENTAL_CONSENT_ACCOUNT_BAN = "parental_consent_account_ban"
    IDENTITY_VERIFICATION = "identity_verification"
    PROACTIVE_FILTERING = "proactive_filtering"
    DATA_RETENTION_DISCLOSURE = "data_retention_disclosure"
    TRACEABILITY = "traceability"
    MUST_CARRY_NONDISCRIMINATION = "must_carry_nondiscrimination"
    CRIME_REPORTING = "crime_reporting"
    FEES_REGISTRATION = "fees_registration"
    PAYMENT_CONTENT = "payment_content"
    SAFE_HARBOUR = "safe_harbour"
    NO_GENERAL_MONITORING = "no_general_monitoring"
    OTHER = "other"


# named like duties, they spare hosts of one
PROTECTIONS = frozenset({Duty.SAFE_HARBOUR, Duty.NO_GENERAL_MONITORING})


class Topic(StrEnum):
    INTERMEDIARY_LIABILITY = "intermediary_liability"
    ILLEGAL_HARMFUL_CONTENT = "illegal_harmful_content"
    CHILD_SAFETY_AGE = "child_safety_age"
    CSAM_ENCRYPTION = "csam_encryption"
    MODERATION_FREEDOM = "moderation_freedom"
    COPYRIGHT_OPEN = "copyright_open"
    PRIVACY_SURVEILLANCE = "privacy_surveillance"
    RTBF_REPUTATION = "rtbf_reputation"
    SLAPP_EDITOR_PROTECTION = "slapp_editor_protection"
    IDENTITY_ANONYMITY = "identity_anonymity"
    DISINFORMATION_ELECTIONS = "disinformation_elections"
    AI_KNOWLEDGE = "ai_knowledge"
    BLOCKING_ACCESS = "blocking_access"
    TRANSPARENCY_OVERSIGHT_COST = "transparency_oversight_cost"
    CIVIC_SPACE_INFRASTRUCTURE = "civic_space_infrastructure"


class Origin(StrEnum):
    """Who said it."""

    RULE = "rule"
    MODEL = "model"
    HUMAN = "human"
    SOURCE = "source"


class ReviewState(StrEnum):
    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
