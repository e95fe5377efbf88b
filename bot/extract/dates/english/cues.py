"""What announces an event: nouns of things held, and the words that move, end or condition them."""

# Things that are held on a day. "Monday's debate" is one though no verb announces it.
EVENT_NOUNS = {
    "address", "anniversary", "appeal", "appearance", "arrival", "auction", "ballot", "broadcast",
    "by-election", "campaign", "caucus", "caucuses", "celebration", "celebrations", "ceremony",
    "championship", "closure", "concert", "conference", "congress", "contest", "convention", "coronation",
    "count", "court", "deadline", "debate", "debates", "departure", "drill", "drills", "election",
    "elections", "event", "events", "execution", "exercise", "exercises", "exhibition", "expiry", "festival",
    "fight", "final", "forum", "funeral", "game", "games", "gala", "general", "handover", "hearing",
    "hearings", "inauguration", "inspection", "interview", "launch", "lecture", "march", "marathon", "match",
    "meeting", "meetings", "negotiations", "opening", "parade", "poll", "polls", "presentation", "press",
    "primaries", "primary", "protest", "protests", "race", "rally", "rallies", "referendum", "release",
    "report", "retrial", "return", "round", "runoff", "sentencing", "service", "session", "show", "showdown",
    "sitting", "speech", "stoppage", "strike", "summit", "talks", "test", "tournament", "trial", "trip",
    "visit", "vote", "voting", "voyage", "walkout", "wedding", "workshop", "bout", "launching", "premiere",
    "screening", "flight", "landing", "reopening", "reading", "review", "verdict", "ruling", "decision",
    "announcement", "tour",
}  # fmt: skip

# Said of an event that gets another day.
MOVE_PAIRS = {
    ("pushed", "back"),
    ("put", "off"),
    ("put", "back"),
    ("pushed", "to"),
    ("pushes", "back"),
    ("puts", "off"),
}
LONE_MOVES = {
    "postponed", "postpones", "postpone", "rescheduled", "reschedules", "deferred", "defers", "adjourned",
    "adjourns",
}  # fmt: skip
# Of these the plain verb is often not about a date; "to" and a day after it must say so.
DATED_MOVES = {"delayed", "delays", "moved", "moves", "shifted", "pushed", "put", "move", "shift"}

CALLS_OFF = {
    "cancelled",
    "canceled",
    "cancels",
    "cancel",
    "cancelling",
    "canceling",
    "scrubbed",
}
# These call off only what is held: one also abandons a plan.
DROPS = {"abandoned", "scrapped", "scraps", "axed", "dropped"}  # fmt: skip
CALL_OFF_PAIRS = {("called", "off"), ("calls", "off"), ("call", "off"), ("calling", "off"), ("pulled", "out")}

BRINGS_FORWARD = {("brought", "forward"), ("moved", "forward"), ("moved", "up"), ("brings", "forward")}

# Said of a date that no longer holds: "had been planned for Thursday".
FORMER = {"originally", "initially", "previously", "earlier", "first", "had"}
PLANNED = {"planned", "scheduled", "due", "set", "expected", "slated", "meant", "supposed"}

CONDITIONALS = {
    "could", "may", "might", "possible", "possibly", "offered", "offers", "proposed", "proposes", "perhaps",
    "suggested", "tentatively", "provisionally",
}  # fmt: skip
IFS = {"if", "unless", "provided"}
# What follows these only imagines: "peace does not mean the army leaves tomorrow".
IMAGINES = {"imagine", "suppose", "mean", "means", "wish", "pretend"}

DEADLINE_LEADS = {"by", "until", "till", "before"}
DEADLINE_WORDS = {"deadline", "expire", "expires", "expiring", "expiry", "lapses", "lapse", "cutoff", "limit"}
# "runs until Sunday" tells how long, not what must be done by then.
LASTING = {
    "run",
    "runs",
    "running",
    "last",
    "lasts",
    "continue",
    "continues",
    "stay",
    "remain",
    "remains",
    "open",
    "closed",
}
ENDING = {"close", "closes", "end", "ends"}
# What is open until a day.
OPEN_TILL = {
    "ballot", "ballots", "voting", "poll", "polls", "registration", "offer", "bids", "bidding",
    "applications", "window", "enrollment", "enrolment", "nominations", "consultation", "comments", "entries",
    "submissions",
}  # fmt: skip
EXTENDS = {"extended", "extends", "extend", "extending", "extension"}

RAN_OUT = {"passed", "expired", "lapsed", "missed", "met"}
TOOK_PLACE = {("took", "place"), ("taken", "place"), ("went", "ahead"), ("gone", "ahead")}

# Words of an announcement that say nothing of what is announced.
ANNOUNCING = {
    "will", "shall", "'ll", "ll", "would", "is", "are", "was", "were", "be", "been", "has", "have", "had",
    "to", "due", "scheduled", "slated", "set", "expected", "planned", "supposed", "going", "also", "now",
    "still", "currently", "plans", "plan", "planning", "intends", "hopes", "likely", "tentatively",
    "provisionally", "could", "may", "might", "then", "only", "must", "'re", "'s", "poised", "about",
    "officially", "formally",
}  # fmt: skip

# "less likely to vote": an opinion, no plan.
OPINIONS = {("less", "likely"), ("more", "likely"), ("less", "inclined"), ("too", "likely")}
# "could have an effect": a state, not something held.
STATES = {"have", "mean", "help", "seem", "reflect", "matter", "look"}

# What tells of the saying and not of the thing said.
REPORTING = {
    "said", "says", "say", "told", "tells", "announced", "announces", "added", "adds", "confirmed",
    "confirms", "reported", "reports", "noted", "stated", "warned", "revealed", "suggested", "predicted",
    "insisted", "denied", "acknowledged", "explained", "wrote", "tweeted", "knew", "believes", "thinks",
    "think", "hope", "expects",
}  # fmt: skip

# A phrase is cut before these once it has its verb.
TAIL_BREAKS = {
    "but", "although", "though", "while", "because", "which", "who", "whose", "where", "when", "as", "after",
    "unless", "if", "now", "since", "despite", "amid", "so", "whereas", "even", "according",
}  # fmt: skip

LEADING_WORDS = {
    "and", "but", "also", "however", "meanwhile", "moreover", "so", "that", "then", "or", "still", "yet",
    "besides", "separately", "finally", "instead", "which", "who", "whether", "where", "when", "even", "just",
    "before", "after", "until", "if", "because", "as", "with",
}  # fmt: skip

CONJUNCTIONS = {"and", "but", "or"}
# Words that open a clause within a subject: "days before it is due".
OPENERS = {"before", "after", "until", "if", "when", "because", "where", "than", "as"}
RELATIVES = {"that", "which", "who"}
# Subjects that say nothing away from their text.
PRONOUNS = {"it", "he", "she", "they", "we", "i", "you", "this", "these", "those", *RELATIVES}
MODALS = {"will", "would", "shall", "'ll", "ll", "'d"}
DETERMINERS = {"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those"}
AFTER_OBJECT = {
    "twice", "once", "again", "already", "before", "after", "on", "in", "at", "to", "for", "with", "from",
    "by", "and", "or", "but", "last", "this",
}  # fmt: skip

# Dates after these are outcomes or the weather, not things held.
OUTCOMES = {
    "wins", "win", "won", "elected", "loses", "lose", "winner", "forecast", "forecasts", "rain", "snow",
    "storm", "temperatures", "weather", "highs", "elect", "electing", "winning", "defeat", "defeats",
    "defeating", "beat", "beating", "victory", "chances",
}  # fmt: skip

# What announces for the very day of publication.
SAME_DAY = {
    "will", "'ll", "ll", "shall", "due", "scheduled", "set", "slated", "planned", "planning", "plans", "plan",
    "expected", "could", "may", "might", "offered", "going", "deadline", "until", "must",
}  # fmt: skip
STARTS = {
    "go", "goes", "open", "start", "begin", "end", "close", "air", "airs", "sail", "sails", "play", "plays",
    "begins", "starts", "opens", "ends", "expires", "closes", "meets", "meet", "faces", "face",
    "hosts", "holds", "hold", "resumes", "visits", "arrives", "votes", "vote", "launches", "convenes",
    "kicks", "speaks", "appears",
}  # fmt: skip

DATE_LEADS = {
    "on", "at", "in", "by", "until", "till", "before", "for", "from", "to", "through", "starting",
    "beginning", "around", "during", "after", "between", "since", "as", "of",
}  # fmt: skip
