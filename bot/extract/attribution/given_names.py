"""Given names by gender; those that are common words or borne by all alike are left out."""

from typing import Literal

Gender = Literal["he", "she"]

_MALE = """
aaron abe abraham adam adolf adrian ahmed aiden akira al alan albert albin aldo alec alejandro alessandro
alex alexander alexei alfonso alfred alfredo ali alistair allan allen alvin amir amos anatoly anders
anderson andre andreas andrei andrew andy angel angelo angus anil anthony antoine anton antonin antonio
antony ari ariel arjun armando arne arnold arthur arturo asher ashton austin avi axel barack barney
barrett barry bart bashar beau ben benedict benito benjamin bennett benny bernard bernardo bernie bert
bill billy bjorn bob bobby boris boyd brad braden bradley brady brandon brendan brent bret brett brian
brock bruce bruno bryan bryce byron caleb calvin cameron carl carlos carlton cary caspar cecil cedric
cesar chad charles charlie chris christoph christophe christopher chuck clarence claude clay clayton cliff
clifford clint clyde cody cole colin connor conor conrad corey cornel cory craig curt curtis cyril cyrus
dale damian damon dan daniel danny dante darius darrell darren darryl daryl dave david davis dean declan
deepak demetrius denis dennis denzel derek derrick desmond devin dick diego dieter dimitri dinesh dirk
dmitri dmitry dominic dominique don donald donnie donovan doug douglas drew duane duncan dustin dwight
dylan earl ed eddie edgar eduardo edward edwin efrain eli elias elijah eliot elliot elliott elmer elon
emanuel emilio emmanuel enrico enrique eric erick erik ernest ernesto ernie ervin esteban ethan etienne
eugene eugenio evan ezra fabian faisal farid federico felipe felix ferdinand fernand fernando fidel finn
fletcher floyd forrest francis francisco francois frank franklin franz fred freddie freddy frederick
friedrich fritz gabriel garrett garry gary gavin geert gene geoff geoffrey georg george georges gerald
gerard gerardo gerry gideon gil gilbert gilberto giorgio giovanni glen glenn gonzalo goran gordon grady
graeme graham grant greg gregor gregorio gregory guillermo gunnar gus gustav gustavo guy hakeem hamid
hamza hank hans harley harold harry harvey hassan hector heinrich heinz helmut henri henry herb herbert
herman hiroshi homer horace horst howard howie hubert hugh hugo hussein ian ibrahim ignacio igor ike imran
irv irving isaac ismail ivan ivo jack jacob jacques jai jaime jair jake jakob jamal james jamie janos
jared jaroslaw jarrett jason jasper javier jay jean jeb jed jeff jeffery jeffrey jens jeremiah jeremy
jermaine jerome jerry jesse jim jimmy jiri joachim joao joaquin jochen joe joel joey johan johann johannes
john johnny jon jonah jonas jonathan jonny jordi jorg jorge joris jose josef joseph josh joshua josiah
juan juergen julian julio julius jurgen justin kai kamal kareem karim karl keith ken kenneth kenny kent
kevin khalid kirk klaus kris kristian kristof kumar kurt kwame kyle lamar lance larry lars laszlo laurence
laurent lawrence lech lee lenny leo leon leonard leopold leroy levi lewis liam lindsey lionel lloyd logan
lonnie lorenzo lothar lou louis luca lucas lucian luigi luis luke luther lyle lyndon mack magnus mahmoud
malcolm manfred manny mansour manuel marc marcel marco marcos marcus mariano mario mark martin marty
marvin mateo mathias mathieu matt matteo matthew matthias maurice mauricio maurizio max maxime maxwell
mehmet mel melvin merrick micah michael michal michel mick mickey miguel mike mikhail milos milton mitch
mitt mo mohamed mohammad mohammed mohsen moises monte moritz morris morton moshe muhammad murray musa
mustafa myron nabil naftali narendra nate nathan nathaniel nayib neal ned neil nelson newt nicholas nick
nicolae nicolas nigel nikhil nikita nikolai nikos nils noah norbert norm norman octavio olaf ole oleg
oleksandr oliver omar orrin orville osama oscar osman otto owen pablo paolo pascal pat patricio patrick
paul pavel pedro perry pete peter petr petro phil philip phillip pierre pietro piotr porfirio preston
quentin quincy rafael rahm rainer rajiv ralph ramesh ramon ramzi rand randall randy raphael rashad rashid
raul ravi ray raymond recep reggie reginald regis reince rene rex reza rhett ricardo riccardo rich richard
richie rick rickey ricky rob robbie robby robert roberto robin rocco rod rodney rodolfo rodrigo roel roger
rohan roland rolf roman romano ron ronald rory ross roy royce ruben rudi rudolf rudolph rudy rufus rupert
russ russell rusty ryan sadiq salim salman salvador sam sami samir sammy samuel sanjay saul scot scott
sean sebastian selim serge sergei sergey sergio seth shane sheldon sherrod shinzo sidney sigmar silvio
simeon simon slobodan solomon spencer stan stanislav stanley stefan stefano sten stephan stephane stephen
steve steven stu stuart sunil sven sylvester tad tariq ted terence terrance terrell terry thabo theo
theodor theodore thierry thomas thorsten tim timothy tobias toby tod todd tom tomas tommaso tommy tony
travis trent trevor trey tristan troy tucker tyler tyrone uwe vaclav valentin vance vann vern vernon vic
vicente victor vijay vikram viktor vince vincent vitaly vito vladimir vladislav volodymyr wade walid
wallace wally walt walter warren wayne wendell wes wesley wilbur wilfred wilhelm will willem william
willie willis wim winston wolfgang woodrow wyatt xavier yasser yoshihide yousef youssef yuri yusuf yves
zach zachariah zachary zack zbigniew zeke ziad zoltan
"""
_FEMALE = """
abigail ada adela adele adriana agnes aileen aisha aisling alana alberta alejandra alessandra alexa
alexandra alexia alice alicia alina alison allison alma alyssa amal amanda amber amelia amina amira amy
ana anastasia andrea andreea angela angelica angelina angelique angie anika anita anja anke ann anna
annabel anne anneliese annette annika antonia aoife april araceli ariana arianna arlene asha ashley astrid
audrey aurora ava barbara beatrice beatriz becky bella bernadette bertha beth betsy bette bettina betty
beverly birgit blanca bonnie brenda briana brianna bridget brigid britney brittany brooke caitlin camila
camille candace candice cara carina carla carlota carly carmen carol carole carolina caroline carolyn
carrie cassandra catherine cathleen cathy cecile cecilia celeste celia celine chantal charlene charlotte
chelsea cheryl chiara chloe chrissy christiana christina christine christy ciara cindy claire clara
clarissa claudette claudia claudine cleo colleen condoleezza connie constance cora corine corinne cornelia
courtney cristina crystal cynthia dagmar daisy dana daniela danielle daphne darlene dawn deanna deb debbie
deborah debra deirdre delia delphine denise desiree diana diane dianne dina dolly dolores donna doris
dorothea dorothee dorothy edith edna eileen elaine eleanor elena eliana elisa elisabeth elisabetta elise
elizabeth elke ella ellen eloise elsa elsie elvira emilia emily emma emmanuelle erica erika erin erna
esmeralda esperanza estela estelle esther etta eugenia eva evangeline eve evelyn faith fanny farah fatima
fatou felicia felicity fernanda fiona flora florence frances francesca francine franziska freda frieda
gabby gabriela gabriella gabrielle gail gayle genevieve georgia georgina geraldine gerda germaine ghazala
gillian gina ginger ginni ginny giorgia gisela giulia gladys glenda gloria golda grace greta gretchen
guadalupe gudrun gwen gwendolyn gwyneth hanna hannah harriet hattie hazel heather hedwig heidi heike helen
helena helene helga henrietta hilary hilda hilde hillary holly hope huma ida ilana iman imelda ines inez
inga inge ingeborg ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy jacinda jackie
jaclyn jacqueline jan jana jane janelle janet janice janis jasmin jasmine jayne jean jeanne jeannette
jeannie jen jenna jennie jennifer jenny jeri jessica jessie jill jillian jo joan joann joanna joanne
jocelyn jodi jodie johanna joni josefina josephine josie joy joyce juana juanita judi judith judy julia
juliana julianna julie june justine kara karen karin karina karla kasia katarina kate katerina katharina
katharine katherine kathie kathleen kathryn kathy katie katja katrina katya kay kaye kayla keisha kelley
kelli kelly kellyanne kelsey kendra kerstin khadija kiki kim kimberly kirsten kirsty klara kristen kristi
kristin kristina kristine krystal lana lara larissa latoya laura laurel lauren laurie leah leila lena
leonora leslie leticia libby lidia liliana lillian lily lina linda linnea lisa lisbeth lise livia liz liza
lois lola lorena loretta lori lorna lorraine louisa louise luana lucia luciana lucie lucille lucy luisa
lupe lydia lynda lynn lynne mabel madeleine mae maeve magdalena maggie maja malala malia mandy manuela
mara marcela marci marcia marcy margaret margarita margot margrethe maria mariah mariam marian mariana
marianne maribel maricela marie marilyn marina marine marisol marissa marjorie marla marlene marsha marta
martha martina mary mathilde mattie maud maura maureen maxine maya mayra meg megan meghan megyn melania
melanie melissa meredith mette mia michaela michele michelle mika mikaela mildred mimi mindy minyon miriam
mitzi molly mona monica monique myra myriam nadia nadine nadja najat nan nancy nanette naomi natalia
natalie natasha nell nellie nicola nicole nicolette nikki nina nita noelle noemi nora norah norma odette
oksana olena olga olive olivia omarosa oprah paige paloma pam pamela patrice patricia patsy patti patty
paula pauletta paulina pauline pearl peggy penelope penny petra phoebe phyllis pia pilar polly priscilla
priya rachael rachel rachelle ramona raquel reba rebecca rebekah regina renata renee rhea rhoda rhonda
rihanna rita roberta roisin romina ronda rosa rosalie rosalind rosalyn rosanna rosario rose roseann
roseanne rosemarie rosemary roxanne ruby ruth sabine sabrina sadie sally salma samantha samira sandra
saoirse sara sarah saskia shana shanna shannon sharon shauna shawna sheila shelley shelly sherri sherry
sheryl shirin shirley sigrid silke silvia simona simone sinead siobhan sofia solange sondra sonia sophia
sophie stacey stacy stefanie steffi stella stephanie sue susan susana susanna susanne susie suzan suzanne
svetlana sybil sylvia tabitha tali tamar tamara tamera tammy tanja tanya tara tatiana tatyana teresa teri
terri tess tessa thea thelma theresa tia tiffany tina toni tonya tori tracy trina trish trisha trudy tulsi
uma ursula valentina valeria valerie vanessa vanna velma vera verena veronica vicki vicky victoria vilma
viola virginia vivian viviana vivienne wanda wendy whitney wilma winifred winnie winona xenia yael yasmin
yasmine yelena yolanda yulia yuliya yuriko yvette yvonne zainab zara zelda zephyr zeynep zoe zora
"""
GIVEN: dict[str, Gender] = {**dict.fromkeys(_MALE.split(), "he"), **dict.fromkeys(_FEMALE.split(), "she")}
