"""Being for it: agreeing, backing, letting it happen."""

VERBS = """
    accept | The union [accepted] the offer.
    acquiesce | The landlord [acquiesced in] the delay.
    adopt | The assembly [adopted] the treaty.
    advocate | The doctors [advocated] for cleaner air.
    agree | The deputy [agreed with] the mayor.
    align with | The deputy [aligned with] the mayor.
    allow | The mayor [allowed] that the plan was weak.
    approve | The council [approved] the budget.
    authorise | The court [authorised] the search.
    back | The union [backed] the strike.
    champion | The senator [championed] the new law.
    choose | Four in ten [would choose] the mayor.
    co-sponsor | The senator [co-sponsored] the bill.
    come out for | The union [came out for] the mayor.
    come out in support | The union [came out in support of] the mayor.
    comply | The firm [complied with] the order.
    concur | The deputy [concurred] with the mayor.
    consent | The patient [consented to] the test.
    echo | The deputy [echoed] the mayor.
    elect | The town [elected] the mayor.
    embrace | The party [embraced] the new law.
    enact | The assembly [enacted] the bill.
    endorse | The paper [endorsed] the mayor.
    favor | Four in ten [favor] the mayor.
    forgive | The king [forgave] the thief.
    get behind | The union [got behind] the mayor.
    grant | The judge [granted] that the law was old.
    gravitate | The voters [gravitated to] the mayor.
    lean toward | The voters [lean toward] the mayor.
    legalise | The assembly [legalised] the market.
    line up behind | The union [lined up behind] the mayor.
    make case for | The senator [made the case for] the treaty.
    pardon | The king [pardoned] the thief.
    pass | The assembly [passed] the bill.
    permit | The council [permits] the market.
    prefer | Four in ten [prefer] the mayor.
    rally behind | The town [rallied behind] the mayor.
    ratify | The assembly [ratified] the treaty.
    relent | The landlord [relented] and waited.
    root for | The town is [rooting for] the mayor.
    rule in favor | The court [ruled in favor of] the firm.
    rule in favour | The court [ruled in favour of] the firm.
    sanction | The council [sanctioned] the march.
    share concern | The deputy [shares the concerns of] the mayor.
    share view | The deputy [shares the view of] the mayor.
    side | The court [sided] with the farmers.
    sign | The president [signed] the bill.
    sign on | The deputy [signed on to] the bill.
    sponsor | The senator [sponsored] the bill.
    stand by | The board [stood by] the director.
    stand with | The board [stood with] the director.
    stick by | The board [stuck by] the director.
    stick with | The board [stuck with] the director.
    stump for | The singer [stumped for] the mayor.
    support | The farmers [support] the new law.
    surrender | The landlord [surrendered to] the tenants.
    throw support | The union [threw its support behind] the mayor.
    throw weight behind | The union [threw its weight behind] the mayor.
    tolerate | The council [tolerates] the market.
    uphold | The court [upheld] the ban.
    vote | The council [voted to] open the pool.
    vote for | The town [voted for] the mayor.
    warm to | The deputy [warmed to] the bill.
    welcome | Paris [welcomed] the offer.
    yield | The landlord [yielded to] the tenants.
"""

NOUNS = """
    acceptance | Its [acceptance] of the plan was known.
    agreement | The two were in [agreement on] the bill.
    allegiance | Their [allegiance to] the king was known.
    ally | The [allies of] the mayor met.
    approval | Its [approval] of the plan was known.
    backer | The [backers of] the bill met.
    consensus | There was [consensus on] the bill.
    endorsement | His [endorsement] of the plan was known.
    inclination | They showed [an inclination to] talk.
    proponent | The [proponents of] the bill met.
    supporter of | The [supporters of] the bill met.
    sympathy | Their [sympathy for] the strikers was known.
    willingness | Their [willingness] to talk was known.
"""

WORDS = """
    comfortable with | The envoy is [comfortable with] the plan.
    in favor of | Nine are [in favor of] the plan.
    in favour of | Nine are [in favour of] the plan.
    inclined | The envoy is [inclined to] talk.
    loyal | The guards are [loyal to] the king.
    open to | The envoy is [open to] the plan.
    ready | The envoy is [ready] to talk.
    supportive | The union is [supportive] of the plan.
    sympathetic | The envoy is [sympathetic to] the plan.
    willing | The envoy is [willing] to talk.
"""
