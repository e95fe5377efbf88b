"""Reckoning with what is to come, hoped or feared."""

VERBS = """
    agonise | The parents [agonised about] the test.
    anticipate | The airline [anticipates] a busy summer.
    augur | The polls [augur] a hard year.
    await | The villagers [await] the ruling.
    bank on | The side is [banking on] a win.
    brace | The villagers are [bracing for] a storm.
    count on | The side is [counting on] a win.
    dread | The villagers [dread] the next flood.
    envisage | The bank [envisages] a hard year.
    envision | The council [envisions] a park by the river.
    expect | The bank [expects] prices to rise.
    fear | The villagers [fear] that the dam will fail.
    forecast | The bank [forecast] that prices would rise.
    foresee | The bank [foresees] a hard year.
    foretell | The witch [foretold] a hard year.
    fret | The parents [fretted about] the test.
    hope | The farmers [hope] that the rain will come.
    look forward | The side is [looking forward to] the match.
    pray | The villagers [prayed for] rain.
    predict | The bank [predicted] that prices would rise.
    presume | The side is [presumed to] win.
    project | The agency [projected] that the river would rise.
    put figure | The bank [put the figure at] two million.
    speculate | The paper [speculated] that the mayor would go.
    wait for | The villagers are [waiting for] a storm.
    worry | The parents [worry] that the school will close.
"""

NOUNS = """
    alarm | Their [alarm about] the test grew.
    anxiety | Their [anxiety about] the test grew.
    apprehension | Their [apprehension about] the test grew.
    concern | [Concerns] that the dam would fail grew.
    concern that | They voiced [concern that] the dam would fail.
    confidence | Their [confidence that] they would win grew.
    estimate of | Their [estimate of] growth was low.
    expectation | [Expectations] that prices would rise grew.
    odds | They spoke of [the odds of] a hard year.
    optimism | [Optimism] that the talks would help grew.
    outlook | The [outlook] for the harvest was poor.
    prediction | His [prediction] that prices would rise was right.
    projection | The [projection] that prices would rise was right.
    speculation | [Speculation] that the king was ill grew.
    unease | Their [unease about] the test grew.
"""

WORDS = """
    afraid | The villagers are [afraid] that the dam will fail.
    alarmed | The parents are [alarmed by] the test.
    apprehensive | The parents are [apprehensive about] the test.
    concerned | The villagers are [concerned] about the dam.
    confident | The coach is [confident] that the side will win.
    fearful | The villagers are [fearful] that the dam will fail.
    hopeful | The coach is [hopeful] that the side will win.
    likely to | The court is [likely to] hear the case.
    near certainty | It is [a near certainty] that the side will win.
    nervous | The parents are [nervous about] the test.
    optimistic | The coach is [optimistic] that the side will win.
    scared | The parents are [scared of] the test.
    unlikely to | The court is [unlikely to] hear the case.
    worried | The villagers are [worried] that the dam will fail.
    worried by | The parents are [worried by] the test.
    worries | The [worries] of the villagers grew.
"""
