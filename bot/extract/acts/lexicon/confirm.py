"""Saying that it is so, also against one's interest."""

VERBS = """
    acknowledge | The bank [acknowledged] that errors were made.
    admit | The driver [admitted] that he was asleep.
    affirm | The court [affirmed] the sentence.
    apologise | The airline [apologised for] the delay.
    certify | The clerk [certified] the count.
    concede | The captain [conceded] that the better side had won.
    confess | The clerk [confessed] that he took the money.
    confirm | The hospital [confirmed] that the patient was home.
    corroborate | The witness [corroborated] the story.
    make no secret | The mayor [made no secret of] the debt.
    nod to | The mayor [nodded to] the past.
    plead guilty | The thief [pleaded guilty to] theft.
    reaffirm | The court [reaffirmed] the sentence.
    regret | The minister [regretted] the delay.
    substantiate | The letter [substantiated] the story.
    validate | The letter [validated] the story.
    verify | The police [verified] that the letter was real.
    vindicate | The letter [vindicated] the story.
"""

NOUNS = """
    acknowledgement | Her [acknowledgement] that errors were made was brief.
    acknowledgment | Her [acknowledgment] that errors were made was brief.
    admission | His [admission] that he took the money was brief.
    apology | His [apology for] the delay was brief.
"""
