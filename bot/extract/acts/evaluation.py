"""Words that find fault or speak well.

A star stands for any ending, "_" for white space; the rest are regular expressions, on lower-case text with
"n't" apart.
"""

import re

# one is enough
_FAULT = r"""
absurd* abysmal aggress(?:ion|ors?) all_talk appalling arrogan* (?:assault|war)_on_(?:women|our|the_\w+)
a_threat_to atroci* attack_on_(?:democracy|freedom|our) audacity awful backward barbar* baseless
beholden_to fan(?:s|ned|ning)?_the_flames like_candy less_(?:safe|secure) money_pit personally_attack*
(?:deliberately|intentionally|purposely)_\w+ disorgani[sz]ed different_(?:set_of_)?(?:rules|standards?)
slap\w*_(?:\w+_)?in_the_face through_the_wringer betray* bias bigot* blackmail* blatant* blinders blood_on
boneheaded both_ways brainwash*
brib* broke_(?:his|her|its|their)_promise broken_promises? bull(?:y|ied|ying)?
(?:ca|can|could)_(?:n't|not)_(?:be_)?trust(?:ed)? callous careless caused_(?:death|the_death|this)
cesspool charlatan* cheat* clown* clueless coerc* con condescend* conflicts?_of_interest
con_(?:man|artist) corrupt* cover-up cover_up coward* cowardice craz(?:y|iest) cronies cronyism crook*
cruel* cynical* damn deceiv* decept* defraud* dehumani* delusion* delusional demagog* demean* demoni*
deplorabl* despicabl* devious devoid disast* discredit* discriminat* disenfranchis* disgrac* disgust*
dishonest* dishonor* disingenuous* dismal disqualif* disregard* disrespect* distort* distract* divisive
doing_the_bidding doubl(?:e|ing)_down double_standards? doubletalk dumb* dysfunction* egregious*
embarrass* empty_promises? exaggerat* exploiting fail(?:s|ed|ing|ure|ures)? fake fear-?monger* flawed
flip-?flop* fool* for_political_gain fraud* garbage genocid* gerrymander* get(?:s|ting)?_away_with
gimmick* greed* grotesque* gutless hateful heartless hell hid hideous horribl* horrif* hostage hot_air
hypocri* idiot* ignoran* illegal* immoral* impunity in_(?:bed_with|denial|the_pockets?_of) incompeten*
inept inexcusabl* in_name_only insan* insult(?:s|ed|ing)? irrational irresponsib* job-killing
kicking_the_can lacks? laughabl* lawless* liars? lie[sd]? lip_service little_people loophole* loot*
lost_(?:his|her|their)_(?:mind|way) ludicrous* lying malicious* manipulat* massacre* meddl* mess
misguided mishandl* mislead* misled mismanag* misogyn* misrepresent* mistaken mistreat* monstrous
more_harm_than_good moron* naive narcissis* nasty negligen* nightmare nonsensical not_a_leader
nothing_(?:but|more_than) obnoxious obscen* offensive only_cares?_about oppress*
out_of_(?:touch|control) out-of-(?:touch|control) outrag* overreach* overstep* pander* paranoi*
pathetic* pathological* peddl* persecut* phonies phony plagiari* plagu* political_(?:hay|stunt|games?)
posturing power_grab preposterous pretend* propaganda provocat* puppet* racis[tm]*
rais(?:e|es|ed|ing)_(?:\w+_){0,3}questions reckless* recruit(?:er|ing_tool)s? repress* retch ridicul*
rigged rip-off rotten rubbing_salt rude* ruin* ruthless* sabotag* says_one_thing scam* scapegoat*
scare_tactics selfish* sell-?outs? sexis[tm]* shady sham shame* shameful* shame_on silly slander* sleaz*
sleeping_on smear* smoke_?screen soft_on special_interests spineless squander* squeez* stick_it_to
stoking stupid* swindl* terribl* thin-skinned threw_\w+_under_the_bus thug* tone-deaf toothless toxic
traitor* trampl* treason* trigger-happy
trying_to_(?:buy|cover|destroy|distract|divide|hide|intimidate|scare|silence|steal|undermine)
trying_to_have_it turn(?:s|ed|ing)?_(?:a_blind_eye|(?:his|her|its|their)_backs?_on) two-faced tyran*
ugly unaccept* un-american unamerican unconstitution* undemocratic undermin* undisciplined unethical
unfair* unfit unhinged unjust* unlawful* unprepared unqualif* unstable untrustworthy vicious* vile
vilif* violat* vulgar war_crimes? warmonger* weak weakness* whitewash* wishy-washy witch-hunt witch_hunt
woeful* worst worthless wreck* wrecking (?:wrong|terrible)_message xenophob*
"""
# these need company
_LIGHT_FAULT = r"""
aggressi* alarming alienat* angry bad bitter blam* bother* broken chaos chaotic cheap confus* danger*
defeated desperate disappoint* distrust* disturb* elitist* enemy erod* establishment excus* extremis*
false fault forcing frustrat* guilty hate* hatred hide hides hiding ignor* insider* invasion jeopard*
disrupt* frantic frenetic frenzy interfer* meddling lame lazy loser* mistake* mock* nothing obstruct*
opportunis* partisan* plotting poison* politicians?
politics poor problem* punish* quack radical* retreat* rhetoric robb(?:ed|ing) rude sad* scandal*
scheme* screw* serious_(?:lapse|concern|question)* short-sighted sick(?:en\w*)? slow so-called
sow_discord status_quo steal* stole* stop_at_nothing strange stunt* suspicious take_advantage taunt*
trick* troubl* unbelievabl* unpopular unsubstantiated upset* vague war_on wast* worse wrong*
"""
_PRAISE = r"""
admir(?:e|es|ed|able|ably|ation)
a_(?:great|good|huge|big)_(?:win|victory|man|woman|person|guy|leader|job|thing) amazing applaud*
appreciat* astute a_(?:true|real|born)_(?:leader|fighter|hero|friend|patriot) awesome
best_(?:\w+_)?(?:man|woman|person|choice|candidate|president|team|hope|chance)
(?:big|good|great|historic|important)_step blessed bold brave* breath_of_fresh_air brillian* champion_of
class_act commend* congratulat* courag* deep(?:ly)?_respect delight* did_(?:a_great|very_well) dignified
eloquen* excellen* extraordinar* fantastic fearless few_can_match gets_it glad
(?:bit|touch)_of_magic (?:good|great|fantastic|tremendous)_job good_(?:judgment|friend|man|guy) gracious
grateful gratified
has_what_it_takes hero hero(?:es|ic|ism) highest_esteem honor_to honou?red huge_win
impress(?:ed|ive|ively) incredibl* inspir* integrity kudos
lov(?:e|es|ed)_(?:him|her|this|it|them|that|working) magnificent masterful
nice_(?:guy|man|person) no_one_(?:better|more) outstanding perfect_(?:\w+) phenomenal pleased
(?:pleasure|privilege)_to powerhouse proud* prouder real_deal remarkable respects?_(?:for|him|her|them)
riveting rock_star role_models? second_to_none shot_in_the_arm smart(?:er|est)? standing_tall stellar
strong_stance superb talented terrific thank(?:s|ful)?
(?:the_right|the_perfect)_(?:man|woman|person|candidate|choice|leader) thoughtful thrilled tireless*
tremendous* triumph* trusted uniquely_\w+ unparalleled very_(?:smart|good|charming|strong|wise) virtue
visionary well-reasoned wise* wonderful*
"""
_LIGHT_PRAISE = r"""
accomplish* achiev* best better breakthrough brighter capable champion* charming committed compassion*
competent courag* dedicat* deserv* detailed devoted effective* energi* enthusias* exciting experience*
fair fight(?:s|ing)?_for great greatest happy historic honest* humble intelligent kind landmark leader
leadership levelheaded level-headed likable love loyal making_progress milestone nice passion* patriot*
good_news persuasive positive powerful progress qualified reasonable refreshing reliable
right_(?:thing|things|track|time|decision) role_model serious stand(?:s|ing)?_up_for steady strength*
strong* succe* success* talent* trust* trustworthy truth victory warm* winner winning
"""
# praise denied, and other turns of phrase that dismiss: "does n't make sense", "too far"
_DISMISSAL = r"""
does_n't_understand
(?:do|does|doing|done)_(?:absolutely_)?nothing
(?:n't|not)_(?:be_)?(?:fit|qualified)
(?:n't|not|no)_(?:\w+_)?(?:care|enough|have_a_(?:plan|clue)|know_(?:anything|how|what)|make_(?:any_)?sense|work)
(?:no|not|zero)_(?:an?_)?(?:\w+_){0,2}(?:business|clue|excuse|experience|idea|leader|place|plan|sense|way_to|worth)
n't_(?:fair|right|work|worth)
refus(?:al|ed|es|ing)_to
too_(?:big|close|cozy|far|much|reliant|weak)
"""
_NEGATED = re.compile(r"\b(?:not|n't|never|no|without|nor|hardly)\s+(?:\w+,?\s+){0,2}$")
# how far back a negation is looked for; characters
_REACH = 30


def _pattern(table: str) -> re.Pattern[str]:
    """Return what finds any word of `table`, tried by first letter: that saves most of the time."""
    by_letter: dict[str, list[str]] = {}
    for word in table.split():
        letter = word[0] if word[0].isalpha() else ""
        rest = word[len(letter) :].replace("*", r"[\w-]*").replace("_", r"\s+")
        by_letter.setdefault(letter, []).append(rest)
    branches = (letter + "(?:" + "|".join(rests) + ")" for letter, rests in by_letter.items())
    return re.compile(r"(?<![\w-])(?:" + "|".join(branches) + r")(?![\w-])")


_DISMISSALS = _pattern(_DISMISSAL)
_WEIGHED = ((3, _pattern(_FAULT), _pattern(_PRAISE)), (1, _pattern(_LIGHT_FAULT), _pattern(_LIGHT_PRAISE)))


def evaluation(text: str) -> int:
    """Return by how much praise outweighs fault in `text`: below 0 it finds fault, 3 is one clear word.

    What is denied ("not a liar") finds no fault, and praise denied ("not fit", "no hero") does.
    """
    found = -3 * len(_DISMISSALS.findall(text))
    for weight, faults, praises in _WEIGHED:
        found -= weight * sum(not _negated(text, fault.start()) for fault in faults.finditer(text))
        found += sum(
            -weight if _negated(text, praise.start()) else weight for praise in praises.finditer(text)
        )
    return found


def _negated(text: str, at: int) -> bool:
    return _NEGATED.search(text[max(0, at - _REACH) : at]) is not None
