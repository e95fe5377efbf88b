"""The lexicon of verbs that attribute, by act: lemma, what may follow it, and an example of its use.

What may follow (or stand before) a verb:

- `quote`: words between quotation marks, before or after, also inverted ("…," said Smith)
- `clause`: a clause without "that", before or after
- `that`: a clause with "that", "whether", "how", …
- `object`: a noun phrase
- `to`: an infinitive
- `whom`: the person spoken to may stand in between; never part of what is said
- `+word`: a particle that belongs to the cue and is followed by a noun phrase or an infinitive
"""

from bot.extract.reading import Act

VERBS: dict[Act, str] = {
    "state": """
        say | quote clause that object | The mayor said the bridge was closed.
        tell | quote clause that object whom | Ms Ode told reporters that the bridge was closed.
        add | quote that | She added that work had begun.
        write | quote that +of | “The bridge is safe,” wrote the engineer.
        note | quote that object | The council noted that traffic had doubled.
        report | quote that | The agency reported that sales rose.
        announce | quote that object | The ministry announced a new timetable.
        state | quote that | The report stated that the wall had cracked.
        explain | quote that object | The engineer explained that steel expands.
        declare | quote that object | The judge declared the trial open.
        tweet | quote that | The senator tweeted that the hall was full.
        post | quote that | “Doors open at nine,” the museum posted.
        reply | quote that clause | The clerk replied that the office was shut.
        respond | quote that +to +with | The bank responded that the accounts were safe.
        answer | quote that | “Not today,” the driver answered.
        continue | quote | “The road is long,” Ms Ode continued.
        conclude | quote that clause | The panel concluded that the valve had failed.
        remark | quote that +on | “It is late,” remarked the usher.
        observe | quote that | The critic observed that the hall was half empty.
        mention | quote that object | The minister mentioned the new bridge.
        recall | quote that object | The sailor recalled that the sea was calm.
        remember | that object | The sailor remembered that the sea was calm.
        reiterate | quote that object clause | The bank reiterated that deposits were safe.
        repeat | quote that | The mayor repeated that the bridge would stay.
        reveal | quote that object | The museum revealed that the painting was a copy.
        disclose | quote that object | The firm disclosed that it had lost money.
        stress | quote that object | The doctor stressed that rest was needed.
        emphasise | quote that object | The coach emphasised the need for patience.
        underline | quote that object | The envoy underlined that talks would go on.
        underscore | quote that object | The envoy underscored that talks would go on.
        highlight | that object | The report highlighted the state of the roads.
        indicate | quote that clause | The clerk indicated that the file was lost.
        clarify | quote that object | The ministry clarified that the rule was old.
        specify | quote that clause object | Rome specified that the visit would be short.
        call | object quote | The critic called the play a triumph.
        describe | object quote | The witness described the car as red.
        cite | object | The mayor cited the cost of steel.
        quote | object | The paper quoted a former minister.
        refer | +to | The envoy referred to the treaty.
        point | +out +to | The guide pointed out that the tower leans.
        talk | +about +of | The singer talked about her childhood.
        speak | +about +of | The singer spoke about her childhood.
        discuss | object | The ministers discussed the price of grain.
        detail | object that | The report detailed how the dam had failed.
        outline | object that | The chancellor outlined her budget.
        recount | quote that object | The miner recounted how the roof fell.
        relate | quote that | The miner related that the roof fell.
        inform | whom that | The airline informed passengers that the flight was late.
        remind | whom that quote | The guide reminded visitors that the tower closes early.
        testify | quote that clause | The officer testified that the door was open.
        assert | quote that object clause | The lawyer asserted that the will was valid.
        claim | quote that clause | The seller claimed the car was new.
        maintain | quote that | The clerk maintained that the sum was right.
        contend | quote that clause | The lawyer contended that the will was valid.
        argue | quote that clause | The lawyer argued that the will was valid.
        insist | quote that clause +on | The pilot insisted that the runway was clear.
        suggest | quote that clause object | The letter suggested that the mayor knew.
        imply | quote that clause | The letter implied that the mayor knew.
        hint | quote that +at | The minister hinted that the tax would fall.
        signal | quote that object | The bank signaled that rates had peaked.
        find | that | The study found that bees prefer clover.
        show | that clause | The survey showed that most people walk to work.
        reflect | quote | “We were young,” the sailor reflected.
        comment | quote that +on | The minister commented on the strike.
        joke | quote that | The host joked that the soup was older than him.
        quip | quote that | “I was asleep,” quipped the host.
        shout | quote that | “Stop the train,” shouted the guard.
        chant | quote | The crowd chanted “Bring back the bus.”
        yell | quote | “Stop the train,” yelled the guard.
        exclaim | quote that | “What a night,” exclaimed the singer.
        whisper | quote that | “Not here,” whispered the clerk.
        mutter | quote | “Not here,” muttered the clerk.
        tease | quote | “You are late again,” teased the host.
        email | quote | “We are late,” emailed the clerk.
        interject | quote | “Not so fast,” interjected the chairman.
        opine | quote that | The critic opined that the play was long.
        elaborate | quote that +on | The minister elaborated on her plan.
        echo | quote object | The deputy echoed the concerns of the mayor.
        rule | quote that | The court ruled that the ban was lawful.
        estimate | that clause object | The agency estimated that a third of the crop was lost.
        calculate | that | The bank calculated that the loss was small.
        define | object | The law defines a child as anyone under sixteen.
        compare | object | The critic compared the play to a long train ride.
        portray | object | The film portrays the king as a fool.
        characterise | object | The envoy characterised the talks as frank.
        list | object | The report lists the causes of the fire.
        address | object | The mayor addressed the shortage of teachers.
        lament | quote that object | The farmer lamented that the rain came late.
        regret | that object | The minister regretted that the bridge was closed.
        apologise | quote +for | The airline apologised for the delay.
        relay | that object | The aide relayed the offer of the mayor.
        broadcast | that | The station broadcast that the war was over.
        publish | that | The paper published how the money was spent.
        read | quote | “No dogs,” read the sign.
        reference | object | The mayor referenced the fire of last year.
        attribute | object | The doctor attributed the illness to bad water.
        blog | quote that | The pilot blogged that the runway was short.
        retort | quote that | “Ask the council,” retorted the mayor.
        volunteer | quote that | The guard volunteered that the door was open.
    """,
    "believe": """
        believe | quote that clause +in | Farmers believe the rain will come.
        think | quote clause that +of +about | Ms Ode thinks the plan is weak.
        know | that | The pilots knew that the runway was short.
        feel | that clause | Many parents feel that the school is too far.
        see | that | The farmers see that the road is old.
        view | object | Many voters view the mayor as a friend.
        consider | that object | The doctors consider the drug safe.
        doubt | that object | The envoy doubts that talks will help.
        suspect | that | Many suspect that the fire was set.
        wonder | quote that | The critic wondered whether the play would end.
        assume | that | The bank assumes that wages will rise.
        reckon | that clause | The farmers reckon that half the crop is lost.
        realise | that | The captain realised that the tide had turned.
        recognise | that | The council recognised that the road was old.
        understand | that | The pilots understood that the runway was short.
        learn | that | The police learned that the car was stolen.
        decide | that | The council decided that the pool was too old.
        agree | quote that +with +to | The deputy agreed that the plan was weak.
        disagree | quote that +with | The deputy disagreed with the mayor.
        discover | that | The auditors discovered that the money was gone.
        prefer | object to | The farmers prefer the old road.
        deem | object | The court deemed the search unlawful.
        interpret | object | The judge interpreted the law as a ban.
        mull | object | The council is mulling a new tax.
    """,
    "expect": """
        expect | that clause object to | The bank expects prices to rise.
        hope | quote that clause to +for | The farmers hope that the rain will come.
        predict | quote that object clause | The bank predicted that prices would rise.
        forecast | that object | The bank forecast that prices would rise.
        fear | quote that object clause | The villagers fear that the dam will fail.
        worry | quote that +about | The parents worry that the school will close.
        anticipate | that object | The airline anticipates a busy summer.
        project | that | The agency projected that the river would rise.
        await | object | The villagers await the ruling.
        speculate | quote that | The paper speculated that the mayor would go.
        envision | object that | The council envisions a park by the river.
        dread | object that | The villagers dread the next flood.
    """,
    "deny": """
        deny | quote that object clause | The minister denied the report.
        dispute | that object | The firm disputed the findings.
        refute | that object | The firm refuted the findings.
        rebut | that object | The lawyer rebutted the claim.
        contradict | that object | The witness contradicted the driver.
        disavow | object | The party disavowed the letter.
        downplay | object | The minister downplayed the strike.
        debunk | object | The museum debunked the legend.
    """,
    "confirm": """
        confirm | quote that object clause | The hospital confirmed that the patient was home.
        acknowledge | quote that object clause | The bank acknowledged that errors were made.
        admit | quote that clause +to object | The driver admitted that he was asleep.
        concede | quote that clause object | The captain conceded that the better side had won.
        confess | quote that +to | The clerk confessed that he took the money.
        verify | that object | The police verified that the letter was real.
        affirm | quote that object | The court affirmed the sentence.
        attest | that +to | The doctor attested that the wound was old.
    """,
    "accept": """
        accept | quote that object | The union accepted the offer.
        support | object | The farmers support the new law.
        endorse | object | The paper endorsed the mayor.
        back | object | The union backed the strike.
        approve | object +of | The council approved the budget.
        welcome | object that | Paris welcomed the offer.
        favour | object | Most voters favour a lower tax.
        allow | quote that | The mayor allowed that the plan was weak.
        concur | quote that +with | The deputy concurred with the mayor.
        grant | that | The judge granted that the law was old.
        champion | object | The senator championed the new law.
        advocate | object +for that | The doctors advocated for cleaner air.
        uphold | object | The court upheld the ban.
        tolerate | object | The council tolerates the market.
        ratify | object | The assembly ratified the treaty.
        side | +with | The court sided with the farmers.
    """,
    "refuse": """
        refuse | to object quote | The clerk refused to open the door.
        decline | to quote object | The ministry declined to comment.
        reject | object quote that | The union rejected the offer.
        oppose | object | The farmers oppose the new law.
        dismiss | object quote | The mayor dismissed the complaint.
        resist | object | The bank resisted calls for a review.
        disapprove | +of | Most voters disapprove of the tax.
        rule | +out | The chancellor ruled out a new tax.
        object | quote that +to | The neighbours objected to the noise.
        veto | object | The president vetoed the bill.
        protest | quote that object | The teachers protested the cuts.
        ignore | object | The council ignored the warning.
        disregard | object | The captain disregarded the order.
        rebuff | object | The board rebuffed the bid.
        spurn | object | The board spurned the bid.
        overturn | object | The court overturned the ban.
        balk | +at quote | The board balked at the price.
        refrain | +from | The envoy refrained from any comment.
        rescind | object | The council rescinded the order.
        withdraw | +from | The firm withdrew from the auction.
    """,
    "demand": """
        demand | quote that object to | The union demanded that wages rise.
        urge | quote that object whom to | The mayor urged voters to stay at home.
        call | +for +on | The union called for a new vote.
        order | that object quote | The judge ordered the firm to pay.
        require | that | The law requires that dogs be led.
        press | +for object | The union pressed the council to act.
        push | +for | The farmers pushed for a new road.
        appeal | +to +for | The charity appealed to the public for blankets.
        implore | quote object | The mayor implored drivers to slow down.
        beg | quote object +for | The captain begged the crew to stay.
        plead | quote that +with +for | The captain pleaded with the crew to stay.
        instruct | object that | The judge instructed the jury to wait.
        insist | +upon | The landlord insisted upon a deposit.
        lobby | +for | The banks lobbied for a delay.
        want | object to | The farmers want the council to mend the road.
        seek | object to | The lawyers sought a delay.
        request | that object | The police requested a delay.
        exhort | object quote | The coach exhorted the side to run.
        pressure | object | The union pressured the council to act.
        clamour | +for | The crowd clamoured for an encore.
        petition | object +for | The parents petitioned the council for a crossing.
    """,
    "propose": """
        propose | quote that object to | The senator proposed a tax on sugar.
        recommend | quote that object | The doctors recommended that schools close.
        offer | to object quote | The neighbour offered to pay for the fence.
        advise | quote that object whom | The lawyer advised the family to wait.
        counsel | quote that object | The lawyer counselled patience.
        invite | object | The king invited the envoy to stay.
        encourage | object quote | The teacher encouraged the class to read.
        float | object | The minister floated a new tax.
        pitch | object | The firm pitched a new tunnel.
    """,
    "promise": """
        promise | quote that object to | The mayor promised to mend the road.
        pledge | quote that to | The bank pledged to help the fund.
        vow | quote that to clause | The captain vowed to return.
        assure | whom quote that clause | The pilot assured passengers that all was well.
        guarantee | that object | The firm guaranteed that the roof would last.
        swear | quote that to clause | The witness swore that the light was red.
        commit | +to | The bank committed to lower fees.
        undertake | to | The firm undertook to clean the river.
    """,
    "plan": """
        plan | to that +on | The museum plans to open a new wing.
        like | to | The museum would like to open a new wing.
        intend | to that | The judge intends to retire.
        aim | to | The firm aims to cut its costs.
        prepare | to | The fleet is preparing to sail.
        resolve | to that | The council resolved to act.
        opt | to | The family opted to stay.
    """,
    "warn": """
        threaten | to that quote | The union threatened to strike.
        warn | quote that whom +of +against +about clause | The police warned that the ice was thin.
        caution | quote that whom +against | The doctor cautioned that the drug was new.
        alert | whom that | The airline alerted passengers that fog was coming.
        admonish | quote object | The judge admonished the witness to speak up.
    """,
    "accuse": """
        accuse | object quote | The paper accused the mayor of theft.
        criticise | object quote | The union criticised the budget.
        blame | object quote | The farmers blamed the drought on the dam.
        allege | quote that object clause | The lawyer alleged that the will was forged.
        charge | quote that | The opposition charged that the count was false.
        attack | object quote | The senator attacked the new law.
        condemn | object quote | Rome condemned the attack.
        denounce | object quote | The bishop denounced the war.
        blast | object quote | The union blasted the budget.
        slam | object quote | The union slammed the budget.
        mock | object quote | The host mocked the senator.
        decry | object quote | The bishop decried the waste.
        assail | object quote | The union assailed the budget.
        ridicule | object | The host ridiculed the senator.
        question | that object quote | The auditor questioned the cost of the tower.
        complain | quote that +about +of | The neighbours complained that the bell was loud.
        fault | object | The auditor faulted the firm for its haste.
        chide | object quote | The coach chided the players for being late.
        rebuke | object quote | The judge rebuked the lawyer.
        scold | object quote | The teacher scolded the class for the noise.
        lambast | object | The union lambasted the budget.
        bash | object | The senator bashed the banks.
        rip | object | The senator ripped the banks.
        hammer | object | The senator hammered the banks.
        deride | object | The host derided the senator.
        excoriate | object | The bishop excoriated the banks.
        disparage | object | The host disparaged the senator.
        insult | object | The guest insulted the host.
        skewer | object | The host skewered the senator.
        taunt | object quote | The crowd taunted the goalkeeper.
        bemoan | object that | The farmer bemoaned the late rain.
        rail | +against | The senator railed against the banks.
        grill | object | The committee grilled the banker.
        scoff | quote +at | The mayor scoffed at the idea.
        resent | object | The villagers resent the noise.
        berate | object | The coach berated the referee.
    """,
    "praise": """
        praise | object quote | The mayor praised the fire crew.
        hail | object quote | The paper hailed the new play as a triumph.
        applaud | object quote | The union applauded the ruling.
        laud | object | The bishop lauded the nurses.
        thank | object quote | The mayor thanked the fire crew.
        congratulate | object quote | The king congratulated the winner.
        commend | object | The judge commended the police.
        tout | object | The firm touted its new engine.
        boast | quote that +of +about | The chef boasted that the soup was famous.
        admire | object | The critics admire the new hall.
        defend | object quote | The minister defended the budget.
        salute | object | The mayor saluted the nurses.
        trumpet | object | The firm trumpeted its new engine.
        gush | quote | “What a hall,” gushed the singer.
        brag | quote that +about | The chef bragged that the soup was famous.
        respect | object | The players respect the referee.
        credit | object | The coach credited the fans with the win.
    """,
    "ask": """
        ask | quote that whom object to +for +about | The judge asked whether the door was locked.
        inquire | quote that +about | The clerk inquired whether the form was signed.
        query | quote that | “Which door?” queried the guard.
        urge | +for | The envoy urged for calm.
    """,
}
