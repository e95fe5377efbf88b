"""The forms of English verbs: which form of which lemma a word may be."""

from typing import Literal

Form = Literal["base", "third", "past", "participle", "ing"]

# past and past participle where "-ed" is wrong
IRREGULAR: dict[str, tuple[str, str]] = {
    lemma: (past, participle)
    for lemma, past, participle in (
        line.split()
        for line in """
            bear bore borne
            bet bet bet
            break broke broken
            bring brought brought
            broadcast broadcast broadcast
            buy bought bought
            cast cast cast
            choose chose chosen
            come came come
            cut cut cut
            draw drew drawn
            feel felt felt
            fight fought fought
            find found found
            forbid forbade forbidden
            forecast forecast forecast
            foresee foresaw foreseen
            foretell foretold foretold
            forgive forgave forgiven
            forgo forwent forgone
            get got gotten
            give gave given
            go went gone
            hit hit hit
            hold held held
            know knew known
            lay laid laid
            leave left left
            let let let
            light lit lit
            make made made
            mean meant meant
            misunderstand misunderstood misunderstood
            mistake mistook mistaken
            override overrode overridden
            pay paid paid
            overturn overturned overturned
            put put put
            read read read
            rethink rethought rethought
            run ran run
            say said said
            see saw seen
            seek sought sought
            send sent sent
            set set set
            shoot shot shot
            show showed shown
            sing sang sung
            speak spoke spoken
            stand stood stood
            stick stuck stuck
            strike struck struck
            strive strove striven
            swear swore sworn
            take took taken
            teach taught taught
            tear tore torn
            tell told told
            think thought thought
            throw threw thrown
            understand understood understood
            undertake undertook undertaken
            uphold upheld upheld
            upset upset upset
            withdraw withdrew withdrawn
            write wrote written
        """.strip().splitlines()
    )
}
_DOUBLED = """
admit ban bar beg blog brag chat commit concur cut demur drop dub
extol fret get hit jab let nod pan pin plan plot
plug pop prefer prep prod put rap rebut refer regret rip run scrap set shrug shun slam snub spar stop tag trap
"""
DOUBLED = frozenset(_DOUBLED.split())
# the last letter is doubled in British spelling and not in American
DOUBLED_OR_NOT = frozenset(("cancel", "channel", "counsel", "label", "marvel", "pummel", "quip", "signal"))


def _spellings(lemma: str) -> list[str]:
    found = [lemma]
    if lemma.endswith("ise") and lemma not in ("promise", "advise", "praise"):
        found.append(lemma[:-3] + "ize")
    if lemma.endswith("our") and len(lemma) > 4:
        found.append(lemma[:-3] + "or")
    return found


def _regular(lemma: str, stem: str) -> dict[Form, str]:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("e"):
        past, ing = lemma + "d", (lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    return {"base": lemma, "third": third, "past": past, "participle": past, "ing": ing}


def forms_of(lemma: str) -> list[tuple[str, Form]]:
    """Return every form of the verb `lemma`, in British and American spelling."""
    found: list[tuple[str, Form]] = []
    for spelling in _spellings(lemma):
        stems = [spelling + spelling[-1]] if lemma in DOUBLED else [spelling]
        if lemma in DOUBLED_OR_NOT:
            stems = [spelling, spelling + spelling[-1]]
        for stem in stems:
            table = _regular(spelling, stem)
            if lemma in IRREGULAR:
                table["past"], table["participle"] = IRREGULAR[lemma]
            found += [(word, form) for form, word in table.items()]
    return list(dict.fromkeys(found))
