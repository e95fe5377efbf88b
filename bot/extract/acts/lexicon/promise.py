"""Giving one's word."""

VERBS = """
    assure | The pilot [assured] passengers that all was well.
    commit | The bank [committed to] lower fees.
    give word | The captain [gave his word that] the crew would stay.
    guarantee | The firm [guaranteed] that the roof would last.
    pledge | The bank [pledged] to help the fund.
    promise | The mayor [promised] to mend the road.
    reassure | The bank [reassured] savers that their money was safe.
    swear | The witness [swore] that the light was red.
    undertake | The firm [undertook] to clean the river.
    vow | The captain [vowed] to return.
"""

NOUNS = """
    assurance | His [assurances] that all was well were known.
    commitment | Its [commitment] to lower fees was known.
    oath | His [oath to] serve the king was kept.
"""

WORDS = """
    committed to | The mayor is [committed to] the plan.
"""
