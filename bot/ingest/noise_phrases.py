"""The phrases that lines around an article are known by: regular expressions whose space is any space."""

LABELS = (
    # advertisements
    r"(?:advertisement|advert|ad|anzeige|werbung|publicité|publicidad|реклама)(?: ?\d+)?",
    r"(?:advertisement ?\d* ?-? ?)?(?:story|article) continues? below.*",
    r"article content|sponsored(?: content)?|paid content|promoted(?: by.*)?",
    # sharing, printing, saving
    r"share(?: (?:this|on|via|article|story|with|page|the|full|link|button)\b.*)?|share or comment\b.*",
    r"e-?mail|print|save|copy(?: link|ied)?|link copied!?|tweet(?: this)?|pin it",
    r"teilen|drucken|merken|partager|compartir|поделиться",
    r"facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|flipboard|messenger|x|vk",
    r"youtube|tiktok|threads|bluesky",
    r"follow(?: us)?(?: on\b.*)?|follow @?\w+(?: \w+)?|subscribe(?: (?:now|today|here))?",
    # ways about the site
    r"sign (?:in|up|out)(?: now| here)?|log ?(?:in|out)|register|my (?:account|profile)|skip (?:to|past)\b.*",
    r"back to top|top of page|toggle \w+|menu|search|home|close|more|show (?:more|less)|see more|load more",
    r"loading\.*|please enable javascript.*",
    r"privacy(?: policy)?.{0,60}|terms (?:of|and|&)\b.{0,60}|cookie.{0,60}|contact(?: us)?|about us",
    r"newsletters?.{0,40}|copyright\b.*|©.*|all rights reserved.*",
    # other articles
    r"read (?:more|next|also|full story)[ :»>…]*|weiterlesen|mehr zum thema.*|lesen sie auch.*|ähnliche:?",
    r"lire aussi.*|à lire aussi.*|leer más|читать далее",
    r"most (?:read|popular|viewed)(?: .{0,40})?|trending(?: now)?|popular|editor['’]?s picks?|top stories",
    r"recommended(?: (?:for you|stories|reading))?|latest(?: news)?|up next|explore more.*",
    r"more (?:from|on|stories|news|about|in)\b.{0,50}|you (?:may|might) (?:also )?like.*",
    r"related(?: (?:articles?|stories|topics?|content|coverage|news|links?|tags?|videos?))? ?:?",
    r"in this article|topics?:?|tags?:?",
    # readers' words
    r"view ?(?:all )?comments?|comments?(?: ?\(?\d[\d,.]*\)?)?|\d+ comments?|kommentare?",
    r"(?:add|leave|post) (?:a )?comment",
    # players and pictures
    r"play(?: video| audio)?|pause|mute|watch(?: (?:now|live|video))?|enlarge(?: (?:this )?image)?",
    r"listen(?: to (?:this )?(?:article|story))?(?: *\(?\d.*)?|.{0,20}\bduration ?:? ?\d+:\d\d|\d{1,2}:\d\d",
    r"image (?:source|caption|credit)\b.*|getty(?: images)?|reuters/.{3,40}|file photo\b.{0,60}",
    r"photo(?:graph)? ?(?:by|:|credit).*|(?:image|photo|picture|bild|foto|video|credit|source)s? ?: ?.{0,80}",
    # how long and how long ago
    r"min(?:ute)?s? read|\d+ ?-? ?min(?:ute)?s? (?:read|lesezeit).{0,20}",
    r"(?:about )?\d+ (?:second|minute|hour|day|week|month)s? ago(?: ?\|.*)?",
    # who helped
    r".{0,200}\bcontributed to this (?:report|story|article)|\(?(?:additional )?reporting by .*",
    r"our standards: .*|with files from .*|reuse this content",
    # where it was before
    r"forwarded from\b.*|first published (?:in|on|by)\b.{0,60}",
)
"""A line that is nothing else belongs to the page."""

POINTERS = (
    r"read (?:more|also|next|on|the full (?:story|article)) ?[:|»→-]",
    r"read (?:the full (?:story|article)|more (?:at|here|on)\b)",
    r"(?:read|get|see|view) full (?:story|article|coverage)",
    r"(?:see )?(?:also|related|more|watch|listen|recommended|don['’]?t miss|must read|in pictures) ?[:|»]",
    r"lesen sie (?:auch|mehr|hier)|auch interessant|mehr dazu|lesetipp|das könnte (?:sie|dich)",
    r"jetzt abonnieren|(?:\d+ \w+ )?kostenlos testen",
    r"lire (?:aussi|la suite|plus)|leer también|lea también|читайте также|funda olunye",
    r"(?:sign up|subscribe) (?:to|for|here|now|today|@|with|via)\b|subscribe @",
    r"to (?:get|receive) .{0,60}newsletter|подпис(?:аться|ывайтесь)",
    r"start your free trial",
    r"follow us|follow \S+(?: \S+)? (?:on|via) (?:twitter|x|facebook|instagram|telegram|google|whatsapp)\b",
    r"(?:join|get) (?:us on|our|the latest news|more news|alerts|in touch with our)|we use cookies",
    r"got a (?:story|tip|confidential)|do you have (?:a|an) (?:story|tip|news|confidential)",
    r"(?:you can )?(?:share|send) your (?:thoughts|stories|story|comments)|(?:e-?)?mail ?: ?\S+@\S+",
    r"for more stories like this|find out more\b|click (?:here|to)\b|download (?:the|our) .{0,20}app\b",
    r"bookmark (?:us|our|this)\b",
    r"(?:this )?(?:article|story|content) (?:was )?(?:originally|first) (?:appeared|published)",
)
"""A line that begins so is about another article, or asks the reader for something."""

ENDS = (
    r"share or comment on this article\b.*|(?:read|see) more ?:|most (?:read|popular|viewed)\b.{0,40}",
    r"more from\b.{0,50}|more (?:stories|news|on this(?: story)?|like this)\b.{0,20}",
    r"related(?: (?:articles?|stories|topics?|content|coverage|news|links?))? ?:?|top stories|up next",
    r"you (?:may|might) (?:also )?like.*|recommended(?: (?:for you|stories|reading))?|editor['’]?s picks?",
    r"(?:view |\d+ |leave a |join the )?(?:comments?|conversation)(?: ?\(?\d*\)?)|what do you think\?",
    r"ähnliche:|mehr zum thema.*|kommentare",
)
"""A line that is nothing else heads what a site puts under its articles."""
