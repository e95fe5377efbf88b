"""Telling a fact, and naming: cues after which the content is no act of its own."""

NAMING = """
    bill | The match was [billed] as the last.
    brand | The paper [branded] the street a park.
    call | The sailors [call] the street the Cut.
    cast | The paper [cast] the match as the last.
    characterise | The envoy [characterised] the talks as frank.
    compare | The critic [compared] the play to a long train ride.
    define | The law [defines] a child as anyone under sixteen.
    depict | The paper [depicted] the match as the last.
    describe | The witness [described] the car as red.
    dub | The street is [dubbed] the Cut.
    frame | The paper [framed] the match as the last.
    introduce as | The host [introduced] her [as] a nurse.
    label | The paper [labelled] the street a park.
    paint | The paper [painted] the match as the last.
    portray | The film [portrays] the king as a sailor.
    present | The paper [presented] the match as the last.
    refer as | The paper [referred to] the street as the Cut.
    title | The song is [titled] “Rain”.
"""
"""Verbs that call somebody something: the name decides, "a fool" accuses."""

VERBS = """
    address | The mayor [addressed] the shortage of teachers.
    allude | The mayor [alluded to] the debt.
    appear | The bridge [appears] old.
    attribute | The doctor [attributed] the illness to bad water.
    bring up | The mayor [brought up] the debt.
    campaign on | The mayor [campaigned on] lower rent.
    cite | The mayor [cited] the cost of steel.
    come up | The debt [came up].
    contain | The letter [contains] a map.
    contrast | The ad [contrasts] the two mayors.
    debate | The council [debated] the debt.
    demonstrate | The study [demonstrated] that steel expands.
    detail | The report [detailed] how the dam had failed.
    discuss | The ministers [discussed] the price of grain.
    document | The book [documents] the flood.
    draw attention | The mayor [drew attention to] the debt.
    dwell | The book [dwells on] the flood.
    exemplify | The bridge [exemplifies] the town.
    feature | The ad [features] a horse.
    find | The study [found] that bees prefer clover.
    focus | The mayor [focused on] the debt.
    highlight | The report [highlighted] the state of the roads.
    illustrate | The case [illustrates] that steel expands.
    include | The list [includes] a bridge.
    invoke | The mayor [invoked] the past.
    know as | The street is [known as] the Cut.
    know for | The street is [known for] its bread.
    list | The report [lists] the causes of the fire.
    look like | The bridge [looks like] a ship.
    mean | That [means] the bridge is old.
    mention | The minister [mentioned] the new bridge.
    negotiate | The council [negotiated] the debt.
    outline | The chancellor [outlined] her budget.
    point | The guide [pointed] out that the tower leans.
    prove | The study [proved] that steel expands.
    quote | The paper [quoted] a former minister.
    record | The book [records] the flood.
    recount | The miner [recounted] how the roof fell.
    refer | The envoy [referred] to the treaty.
    reference | The mayor [referenced] the fire of last year.
    run on | The mayor [ran on] lower rent.
    seem | The bridge [seems] old.
    show | The survey [showed] that most people walk to work.
    sound | The bridge [sounds] old.
    speak | The mayor [spoke of] the debt.
    spotlight | The ad [spotlighted] the debt.
    symbolise | The bridge [symbolises] the town.
    talk | The singer [talked] about her childhood.
    touch | The mayor [touched on] the debt.
"""

WORDS = """
    apparently | The bridge is [apparently] safe.
    been known | The street has [been known] to flood.
    reportedly | The bridge is [reportedly] safe.
    unclear | It is [unclear] whether the bridge is safe.
    was known | The street [was known] to flood.
    were known | The streets [were known] to flood.
"""
