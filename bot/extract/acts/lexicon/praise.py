"""Speaking well of somebody or something."""

VERBS = """
    admire | The critics [admire] the new hall.
    applaud | The union [applauded] the ruling.
    appreciate | The players [appreciate] the coach.
    boast | The chef [boasted] that the soup was famous.
    brag | The chef [bragged] that the soup was famous.
    celebrate | The town [celebrated] the win.
    cheer | The crowd [cheered] the goalkeeper.
    commend | The judge [commended] the police.
    compare favorably | The paper [compared] the mayor [favorably] to the king.
    compare favourably | The paper [compared] the mayor [favourably] to the king.
    compliment | The host [complimented] the cook.
    congratulate | The king [congratulated] the winner.
    credit | The coach [credited] the fans with the win.
    defend | The minister [defended] the budget.
    extol | The bishop [extolled] the nurses.
    gloat | The mayor [gloated about] the win.
    gush | “What a hall,” [gushed] the singer.
    hail | The paper [hailed] the new play as a triumph.
    herald | The paper [heralded] the new hall.
    idolise | The boys [idolise] the goalkeeper.
    laud | The bishop [lauded] the nurses.
    like | The boys [like] the goalkeeper.
    love | The boys [love] the goalkeeper.
    marvel | The visitors [marvelled at] the tower.
    pay tribute | The king [paid tribute to] the nurses.
    praise | The mayor [praised] the fire crew.
    pride | The firm [prides itself on] its engines.
    promote | The firm [promoted] its new engine.
    relish | The captain [relishes] the long trips.
    respect | The players [respect] the referee.
    revere | The boys [revere] the goalkeeper.
    salute | The mayor [saluted] the nurses.
    show off | The firm [showed off] its new engine.
    showcase | The firm [showcased] its new engine.
    thank | The mayor [thanked] the fire crew.
    tout | The firm [touted] its new engine.
    trumpet | The firm [trumpeted] its new engine.
    vouch | The coach [vouched for] the player.
    would love | The town [would love] a park.
"""

NOUNS = """
    admiration | Her [admiration] for the nurses was known.
    adulation | The boys' [adulation of] the goalkeeper was known.
    affection | Their [affection for] the teacher was known.
    applause | There was [applause for] the winner.
    cheerleading | The [cheerleading about] the fair went on.
    congratulation | The king sent [congratulations to] the winner.
    defence | Her [defence of] the budget was long.
    defender | She is [a defender of] the budget.
    defense | Her [defense of] the budget was long.
    enthusiasm | Their [enthusiasm for] the singer was known.
    fan | She is [a fan of] the goalkeeper.
    fondness | Their [fondness for] the teacher was known.
    gratitude | Their [gratitude for] the help was known.
    respect for | Their [respect for] the teacher was known.
    tribute | The song was [a tribute to] the nurses.
"""

WORDS = """
    delighted | The players are [delighted with] the win.
    enamored | The critics are [enamored of] the hall.
    fond of | The critics are [fond of] the hall.
    glowingly | She wrote [glowingly about] the hall.
    grateful | The captain is [grateful for] the help.
    impressed | The critics were [impressed by] the hall.
    proud | The mayor is [proud of] the bridge.
    thankful | The captain is [thankful for] the help.
    thrilled | The players are [thrilled with] the win.
"""
