"""Lines that stand around an article and are not of it: menus, share bars, icon names, "Read more", sign-ups."""

import re

# Names of an icon font read as text, glued as scrapers glue them: "icon searchicon closeicon flag ruicon".
_ICONS = re.compile(r"icon", re.IGNORECASE)
_LABELS = re.compile(
    r"""(?ix) ^\W*(?:
      advertisement(?:\s?\d+)?(?:\s*(?:-\s*)?(?:story|article)\scontinues\sbelow(?:\sthis\s(?:advert\w*|ad))?)? | ad | anzeige | publicité | publicidad
    | (?:story|article)\scontinues?\sbelow.* | article\scontent | sponsored(?:\scontent)? | promoted(?:\sby.*)? | paid\scontent
    | read\s(?:more|next|also|full\sstory)(?:\s?[:»>…]*) | view\s?(?:all\s)?comments? | comments?(?:\s?\(?\d[\d,.]*\)?)? | \d+\scomments?
    | (?:add|leave|post)\s(?:a\s)?comment | show\s(?:more|less) | see\smore | load\smore | more | menu | search | home | close
    | share(?:\s(?:this|on|via|article|story|with|page|the|full|link|button)\b.*)? | share\sor\scomment\b.* | e-?mail | print | save | copy(?:\slink|ied)? | link\scopied!?
    | facebook | twitter | whatsapp | telegram | linkedin | reddit | pinterest | instagram | flipboard | messenger | x | vk | youtube | tiktok | threads | bluesky
    | tweet(?:\sthis)? | pin\sit | follow(?:\sus)?(?:\son\b.*)? | follow\s@?\w+(?:\s\w+)? | subscribe(?:\s(?:now|today|here))? | sign\s(?:in|up|out)(?:\snow|\shere)? | log\s?(?:in|out)
    | register | my\s(?:account|profile) | skip\s(?:to|past)\b.* | back\sto\stop | top\sof\spage | toggle\s\w+ | enlarge(?:\s(?:this\s)?image)? | listen(?:\sto\s(?:this\s)?(?:article|story))?(?:\s*\(?\d.*)?
    | play(?:\svideo|\saudio)? | pause | mute | watch(?:\s(?:now|live|video))? | loading\.* | image\s(?:source|caption|credit)\b.* | getty(?:\simages)? | reuters/.{3,40}
    | most\s(?:read|popular|viewed)(?:\s.{0,40})? | trending(?:\snow)? | popular | recommended(?:\s(?:for\syou|stories|reading))? | editor['’]?s\spicks? | top\sstories | latest(?:\snews)?
    | more\s(?:from|on|stories|news|about|in)\b.{0,50} | related(?:\s(?:articles?|stories|topics?|content|coverage|news|links?|tags?|videos?))?\s?:? | you\s(?:may|might)\s(?:also\s)?like.* | up\snext | read\snext | in\sthis\sarticle | topics?:?
    | tags?:? | explore\smore.* | copyright\b.* | ©.* | all\srights\sreserved.* | privacy(?:\spolicy)?.{0,60} | terms\s(?:of|and|&)\b.{0,60} | cookie.{0,60} | contact(?:\sus)? | about\sus
    | newsletters?.{0,40} | weiterlesen | mehr\szum\sthema.* | lesen\ssie\sauch.* | ähnliche:? | teilen | kommentare? | drucken | merken | lire\saussi.* | à\slire\saussi.* | partager | leer\smás | compartir
    | min(?:ute)?s?\sread | \d+\s?-?\s?min(?:ute)?s?\s(?:read|lesezeit).{0,20} | (?:about\s)?\d+\s(?:second|minute|hour|day|week|month)s?\sago(?:\s?\|.*)? | .{0,20}\bduration\s?:?\s?\d+:\d\d | \d{1,2}:\d\d
    | forwarded\sfrom\b.* | photo(?:graph)?\s?(?:by|:|credit).* | file\sphoto\b.{0,60} | (?:image|photo|picture|bild|foto|video|credit|source)s?\s?:\s?.{0,80}
    | first\spublished\s(?:in|on|by)\b.{0,60} | please\senable\sjavascript.*
    )\W*$"""
)
# A line that begins so is about another piece, or asks the reader for something.
_POINTERS = re.compile(
    r"""(?ix) ^[\W_]*(?:
      read\s(?:more|also|next|on|the\sfull\s(?:story|article))\s?[:|»→-] | read\s(?:the\sfull\s(?:story|article)|more\s(?:at|here|on)\b)
    | (?:see\s)?(?:also|related|more|watch|listen|recommended|opinion\s?:\sread|don['’]?t\smiss|must\sread|in\spictures)\s?[:|»] | funda\solunye
    | (?:sign\sup|subscribe|register)\s(?:to|for|here|now|today|@|with|via)\b | subscribe\s@
    | follow\s(?:us|the\sbbc|\S+(?:\s\S+)?\s(?:on|via)\s(?:twitter|x|facebook|instagram|telegram|google|whatsapp|youtube|bluesky|threads|linkedin)\b)
    | (?:join|get)\s(?:us\son|our|the\slatest\snews|more\snews|alerts|in\stouch\swith\sour) | got\sa\s(?:story|tip|confidential)
    | do\syou\shave\s(?:a|an)\s(?:story|tip|news|confidential) | for\smore\sstories\slike\sthis | click\s(?:here|to)\b | download\s(?:the|our)\s.{0,20}app\b | to\s(?:get|receive)\s.{0,60}newsletter
    | (?:e-?)?mail\s?:\s?\S+@\S+ | our\swebsite\sis\sthe\splace | (?:this\s)?(?:article|story|content)\s(?:was\s)?(?:originally|first)\s(?:appeared|published) | find\sout\smore\b
    | bookmark\s | lesen\ssie\s(?:auch|mehr) | lesen\ssie\shier | auch\sinteressant | mehr\sdazu | lesetipp | das\skönnte\ssie | lire\s(?:aussi|la\ssuite|plus) | leer\stambién | lea\stambién | читайте\sтакже | подпис(?:аться|ывайтесь)
    | (?:read|get|see|view)\sfull\s(?:story|article|coverage) | we\suse\scookies | (?:you\scan\s)?(?:share|send)\syour\s(?:thoughts|stories|story|comments)
    )"""
)
# After one of these comes what the site puts under its articles.
_ENDS = re.compile(
    r"""(?ix) ^\W*(?:
      share\sor\scomment\son\sthis\sarticle\b.* | (?:read|see)\smore\s?: | more\sfrom\b.{0,50} | more\s(?:stories|news|on\sthis(?:\sstory)?|like\sthis)\b.{0,20} | most\s(?:read|popular|viewed)\b.{0,40}
    | related(?:\s(?:articles?|stories|topics?|content|coverage|news|links?))?\s?:? | you\s(?:may|might)\s(?:also\s)?like.* | recommended(?:\s(?:for\syou|stories|reading))?
    | (?:view\s|\d+\s|leave\sa\s|join\sthe\s)?(?:comments?|conversation)(?:\s?\(?\d*\)?) | top\sstories | editor['’]?s\spicks? | up\snext | ähnliche: | mehr\szum\sthema.* | kommentare | what\sdo\syou\sthink\?
    )\W*$"""
)
_LINK = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_HASHTAGS = re.compile(r"(?:[#@][\w.]+\W*)+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$")
_BULLET = re.compile(r"^\s*(?:[•·‣▪◦●○➤▶►]|[-–*](?=\s))\s*")


def is_noise(line: str) -> bool:
    """Tell whether `line` belongs to the page and not to the article on it."""
    line = line.strip()
    if not any(c.isalnum() for c in line):
        return True
    if len(_ICONS.findall(line)) >= 4:
        return True
    if _LABELS.match(line) or _POINTERS.match(line) or _HASHTAGS.fullmatch(line):
        return True
    words = _LINK.sub("", line).split()
    return bool(_LINK.search(line)) and len(words) <= 6


def is_end(line: str) -> bool:
    """Tell whether `line` heads what stands under an article: more stories, comments."""
    return bool(_ENDS.match(line.strip()))


def is_bar(line: str) -> bool:
    """Tell whether `line` is a row of short things set apart by strokes or dots: "Subscribe | Chat | Boost"."""
    parts = [part for part in re.split(r"\s[|•·/]\s|\s{3,}|\t", line.strip()) if part.strip()]
    return len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts) and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence does."""
    return bool(_TERMINAL.search(line.rstrip()))


def without_bullet(line: str) -> tuple[str, bool]:
    """Return `line` without the bullet it starts with, and whether there was one."""
    rest = _BULLET.sub("", line, count=1)
    return rest, rest != line
