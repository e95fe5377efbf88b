"""Saying that it is not so."""

VERBS = """
    belie | The figures [belie] the report.
    cast doubt | The report [cast doubt on] the legend.
    contradict | The witness [contradicted] the driver.
    correct | The museum [corrected] the legend.
    debunk | The museum [debunked] the legend.
    deny | The minister [denied] the report.
    disavow | The party [disavowed] the letter.
    discount | The minister [discounted] the report.
    dispute | The firm [disputed] the findings.
    downplay | The minister [downplayed] the strike.
    exonerate | The report [exonerated] the mayor.
    minimise | The minister [minimised] the strike.
    negate | The figures [negate] the report.
    play down | The minister [played down] the strike.
    plead not guilty | The thief [pleaded not guilty to] theft.
    pooh-pooh | The minister [pooh-poohed] the strike.
    push back against | The bank [pushed back against] the report.
    rebut | The lawyer [rebutted] the claim.
    refute | The firm [refuted] the findings.
"""

NOUNS = """
    denial | His [denial] that he took the money was brief.
"""
