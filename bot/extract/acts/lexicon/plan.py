"""Meaning to do it oneself."""

VERBS = """
    aim | The firm [aims] to cut its costs.
    aspire | The captain [aspires to] a new ship.
    choose to | The captain [chose to] stay.
    consider whether | The council is [considering] whether to wait.
    contemplate | The mayor is [contemplating] a new run.
    decide | The council [decided to] open the pool.
    elect to | The captain [elected to] stay.
    explore | The council is [exploring] a new tax.
    eye | The captain [eyes] a new ship.
    go ahead | The firm is [going ahead with] the deal.
    intend | The judge [intends] to retire.
    like to | The museum [would like to] open a new wing.
    line up | The firm is [lining up] a new deal.
    look +to | The museum is [looking to] open a new wing.
    make decision | The captain [made the decision to] stay.
    move to | The firm [moved to] cut its costs.
    mull | The council is [mulling] a new tax.
    opt | The family [opted] to stay.
    plan | The museum [plans] to open a new wing.
    plot | The captain [plotted] a new course.
    ponder | The mayor is [pondering] a new run.
    prep | The captain is [prepping for] a race.
    prepare | The fleet is [preparing] to sail.
    pursue | The captain is [pursuing] a new ship.
    reconsider | The captain is [reconsidering] the trip.
    resolve | The council [resolved] to act.
    rethink | The captain is [rethinking] the trip.
    schedule | The court [scheduled] a hearing.
    seek +to | The museum [sought to] open a new wing.
    want +to | The museum [wants to] open a new wing.
"""

NOUNS = """
    agenda | Their [agenda for] the year was plain.
    decision | Its [decision] to close the pool was known.
    desire | His [desire] to win was known.
    determination | Her [determination] to win was known.
    goal | Their [goal of] a lower price was plain.
    intent | His [intent to] stay was plain.
    intention | Her [intention] to retire was known.
    interest in | Her [interest in] the park was plain.
    priority | Rest is [a priority for] the side.
    strategy | Their [strategy for] the race was plain.
    vision | Her [vision for] the park was plain.
    wish | Her [wish to] leave was plain.
"""

WORDS = """
    bent on | The captain is [bent on] the cup.
    eager | The singer is [eager] to perform.
    in the works | A new wing is [in the works].
    intent on | The captain is [intent on] the cup.
    interested in | The captain is [interested in] the cup.
    keen | The singer is [keen] to perform.
    poised | The captain is [poised to] leave.
    set to | The captain is [set to] leave.
"""
