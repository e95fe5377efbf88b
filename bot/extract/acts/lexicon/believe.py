"""Holding a view or a feeling."""

VERBS = """
    anger | The delay [angered] the captain.
    annoy | The delay [annoyed] the captain.
    assume | The bank [assumes] that wages will rise.
    believe | Farmers [believe] the rain will come.
    care | The sailor [cares about] the sea.
    consider | The doctors [consider] the drug safe.
    deem | The court [deemed] the search unlawful.
    dismay | The delay [dismayed] the captain.
    distrust | The sailor [distrusts] the captain.
    doubt | The envoy [doubts] that talks will help.
    enjoy | The sailor [enjoyed] the trip.
    feel | Many parents [feel] that the school is too far.
    find it | The captain [found it] odd to stay.
    fixate | The broker is [fixated on] steel.
    frustrate | The delay [frustrated] the captain.
    fume | The players [fumed over] the delay.
    grieve | The town [grieved for] the crew.
    guess | The broker [guesses] the price is low.
    imagine | The boy [imagined] the sea was near.
    infuriate | The delay [infuriated] the captain.
    interpret | The judge [interpreted] the law as a ban.
    intrigue | The storm [intrigued] the captain.
    know | The pilots [knew] that the runway was short.
    learn | The police [learned] that the car was stolen.
    mourn | The town [mourned] the crew.
    notice | The sailor [noticed] the storm was near.
    perceive | Many [perceive] the mayor as a friend.
    please | The delay [pleased] the captain.
    puzzle | The storm [puzzled] the captain.
    rattle | The storm [rattled] the captain.
    realise | The captain [realised] that the tide had turned.
    reckon | The farmers [reckon] that half the crop is lost.
    recognise | The council [recognised] that the road was old.
    regard | Many [regard] the mayor as a friend.
    see | The farmers [see] the road as old.
    seethe | The players [seethed over] the delay.
    sense | The sailor [sensed] the storm was near.
    shock | The storm [shocked] the captain.
    startle | The storm [startled] the captain.
    suspect | Many [suspect] that the fire was set.
    think | Ms Ode [thinks] the plan is weak.
    trust | The sailor [trusts] the captain.
    understand | The pilots [understood] that the runway was short.
    upset | The delay [upset] the captain.
    view | Many voters [view] the mayor as a friend.
    view as | Many [view] the mayor [as] a friend.
    wonder at | The sailor [wondered at] the storm.
"""

NOUNS = """
    assessment | Her [assessment of] the race was known.
    assumption | The [assumption] that wages will rise grew.
    attitude | Their [attitude to] the plan was known.
    belief | Her [belief] that the rain would come was strong.
    confidence in | Their [confidence in] the plan was known.
    conviction | Her [conviction] that the plan was weak was known.
    despair | They were in [despair over] the plan.
    disappointment | Their [disappointment with] the plan was known.
    doubt | There are [doubts] that the plan will work.
    eagerness | Her [eagerness] to sing was plain.
    faith | Their [faith in] the plan was known.
    feeling | Their [feeling that] the plan was weak grew.
    frustration | Their [frustration with] the plan was known.
    idea | The [idea] that the mayor knew grew.
    impression | The [impression] that the mayor knew grew.
    interpretation | Her [interpretation of] the law was known.
    notion | The [notion] that the mayor knew grew.
    obsession with | Their [obsession with] the sea was known.
    opinion | Her [opinion] that the plan was weak was known.
    passion | Their [passion for] the sea was known.
    perception | The [perception] that the mayor knew grew.
    preference | Their [preference for] the sea was known.
    realization | The [realization that] the plan was weak came late.
    recognition | The [recognition that] the plan was weak came late.
    remorse | Their [remorse for] the theft was known.
    reservation about | Their [reservations about] the plan were known.
    sentiment | The [sentiment that] the plan was weak grew.
    skepticism | Their [skepticism about] the plan was known.
    surprise | Their [surprise at] the plan was known.
    suspicion | [Suspicions] that the fire was set grew.
    theory | Her [theory that] the plan was weak was right.
    thinking | The [thinking that] the plan was weak grew.
    thought | The [thought that] the plan was weak grew.
    understanding | Her [understanding of] the law was known.
"""

WORDS = """
    agitated | The farmers are [agitated about] the flood.
    angry | The farmers are [angry] about the tax.
    aware | The farmers are [aware of] the flood.
    bitter | The farmers are [bitter about] the flood.
    certain | The farmers are [certain] that the rain will come.
    convinced of | The farmers are [convinced of] the plan.
    convinced that | The farmers are [convinced that] the rain will come.
    curious | The farmers are [curious about] the flood.
    disappointed | The farmers are [disappointed by] the flood.
    distressed | The farmers are [distressed by] the flood.
    distrustful | The farmers are [distrustful of] the flood.
    divided on | The farmers are [divided on] the flood.
    doubtful | The farmers are [doubtful about] the flood.
    embittered | The farmers are [embittered at] the flood.
    furious | The farmers are [furious] over the tax.
    glad | The mayor is [glad] that the bridge is open.
    happy | The mayor is [happy] with the bridge.
    in mind | The captain has a trip [in mind].
    incensed | The farmers are [incensed at] the flood.
    keenly aware | The farmers are [keenly aware of] the flood.
    mad | The farmers are [mad] about the tax.
    no illusions | She had [no illusions about] the plan.
    outraged | The farmers are [outraged at] the flood.
    saddened | The farmers are [saddened by] the flood.
    sceptical | The farmers are [sceptical] of the forecast.
    skeptical | The farmers are [skeptical] of the forecast.
    sure | The farmers are [sure] that the rain will come.
    surprised | The farmers are [surprised by] the flood.
    unaware | The farmers are [unaware of] the flood.
    uncertain | The farmers are [uncertain about] the flood.
    unhappy | The farmers are [unhappy about] the flood.
    unsure | The farmers are [unsure about] the flood.
"""
