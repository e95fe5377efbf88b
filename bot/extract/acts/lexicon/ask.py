"""Wanting to know."""

VERBS = """
    ask | The judge [asked]: “Was the door locked?”
    ask about | The judge [asked about] the key.
    ask how | The judge [asked] how to wait.
    ask if | The judge [asked] if they would wait.
    ask what | The judge [asked] what they saw.
    ask whether | The judge [asked] whether to wait.
    ask who | The judge [asked] who they saw.
    ask why | The judge [asked] why they wait.
    demand to know | The auditor [demanded to know] who had the key.
    inquire | The clerk [inquired] whether the form was signed.
    need to know | The auditor [needed to know] who had the key.
    poll | The paper [polled] the voters.
    press about | The host [pressed] the mayor [about] the debt.
    press on | The host [pressed] the mayor [on] the debt.
    probe | The host [probed] the mayor.
    pump for | The host [pumped] the mayor [for] news.
    query | “Which door?” [queried] the guard.
    question about | The judge [was questioned about] the letter.
    question how | The auditor [questioned how] the tower was paid for.
    question whether | The auditor [questioned whether] the tower was safe.
    question why | The auditor [questioned why] the tower was built.
    raise question whether | The ruling [raised questions about whether] the tower would stand.
    want to know | The auditor [wanted to know] who had the key.
    wonder | The critic [wondered whether] the play would end.
"""

NOUNS = """
    inquiry | The [inquiry into] the key was open.
    question over | There were [questions over] the key.
"""

WORDS = """
    interviewed | The paper [interviewed] the mayor.
    of interest | Also [of interest]: the price of steel.
    under questioning | The mayor was [under questioning] over the debt.
"""
