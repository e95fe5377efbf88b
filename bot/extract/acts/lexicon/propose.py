"""Putting a thing or a person forward."""

VERBS = """
    advise | The lawyer [advised] the family to wait.
    counsel | The lawyer [counselled] patience.
    float | The minister [floated] a new tax.
    invite | The king [invited] the envoy to stay.
    nominate | The party [nominated] a nurse as mayor.
    offer to | The neighbour [offered to] pay for the fence.
    pitch | The firm [pitched] a new tunnel.
    propose | The senator [proposed] a tax on sugar.
    propound | The envoy [propounded] a new treaty.
    put forth | The deputy [put forth] a new bill.
    put forward | The deputy [put forward] a new bill.
    recommend | The doctors [recommended] that schools close.
"""

NOUNS = """
    advice | Her [advice] to wait was known.
    idea for | Her [idea for] a park was good.
    nominee | The [nominee for] the court is a nurse.
    offer | His [offer] to pay was known.
    proposal | Her [proposal] to tax sugar was known.
    recommendation | Its [recommendation] that schools close was known.
    suggestion to | Her [suggestion to] leave early was good.
"""
