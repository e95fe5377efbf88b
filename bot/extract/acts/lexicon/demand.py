"""Wanting somebody to act: ordering, urging, asking for."""

VERBS = """
    appeal for | The charity [appealed for] blankets.
    appeal to | The charity [appealed to the public to] give blankets.
    ask for | The union [asked for] better pay.
    ask that | The judge [asked that] the jury wait.
    ask to | The judge [asked the jury to] wait.
    beg | The captain [begged] the crew to stay.
    beseech | The captain [beseeched] the crew to stay.
    call for | The union [called for] a strike.
    call on | The union [called on] the council to act.
    call to | The party is [calling to] mend the road.
    call upon | The union [called upon] the council to act.
    campaign to | The farmers [campaigned to] widen the road.
    challenge to | The host [challenged] the senator [to] a duel.
    command | The captain [commanded] the crew to stay.
    compel | The law [compels] drivers to stop.
    convince | The captain [convinced] the crew to stay.
    crave | The farmers [crave] rain.
    cry out for | The town [cried out for] a doctor.
    dare | The boy [dared] him to jump.
    demand | The union [demanded] that wages rise.
    encourage | The teacher [encouraged] the class to read.
    entreat | The captain [entreated] the crew to stay.
    exhort | The coach [exhorted] the side to run.
    fight for | The union [fought for] better pay.
    file lawsuit aimed | The parents [filed a lawsuit aimed at] the ban.
    file motion | The paper [filed a motion to] see the file.
    file petition | The parents [filed a petition to] see the file.
    implore | The mayor [implored] drivers to slow down.
    impose | The council [imposed] a fine.
    insist on | The landlord [insisted on] a deposit.
    instruct | The judge [instructed] the jury to wait.
    levy | The council [levied] a fine.
    lobby | The banks [lobbied] for a delay.
    long for | The farmers [long for] rain.
    look for | The farmers are [looking for] help.
    mandate | The law [mandates] a licence.
    oblige | The law [obliges] drivers to stop.
    order | The captain [ordered] the crew to stay.
    persuade | The captain [persuaded] the crew to stay.
    petition | The parents [petitioned] the council for a crossing.
    plead | The captain [pleaded] with the crew to stay.
    press | The union [pressed] the council to act.
    pressure | The union [pressured] the council to act.
    push | The farmers [pushed] for a new road.
    request | The police [requested] a delay.
    require | The law [requires] a licence.
    seek | The lawyers [sought] a delay.
    sentence | The judge [sentenced] the thief to a year.
    solicit | The charity [solicited] gifts.
    stress need | The doctor [stressed the need for] rest.
    sue to | The parents [sued to] see the file.
    summon | The judge [summoned] the witness.
    urge | The envoy [urged] calm.
    want | The farmers [want] the council to mend the road.
    wish for | The farmers [wish for] rain.
    yearn | The farmers [yearn for] rain.
"""

NOUNS = """
    appeal | Her [appeal] for calm was known.
    insistence on | His [insistence on] a deposit was known.
    plea | Her [plea] for calm was known.
    push for | Its [push for] a wider road was known.
"""

WORDS = """
    hungry for | The farmers are [hungry for] news.
"""
