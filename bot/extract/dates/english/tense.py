"""Which way a verb points: words after which a bare weekday or month lies ahead or back."""

# Modal verbs and auxiliaries that put what follows ahead.
AHEAD_MODALS = {"will", "shall", "'ll", "ll", "wo", "can", "may", "might", "could", "should", "must", "would"}

# Of all these, the ones that leave no doubt.
FIRM = {"will", "shall", "'ll", "ll", "scheduled", "slated", "set", "due", "until", "till", "deadline"}

# Adjectives and participles that put what follows ahead even after "was": "was due to meet Friday".
AHEAD_WORDS = {
    "scheduled", "due", "slated", "planned", "expected", "set", "poised", "bound", "supposed", "upcoming",
    "planning", "plan", "plans", "preparing", "prepares", "prepare", "intends", "intend", "aims", "hopes",
    "hope", "expects", "expect", "until", "till", "deadline", "postponed", "rescheduled", "delayed",
    "pending", "forthcoming", "deferred", "coming", "gear", "gearing", "anticipated", "likely",
    "effective", "vows", "promises", "pledges", "agree", "agrees", "seeks", "wants", "want", "needs", "calls",
}  # fmt: skip

# Simple presents that announce: "the court meets Friday", "early voting begins Monday".
AHEAD_PRESENTS = {
    "meet", "meets", "begin", "begins", "start", "starts", "open", "opens", "end", "ends", "expire",
    "expires", "face", "faces", "visit", "visits", "travel", "travels", "host", "hosts", "arrive", "arrives",
    "leave", "leaves", "head", "heads", "go", "goes", "return", "returns", "play", "plays", "vote", "votes",
    "mark", "marks", "hold", "holds", "run", "runs", "take", "takes", "close", "closes", "come", "comes",
    "resume", "resumes", "sail", "sails", "air", "airs", "release", "releases", "launch", "launches", "kick",
    "kicks", "report", "reports", "speak", "speaks", "appear", "appears", "become", "becomes", "conclude",
    "concludes", "debate", "debates", "compete", "competes", "attend", "attends", "is", "are", "'re", "am",
    "convene", "convenes", "sit", "sits", "make", "makes", "gather", "gathers", "premieres", "premiere",
    "fall", "falls", "has", "have", "do", "does", "reopen", "reopens", "unveils", "expected", "fly", "flies",
    "depart", "departs", "join", "joins", "retire", "retires", "lapse", "lapses",
}  # fmt: skip

# Headlines tell what has happened in the present tense: "Minister says".
BACK_PRESENTS = {"says", "say", "tells", "tell", "reports", "reported"}

IRREGULAR_PASTS = {
    "was", "were", "had", "did", "said", "told", "met", "fell", "rose", "went", "came", "took", "gave",
    "made", "got", "saw", "knew", "thought", "found", "left", "felt", "kept", "held", "brought", "began",
    "wrote", "stood", "heard", "led", "ran", "grew", "lost", "won", "paid", "sent", "spent", "spoke", "sat",
    "built", "bought", "caught", "chose", "drew", "drove", "ate", "flew", "fought", "forgot", "froze", "hid",
    "laid", "lent", "lay", "meant", "rode", "sang", "sank", "sought", "sold", "shook", "shot", "slept",
    "slid", "stole", "stuck", "struck", "swore", "swept", "swam", "taught", "tore", "threw", "understood",
    "woke", "wore", "withdrew", "broke", "became", "dealt", "bore", "bound", "dug", "hung", "arose", "awoke",
    "overcame", "overtook", "foresaw", "forbade", "rebuilt", "resold", "retook", "undertook", "upheld",
    "withheld", "beat", "been", "gone", "done", "seen", "taken", "given", "known", "shown", "fallen", "risen",
    "grown", "broken", "spoken", "written", "driven", "chosen", "stolen", "thrown", "drawn", "flown",
    "frozen", "hidden", "shaken", "sunk", "sworn", "torn", "withdrawn", "worn", "ago", "dropped", "put",
    "burst", "hit", "cut", "shut", "quit", "spread", "split", "read", "stalled",
}  # fmt: skip

# Words in -ed that are no past of a verb.
NOT_PAST = {
    "need", "indeed", "speed", "feed", "seed", "weed", "breed", "bleed", "exceed", "proceed", "succeed",
    "hundred", "united", "limited", "red", "bed", "shed", "wed", "ted", "fed", "sacred", "greed", "freed",
    "alleged", "agreed-upon", "based", "armed", "combined", "unidentified", "so-called", "fixed", "mixed",
    "unprecedented", "disputed", "contested", "embed", "naked", "wicked", "rugged", "led-by", "deed", "reed",
    "creed", "advanced",
}  # fmt: skip

# Verbs whose infinitive lies ahead of them; after others ("was forced to resign") it does not.
AHEAD_HEADS = {
    "agreed", "vowed", "promised", "pledged", "wants", "want", "wanted", "plans", "planned", "intends",
    "hopes", "hoped", "decided", "voted", "ordered", "asked", "told", "urged", "invited", "chance", "time",
    "bid", "vote", "plan", "proposal", "deal", "agreement", "offer", "offered", "ready", "able", "going",
    "threatened", "proposed", "refused", "required", "requires", "order", "need", "seeking", "trying", "set",
    "due", "expected", "scheduled", "slated", "continue", "preparing", "begin", "meeting", "vowing",
    "tickets", "deadline", "efforts", "wait", "returning", "traveling", "way", "allowed", "called", "calling",
}  # fmt: skip

# A preposition straight before the date may settle its side alone.
AHEAD_PREPOSITIONS = {"until", "till", "by", "before"}
BACK_PREPOSITIONS = {"since"}

# "is to meet", "has to decide": these count only straight before the infinitive.
NEAR_HEADS = {"is", "are", "'s", "'re", "was", "were", "be", "has", "have"}

# After "to" these open a phrase with a noun.
NEVER_VERBS = {
    "his", "her", "their", "its", "our", "my", "your", "this", "these", "those", "him", "them", "it", "me",
    "us", "you", "all", "some", "any", "no", "both", "each", "more", "about", "nearly", "what", "whom", "how",
    "where", "power", "court", "parliament", "congress", "war", "work", "prison", "jail", "school", "town",
    "death", "blame", "and", "or", "as", "is", "was", "people", "media", "another", "other", "every",
    "such", "half", "a", "an", "the", "which", "that", "date", "almost", "least", "between", "at", "from",
    "in",
}  # fmt: skip

# Forms that are verbs only after a plural or a pronoun: "the courts open", not "the Trump release".
BASE_SUBJECTS = {"they", "we", "you", "i", "who", "that", "which", "and", "people", "also", "will"}

# After these simple pasts "until Tuesday" is still to come.
GIVES_UNTIL = {
    "gave", "given", "postponed", "adjourned", "extended", "delayed", "suspended", "put", "deferred", "set",
    "pushed", "allowed", "granted", "jailed", "remanded", "ordered", "closed", "scheduled", "planned", "said",
    "told", "had",
}  # fmt: skip

# "extended to 12 May": the new day lies ahead, though the verb is past.
MOVED_TO = {
    "extended", "postponed", "moved", "delayed", "rescheduled", "adjourned", "deferred", "shifted", "pushed",
    "put", "brought", "carried",
}  # fmt: skip

ADJECTIVE_ENDINGS: tuple[str, ...] = ("ial", "ional", "ive", "ous", "ful", "able", "ible", "less", "ical")

# A phrase that opens a sentence with these tells what came before: "After a loss this week, the firm …".
TOLD_FIRST = {"after", "following", "having", "since", "despite"}

BE = {"is", "are", "was", "were", "be", "been", "'s", "'re", "am"}

# After these a form like "plans" or "vote" is a noun.
NOUN_LEADS = {
    "the", "a", "an", "of", "this", "that", "its", "his", "her", "their", "our", "my", "for", "in", "on",
    "at", "first", "with", "from", "by", "any", "no", "more", "some", "last", "next", "new",
}  # fmt: skip

# What a weekday's possessive may announce: "Monday's debate"; other nouns ("Monday's ruling") have happened.
DATED_NOUNS = {
    "debate", "election", "elections", "meeting", "meetings", "summit", "game", "match", "vote", "hearing",
    "rally", "primary", "referendum", "deadline", "ceremony", "wedding", "funeral", "launch", "event",
    "talks", "session", "final", "race", "festival", "concert", "trial", "departure", "arrival", "visit",
    "conference", "march", "strike", "runoff", "flight", "flights", "ballot", "inauguration",
    "fight", "opening", "forum", "protest", "protests", "test", "caucus", "caucuses", "service", "parade",
    "count", "reading", "showdown", "contest",
}  # fmt: skip

# What is called off or moved still lay ahead: "called off Monday's strike".
OFF = {
    "off", "cancelled", "canceled", "cancels", "postponed", "postpones", "delayed", "scrapped", "back",
    "forward", "preview", "previewing", "awaiting",
}  # fmt: skip
