"""Finding fault with somebody or something."""

VERBS = """
    abhor | The bishop [abhors] the war.
    accuse | The paper [accused] the mayor of theft.
    allege | The lawyer [alleged] that the will was forged.
    assail | The union [assailed] the budget.
    attack | The senator [attacked] the new law.
    bash | The senator [bashed] the banks.
    belittle | The host [belittled] the senator.
    bemoan | The farmer [bemoaned] the late rain.
    berate | The coach [berated] the referee.
    bicker | The rivals [bickered over] the budget.
    blame | The farmers [blamed] the drought on the dam.
    blast | The union [blasted] the budget.
    boo | The crowd [booed] the goalkeeper.
    call into question | The audit [called into question] the cost of the tower.
    call out | The senator [called out] the banks.
    carp | The critics [carped about] the play.
    castigate | The bishop [castigated] the banks.
    censure | The assembly [censured] the minister.
    charge | The opposition [charged] that the count was false.
    charge with | The prosecutor [charged] the banker [with] theft.
    chastise | The judge [chastised] the lawyer.
    chide | The coach [chided] the players for being late.
    come under fire | The mayor [came under fire from] the union.
    complain | The neighbours [complained] that the bell was loud.
    condemn | Rome [condemned] the attack.
    criticise | The union [criticised] the budget.
    decry | The bishop [decried] the waste.
    demean | The host [demeaned] the senator.
    demonise | The ad [demonised] the farmers.
    denounce | The bishop [denounced] the war.
    deplore | The bishop [deplored] the waste.
    deride | The host [derided] the senator.
    despise | The critics [despise] the new hall.
    detest | The critics [detest] the new hall.
    ding | The rivals [dinged] the mayor.
    disdain | The critics [disdain] the new hall.
    dislike | The critics [dislike] the new hall.
    disparage | The host [disparaged] the senator.
    draw criticism | The plan [drew criticism from] the union.
    excoriate | The bishop [excoriated] the banks.
    fault | The auditor [faulted] the firm for its haste.
    file claim | The parents [filed a claim over] the fire.
    file complaint | The parents [filed a complaint about] the bus.
    file lawsuit | The parents [filed a lawsuit over] the fire.
    find fault | The auditor [found fault with] the tower.
    fire back | The union [fired back at] the mayor.
    fulminate | The bishop [fulminated against] the banks.
    go after | The senator [went after] the banks.
    grill | The committee [grilled] the banker.
    hammer | The senator [hammered] the banks.
    hate | The critics [hate] the new hall.
    heckle | The crowd [heckled] the speaker.
    hit back | The union [hit back at] the mayor.
    hit for | The ad [hit the mayor for] the flood.
    impugn | The letter [impugned] the judge.
    indict | The jury [indicted] the banker for theft.
    insult | The guest [insulted] the host.
    inveigh | The bishop [inveighed against] the war.
    jab | The host [jabbed at] the senator.
    jeer | The crowd [jeered] the goalkeeper.
    lambaste | The union [lambasted] the budget.
    lament | The farmer [lamented] the late rain.
    lash out | The singer [lashed out at] the press.
    light into | The coach [lit into] the referee.
    liken | The critic [likened] the hall to a prison.
    loathe | The critics [loathe] the new hall.
    make fun | The host [made fun of] the mayor.
    malign | The paper [maligned] the mayor.
    mock | The host [mocked] the senator.
    needle | The host [needled] the senator.
    pan | The critics [panned] the play.
    pile on | The rivals [piled on] the mayor.
    poke at | The host [poked at] the mayor.
    poke fun | The host [poked fun at] the mayor.
    pummel | The senator [pummelled] the banks.
    question | The auditor [questioned] the cost of the tower.
    rail | The senator [railed] against the banks.
    raise question | The auditor [raised questions about] the tower.
    rebuke | The judge [rebuked] the lawyer.
    reprimand | The judge [reprimanded] the lawyer.
    reproach | The teacher [reproached] the class.
    resent | The villagers [resent] the noise.
    ridicule | The host [ridiculed] the senator.
    rip | The senator [ripped] the banks.
    rip into | The coach [ripped into] the referee.
    savage | The critics [savaged] the play.
    scoff | The mayor [scoffed] at the idea.
    scold | The teacher [scolded] the class for the noise.
    shoot back | “Ask the council,” the mayor [shot back].
    single out | The report [singled out] the mayor.
    slam | The union [slammed] the budget.
    smear | The paper [smeared] the mayor.
    snipe | The rivals [sniped at] the mayor.
    spar | The rivals [sparred over] the budget.
    sue | The parents [sued] the school over the fire.
    swipe | The host [swiped at] the mayor.
    take aim | The senator [took aim at] the banks.
    take issue | The doctors [took issue with] the report.
    take shot | The host [took shots at] the senator.
    take swipe | The host [took a swipe at] the senator.
    target | The ad [targeted] the mayor.
    tarnish | The ad [tarnished] the mayor.
    taunt | The crowd [taunted] the goalkeeper.
    thunder | The bishop [thundered against] the war.
    trash | The critics [trashed] the play.
    turn on | The board [turned on] the director.
    upbraid | The coach [upbraided] the players.
    vilify | The paper [vilified] the mayor.
"""

NOUNS = """
    accusation | [Accusations] that he took the money grew.
    allegation | [Allegations] that he took the money grew.
    backlash | There was [a backlash against] the tax.
    barb | The mayor's [barbs] against the press went on.
    broadside | Her [broadside against] the press was long.
    case against | Their [case against] the banker is weak.
    complaint | [Complaints] that the bell was loud grew.
    concern about | The doctors voiced [concern about] the drug.
    concern over | The doctors voiced [concern over] the drug.
    condemnation | Its [condemnation] of the attack was known.
    controversy | There was [a controversy over] the tax.
    critic | The [critics of] the tower met.
    criticism | Her [criticism] of the budget was known.
    critique | Her [critique of] the play was sharp.
    denunciation | Its [denunciation] of the attack was known.
    displeasure | The board voiced [displeasure with] the plan.
    feud over | There was [a feud over] the tax.
    grievance | Their [grievances against] the bank are old.
    hostility | Their [hostility to] the play was known.
    indictment | The book is [an indictment of] the banks.
    ire | The [ire over] the tax grew.
    lawsuit | The parents filed [a lawsuit over] the fire.
    misgiving | [Misgivings] about the tax grew.
    outcry | There was [an outcry over] the tax.
    outrage | [Outrage] over the tax grew.
    rant | Her [rant about] the press was long.
    scorn | Their [scorn for] the play was known.
    scrutiny | The plan was under [scrutiny].
    tirade | Her [tirade against] the press was long.
    uproar | There was [an uproar over] the tax.
"""

WORDS = """
    case against | The bank made its [case against] the tax.
    critical | The auditor is [critical] of the tower.
    derisively | The host spoke [derisively] of the play.
    disparaging | Her [disparaging] words about the play were printed.
    no fan of | The critic is [no fan of] the play.
    scathing | Her [scathing] words about the play were printed.
    sick of | Drivers are [sick of] the roadworks.
    tired of | Drivers are [tired of] the roadworks.
    troubled by | The doctors are [troubled by] the drug.
"""
