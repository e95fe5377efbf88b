"""The lexicon of nouns and adjectives that attribute, by act: the words, what may follow, an example.

What may follow: `that` a that-clause, `to` an infinitive, and any preposition by its name. Plurals in -s
go without saying.
"""

from bot.extract.reading import Act

NOUNS: dict[Act, str] = {
    "state": """
        statement | that | The statement that the bridge was safe came from the mayor.
        claim | that of | Her claim that the bridge was safe came late.
        assertion | that of | His assertion that the bridge was safe came late.
        argument | that | His argument that the bridge was safe came late.
        contention | that | Her contention that the bridge was safe came late.
        insistence | that | His insistence that the bridge was safe came late.
        announcement | that of | Her announcement that the bridge would close came late.
        declaration | that | His declaration that the war was over came late.
        observation | that | Her observation that the hall was empty came late.
        report | that of | Reports that the dam had failed came late.
        finding | that | The finding that bees prefer clover came late.
        suggestion | that | His suggestion that the mayor knew came late.
        explanation | that | Her explanation that steel expands came late.
        rumour | that | Rumours that the king was ill spread.
        rumor | that | Rumors that the king was ill spread.
    """,
    "believe": """
        belief | that in | Her belief that the rain would come was strong.
        view | that | His view that the plan was weak was known.
        opinion | that | Her opinion that the plan was weak was known.
        conviction | that | His conviction that the plan was weak was known.
        suspicion | that | Suspicions that the fire was set grew.
        idea | that | The idea that the mayor knew grew.
        notion | that | The notion that the mayor knew grew.
        perception | that | The perception that the mayor knew grew.
        impression | that | The impression that the mayor knew grew.
        assumption | that | The assumption that wages will rise grew.
        doubt | that | Doubts that the plan would work grew.
        eagerness | to | Her eagerness to sing was plain.
    """,
    "expect": """
        expectation | that of | Expectations that prices would rise grew.
        hope | that of for | Hopes that the rain would come grew.
        fear | that of | Fears that the dam would fail grew.
        concern | that about over | Concerns that the dam would fail grew.
        worry | that about | Worries that the dam would fail grew.
        prediction | that of | His prediction that prices would rise was right.
        forecast | that of for | The forecast that prices would rise was right.
        projection | that of | The projection that prices would rise was right.
        estimate | that of | Her estimate of the damage was low.
        outlook | for | The outlook for the harvest was poor.
        speculation | that about | Speculation that the king was ill grew.
        optimism | that about | Optimism that the talks would help grew.
    """,
    "deny": """
        denial | that of | His denial that he took the money was brief.
        dismissal | of | Her dismissal of the report was brief.
    """,
    "confirm": """
        admission | that of | His admission that he took the money was brief.
        acknowledgment | that of | Her acknowledgment that errors were made was brief.
        acknowledgement | that of | Her acknowledgement that errors were made was brief.
        confession | that of | His confession that he took the money was brief.
        confirmation | that of | The confirmation that the patient was home was brief.
    """,
    "accept": """
        support | for | Her support for the plan was known.
        endorsement | of | His endorsement of the plan was known.
        approval | of | Its approval of the plan was known.
        backing | for of | Its backing for the plan was known.
        willingness | to | Their willingness to talk was known.
        acceptance | of | Its acceptance of the plan was known.
    """,
    "refuse": """
        refusal | to of | His refusal to open the door was known.
        rejection | of | Its rejection of the offer was known.
        opposition | to | Her opposition to the plan was known.
        objection | to | Their objections to the noise were known.
        disapproval | of | Their disapproval of the tax was known.
        reluctance | to | Their reluctance to talk was known.
        unwillingness | to | Their unwillingness to talk was known.
        veto | of | His veto of the bill was known.
    """,
    "demand": """
        demand | that for to | Its demand that wages rise was known.
        call | for to | Their calls for a new vote were known.
        request | that for to | Its request for a delay was known.
        appeal | for to | Her appeal for calm was known.
        plea | for to | Her plea for calm was known.
        order | that to | His order to sail was known.
    """,
    "propose": """
        proposal | that to for | Her proposal to tax sugar was known.
        recommendation | that to | Its recommendation that schools close was known.
        offer | to of | His offer to pay was known.
        advice | that to | Her advice to wait was known.
    """,
    "promise": """
        promise | that to of | His promise to mend the road was known.
        pledge | that to of | Her pledge to mend the road was known.
        vow | that to | His vow to return was known.
        commitment | that to | Its commitment to lower fees was known.
        assurance | that | His assurances that all was well were known.
        guarantee | that of | Its guarantee that the roof would last was known.
    """,
    "plan": """
        plan | to for | Its plan to open a new wing was known.
        intention | to of | Her intention to retire was known.
        decision | to that | Its decision to close the pool was known.
        determination | to | Her determination to win was known.
        desire | to for | His desire to win was known.
    """,
    "warn": """
        warning | that of about | His warning that the ice was thin came late.
        threat | to that of | Its threat to strike came late.
    """,
    "accuse": """
        accusation | that of | Accusations that he took the money grew.
        allegation | that of | Allegations that he took the money grew.
        charge | that | The charge that he took the money was old.
        criticism | of that | Her criticism of the budget was known.
        complaint | that about of | Complaints that the bell was loud grew.
        attack | on | His attacks on the banks were known.
        condemnation | of | Its condemnation of the attack was known.
        denunciation | of | Its denunciation of the attack was known.
        outrage | over at | Outrage over the tax grew.
        anger | over at | Anger over the tax grew.
        misgiving | about | Misgivings about the tax grew.
    """,
    "praise": """
        praise | for of | Her praise for the nurses was known.
        admiration | for | Her admiration for the nurses was known.
    """,
    "ask": """
        question | about | Questions about the cost of the tower grew.
    """,
}

ADJECTIVES: dict[Act, str] = {
    "believe": """
        convinced | that of | The farmers are convinced that the rain will come.
        certain | that of | The farmers are certain that the rain will come.
        sure | that | The farmers are sure that the rain will come.
        skeptical | that of about | The farmers are skeptical of the forecast.
        sceptical | that of about | The farmers are sceptical of the forecast.
        proud | that of | The mayor is proud of the bridge.
        glad | that to | The mayor is glad that the bridge is open.
        happy | that to with | The mayor is happy with the bridge.
        angry | that about over at | The farmers are angry about the tax.
        upset | that about over | The farmers are upset about the tax.
        furious | that about over at | The farmers are furious over the tax.
    """,
    "expect": """
        confident | that of about | The coach is confident that the side will win.
        hopeful | that about | The coach is hopeful that the side will win.
        optimistic | that about | The coach is optimistic that the side will win.
        afraid | that of | The villagers are afraid that the dam will fail.
        worried | that about | The villagers are worried that the dam will fail.
        concerned | that about | The villagers are concerned about the dam.
        fearful | that of | The villagers are fearful that the dam will fail.
    """,
    "accept": """
        willing | to | The envoy is willing to talk.
        ready | to | The envoy is ready to talk.
        supportive | of | The union is supportive of the plan.
    """,
    "refuse": """
        unwilling | to | The envoy is unwilling to talk.
        reluctant | to | The envoy is reluctant to talk.
        opposed | to | The farmers are opposed to the tax.
    """,
    "plan": """
        eager | to | The singer is eager to perform.
        determined | to | The captain is determined to win.
        keen | to on | The singer is keen to perform.
    """,
    "accuse": """
        critical | of | The auditor is critical of the tower.
    """,
}
