"""What the phrase that names an event keeps of an English text's words."""

from bot.extract.dates.language import Wording

WORDING = Wording(
    leading={
        "and", "but", "also", "however", "meanwhile", "moreover", "so", "that", "then", "or", "still", "yet",
        "besides", "separately", "finally", "instead", "which", "who", "whether", "where", "when", "even",
        "just", "before", "after", "until", "if", "because", "as", "with", "is", "are", "was", "were",
        "whose", "'s",
    },
    trailing={
        "least", "than", "later", "earlier", "no",
        "on", "at", "in", "by", "for", "until", "till", "to", "and", "or", "of", "from", "the", "a", "before",
        "that", "but", "is", "was",
    },
    openers={"before", "after", "until", "if", "when", "because", "where", "than", "as"},
    pronouns={
        "it", "he", "she", "they", "we", "i", "you", "this", "these", "those", "that", "which", "who",
    },
    it={"it", "them"},
    modals={"will", "would", "shall", "'ll", "ll", "'d"},
    determiners={"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those"},
    articles={"the", "a", "an", "this", "its", "their", "his", "her"},
    after_object={
        "twice", "once", "again", "already", "before", "after", "on", "in", "at", "to", "for", "with", "from",
        "by", "and", "or", "but", "last", "this",
    },
    plural_verbs={"are", "were", "have", "plan", "'re", "hope", "intend", "expect"},
    be={"be"},
    planned={"planned", "scheduled", "due", "set", "slated"},
    of={"of"},
    on={"on"},
    particles={"in", "on", "up", "down", "off", "out", "over", "back"},
    between={"in", "on", "at", "of", "for", "planned", "scheduled", "set", "the"},
    noun_stops={
        "will", "would", "is", "are", "was", "were", "has", "have", "had", "and", "but", "that", "which",
        "who", "as", "when", "after", "could", "may", "to", "said", "by", "on", "because", "if", "where",
        "planned", "scheduled", "due", "set", "slated",
    },
    gerund_endings=("ing",),
    passives={"been", "was", "were", "is", "are", "be"},
)  # fmt: skip
