"""Being against it: turning down, opposing, forbidding, keeping silent."""

VERBS = """
    abandon | The firm [abandoned] the plan.
    abstain | The deputy [abstained from] the vote.
    argue against | The union [argued against] the plan.
    avoid | The mayor [avoided] the question.
    back away | The mayor [backed away from] the plan.
    balk | The council [balked at] the cost.
    ban | The council [banned] the march.
    bar | The court [barred] the march.
    block | The court [blocked] the ban.
    boycott | The players [boycotted] the meal.
    break with | The deputy [broke with] the mayor.
    bristle | The mayor [bristled at] the idea.
    brush off | The mayor [brushed off] the report.
    campaign against | The union [campaigned against] the plan.
    cancel | The firm [cancelled] the order.
    challenge | The firms [challenged] the ban.
    come out against | The union [came out against] the plan.
    decide against | The council [decided against] the pool.
    decide not | The mayor [decided not to] run.
    decline | The ministry [declined] to comment.
    defy | The firm [defied] the ban.
    demur | The deputy [demurred].
    disagree | The deputy [disagreed with] the mayor.
    disapprove | Most voters [disapprove] of the tax.
    dismiss | The mayor [dismissed] the complaint.
    disregard | The captain [disregarded] the order.
    distance from | The party [distanced itself from] the letter.
    drop | The firm [dropped] the plan.
    evade | The mayor [evaded] the question.
    fight against | The union [fought against] the plan.
    forbid | The law [forbids] the sale of ivory.
    halt | The court [halted] the sale.
    ignore | The council [ignored] the warning.
    laugh off | The mayor [laughed off] the report.
    not comment | The firm [would not comment on] the deal.
    not reply | The firm [did not reply to] a letter.
    not respond | The firm [did not respond to] a letter.
    not return | The firm [did not return] a call.
    object | The neighbours [objected] to the noise.
    oppose | The farmers [oppose] the new law.
    outlaw | The law [outlaws] the sale of ivory.
    override | The assembly [overrode] the veto.
    overrule | The court [overruled] the ban.
    overturn | The court [overturned] the ban.
    pass up | The mayor [passed up] the chance to speak.
    prohibit | The law [prohibits] the sale of ivory.
    protest | The teachers [protested] the cuts.
    push back | The union [pushed back on] the plan.
    quash | The court [quashed] the fine.
    rebuff | The board [rebuffed] the bid.
    refrain | The mayor [refrained from] comment.
    refuse | The clerk [refused] to open the door.
    reject | The union [rejected] the offer.
    renounce | The king [renounced] the throne.
    repeal | The assembly [repealed] the law.
    repudiate | The party [repudiated] the letter.
    rescind | The council [rescinded] the permit.
    resist | The bank [resisted] calls for a review.
    retract | The paper [retracted] the story.
    revoke | The council [revoked] the permit.
    rule against | The court [ruled against] the firm.
    rule out | The chancellor [ruled out] a new tax.
    scrap | The firm [scrapped] the order.
    shrug off | The mayor [shrugged off] the report.
    shun | The players [shunned] the meal.
    skirt | The mayor [skirted] the question.
    snub | The players [snubbed] the meal.
    speak out against | The union [spoke out against] the plan.
    spurn | The board [spurned] the bid.
    stop short | The mayor [stopped short of] a pledge.
    strike down | The court [struck down] the law.
    turn against | The town [turned against] the mayor.
    turn away | The guard [turned away] the crowd.
    turn down | The board [turned down] the offer.
    veto | The president [vetoed] the bill.
    vote against | The council [voted against] the bill.
    vote down | The council [voted down] the bill.
    walk back | The mayor [walked back] the plan.
    wave off | The mayor [waved off] the report.
    withdraw | The firm [withdrew] its offer.
"""

NOUNS = """
    abandonment | Their [abandonment of] the plan was known.
    aversion | Their [aversion to] the plan was known.
    disagreement | Their [disagreement with] the plan was known.
    disapproval | Their [disapproval] of the tax was known.
    objection | Their [objections] to the noise were known.
    opponent | The [opponents of] the plan met.
    opposition | Her [opposition] to the plan was known.
    refusal | His [refusal] to open the door was known.
    rejection | Its [rejection] of the offer was known.
    reluctance | Their [reluctance] to talk was known.
    resistance | Their [resistance to] the plan was known.
    unwillingness | Their [unwillingness] to talk was known.
"""

WORDS = """
    are against | The deputies [are against] the plan.
    hesitant | The envoy is [hesitant to] talk.
    is against | The deputy [is against] the plan.
    leery | The envoy is [leery of] the plan.
    mum | The envoy kept [mum about] the plan.
    opposed | The farmers are [opposed] to the tax.
    reluctant | The envoy is [reluctant] to talk.
    unwilling | The envoy is [unwilling] to talk.
    wary | The envoy is [wary of] the plan.
"""
