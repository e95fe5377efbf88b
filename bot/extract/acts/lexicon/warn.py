"""Telling of harm to come, also by one's own hand."""

VERBS = """
    admonish | The judge [admonished] the witness to speak up.
    alert | The airline [alerted] passengers that fog was coming.
    caution | The doctor [cautioned] that the drug was new.
    forewarn | The police [forewarned] drivers of ice.
    raise alarm | The doctor [raised the alarm about] the drug.
    threaten | The union [threatened] to strike.
    warn | The police [warned] that the ice was thin.
"""

NOUNS = """
    threat | Its [threat] to strike came late.
    warning | His [warning] that the ice was thin came late.
"""

WORDS = """
    dire | Her [dire words about] the ice were heard.
"""
