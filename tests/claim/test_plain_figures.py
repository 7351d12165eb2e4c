"""Plain sentences of news: every figure of a sentence under its title, with its value and the part it plays."""

import pytest

from dateline.state.series import series
from stories import record_from

PLAIN = (
    ("The government said no more than 60,000 had left their homes.", ["people displaced: 60000 level"]),
    ("Some 300 villagers have left their homes in Osk.", ["villagers displaced in Osk: 300 level"]),
    ("All five missing workers have been found alive.", ["workers rescued: 5 level"]),
    ("Police cleared the road and fined 35 farmers.", ["farmers fined: 35 level"]),
    ("A gas leak at a school in Fenby sent 44 pupils to hospital.", ["pupils hospitalised in Fenby: 44 level"]),
    ("A lorry carrying 30 workers overturned near Besk.", ["workers on board near Besk: 30 level"]),
    ("A survivor said there had been more than 100 people on the boat.", ["people on the boat: 100 level"]),
    ("Nine of the inmates who fled Halden jail have been recaptured.", ["inmates recaptured at Halden jail: 9 part"]),
    (
        "Bolan's coal exports fell 12 percent to 3.4 million tonnes in April, customs data showed.",
        ["Bolan coal exports, percent: 12 change", "Bolan coal exports, tonnes: 3400000 level"],
    ),
    (
        "About 1,900 people remained in shelters in Dunmere on Thursday, down from a peak of 3,400.",
        ["people in shelters in Dunmere: 1900 level", "people in shelters in Dunmere: 3400 previous"],
    ),
    (
        "Oil traded at 71 dollars a barrel after hitting a high of 78 dollars earlier in the week.",
        ["oil: 71 level", "oil: 78 level"],
    ),
    ("The storm passed. Levels have since fallen from a peak of 3,400.", []),
    (
        "The prime minister lost two ministers, who quit over the tax plan.",
        ["ministers lost: 2 level"],
    ),
    (
        "The village lost 14 people in the flood.",
        ["village people killed: 14 level"],
    ),
    (
        "The central bank raised its key rate by half a point to 6.5 percent, its third rise this year.",
        ["bank rate: 0.5 change", "bank rate, percent: 6.5 level"],
    ),
    (
        "Ordan Motors said it would cut 1,200 jobs, or 8 percent of its workforce.",
        ["Ordan Motors jobs laid off: 1200 target", "Ordan Motors workforce laid off, percent: 8 target"],
    ),
    (
        "So far 2.3 million people, or 40 percent of the population, have been vaccinated.",
        ["people vaccinated: 2300000 level", "population vaccinated, percent: 40 part"],
    ),
    (
        "A third of the village's 900 houses were destroyed by the earthquake.",
        ["village houses: 900 total", "village share of houses destroyed: 0.333333 part"],
    ),
    (
        "All but two of the 34 crew members were rescued after the ferry sank.",
        ["crew members: 34 total", "crew members rescued: 32 part"],
    ),
    (
        "Sorin Halek won 54 percent of the vote, against 41 percent for his rival, Dana Kovic.",
        ["Dana Kovic vote, percent: 41 level", "Sorin Halek vote, percent: 54 level"],
    ),
    (
        "A poll put Marek Dol on 38 percent, eight points ahead of Ilse Varga.",
        ["Marek Dol lead: 8 level", "Marek Dol vote, percent: 38 level"],
    ),
    (
        "Support for the ruling Front has fallen to 29 percent from 36 percent in January.",
        ["Front support, percent: 29 level", "Front support, percent: 36 previous"],
    ),
    (
        "Shares in Ordan Motors closed down 7.5 percent at 18.20 euros.",
        ["Ordan Motors share, percent: 7.5 change", "Ordan Motors share: 18.2 level"],
    ),
    (
        "The crown fell 3 percent against the dollar to 24.60.",
        ["crown, percent: 3 change", "crown: 24.6 level"],
    ),
    (
        "Prices of fuel went up by a quarter on Monday.",
        ["fuel price, percent: 25 change"],
    ),
    (
        "The lira lost a fifth of its value in April.",
        ["lira, percent: 20 change"],
    ),
    (
        "The economy grew 1.2 percent in the first quarter and is expected to grow 3 percent this year.",
        ["economy, percent: 1.2 change", "economy, percent: 3 change"],
    ),
    (
        "Nurses are demanding a pay rise of 12 percent; the hospital has offered 5 percent.",
        ["hospital pay offered, percent: 5 level", "pay rise, percent: 12 target"],
    ),
    (
        "The government raised the minimum wage from 900 to 1,050 crowns a month.",
        ["minimum wages a month: 1050 level", "minimum wages a month: 900 previous"],
    ),
    (
        "Three soldiers were killed in Lorcan and two in the nearby village of Besk.",
        ["soldiers killed in Besk: 2 level", "soldiers killed in Lorcan: 3 level"],
    ),
    (
        "Police arrested 27 protesters, 19 of whom were later released.",
        ["protesters arrested: 27 total", "protesters released: 19 part"],
    ),
    (
        "The ministry reported 31 new cases of measles on Friday, bringing the total to 478.",
        ["measles cases: 31 change", "measles cases: 478 level"],
    ),
    (
        "Ostania will take in 1,500 refugees, three quarters of them women and children.",
        ["Ostania refugees taken in: 1500 target", "Ostania share of refugees being women and children: 0.75 part"],
    ),
    (
        "The dam is 38 percent full.",
        ["dam full, percent: 38 level"],
    ),
    (
        "With 92 percent of the votes counted, Dol had 51.3 percent and Varga 48.7 percent.",
        ["Dol vote, percent: 51.3 level", "Varga vote, percent: 48.7 level", "vote counted, percent: 92 level"],
    ),
    (
        "A fire at a hostel in Belden killed nine students and left 30 with burns.",
        ["students injured in Belden: 30 level", "students killed in Belden: 9 level"],
    ),
    (
        "The army has lost 40 soldiers and the rebels about 150 fighters since March.",
        ["army soldiers killed: 40 level", "rebel fighters killed: 150 level"],
    ),
    (
        "Drones hit a power station, cutting electricity to 400,000 households.",
        ["households without electricity: 400000 level"],
    ),
    (
        "The index of leading shares closed 1.4 percent higher at 4,210 points.",
        ["index, percent: 1.4 change", "index: 4210 level"],
    ),
    (
        "Exports fell by a tenth to 7.2 billion crowns, while imports rose 3 percent to 8.9 billion.",
        [
            "exports, percent: 10 change",
            "exports: 7.2e+09 level",
            "imports, percent: 3 change",
            "imports: 8.9e+09 level",
        ],
    ),
    (
        "Halden Steel will close two of its five mills with the loss of 1,800 jobs.",
        ["Halden Steel mills closed: 2 part", "Halden Steel mills closed: 5 total", "jobs laid off: 1800 target"],
    ),
    (
        "The company made a loss of 96 million euros, after a profit of 14 million a year earlier.",
        ["losses: 96000000 level", "profit: 14000000 level"],
    ),
    (
        "Pensions rose 4 percent in July, half the rate of inflation.",
        ["pension, percent: 4 change"],
    ),
    (
        "Output of cement more than halved, to 120,000 tonnes from 260,000 tonnes.",
        ["cement output, tonnes: 120000 level", "cement output, tonnes: 260000 previous"],
    ),
    (
        "The Greens came third with 11.2 percent, up from 7 percent four years ago.",
        ["Greens vote, percent: 11.2 level", "Greens vote, percent: 7 previous"],
    ),
    (
        "Only 31 percent of voters turned out in the capital.",
        ["turnout, percent: 31 level"],
    ),
    (
        "Voters backed the treaty by 58 percent to 42 percent.",
        ["vote against, percent: 42 level", "vote in favour, percent: 58 level"],
    ),
    (
        "Kovic led Halek by 52 percent to 45 percent.",
        ["Halek vote, percent: 45 level", "Kovic vote, percent: 52 level"],
    ),
    (
        "Approval of President Halek slipped three points to 44 percent.",
        ["Halek approval, percent: 44 level", "approval: 3 change"],
    ),
    (
        "The cyclone destroyed 3,400 houses and damaged 11,000 more.",
        ["houses damaged: 11000 level", "houses destroyed: 3400 level"],
    ),
    (
        "Consumer prices rose 11.3 percent in the year to April, against 9.8 percent in the year to March.",
        ["consumer price, percent: 11.3 change", "consumer price, percent: 9.8 previous"],
    ),
    (
        "Steel output is forecast to reach 9 million tonnes this year, up from 8.2 million.",
        ["steel output forecast, tonnes: 8200000 previous", "steel output forecast, tonnes: 9000000 forecast"],
    ),
    (
        "Doctors vaccinated 90,000 children in three days, well short of the target of 150,000.",
        ["children vaccinated: 150000 target", "children vaccinated: 90000 level"],
    ),
    (
        "The camp was built for 8,000 people but now holds 21,000.",
        ["people capacity: 8000 level", "people housed: 21000 level"],
    ),
    (
        "Wildfires have forced the evacuation of 18 villages and 7,000 people.",
        ["people evacuated: 7000 level", "villages evacuated: 18 level"],
    ),
    (
        "The flu season has put 2,400 people in hospital, 300 of them in the past week alone.",
        ["people in hospital: 2400 total", "people in hospital: 300 part"],
    ),
    (
        "The ministry ordered 60 tanks at a cost of 1.1 billion crowns.",
        ["ministry tanks ordered: 60 level", "price of tanks: 1.1e+09 level"],
    ),
    (
        "Early results gave the Front 44 percent and the Unity Party 38.",
        ["Front vote, percent: 44 level", "Unity Party vote, percent: 38 level"],
    ),
    (
        "The Front lost its majority, winning 96 seats, nine fewer than in 2027.",
        ["Front seats won: 9 change", "Front seats won: 96 level"],
    ),
    (
        "The company plans to invest 2 billion euros and create 3,500 jobs by 2035.",
        ["company jobs created: 3500 target", "money invested: 2e+09 target"],
    ),
    (
        "Border guards turned back 240 people on Monday and 310 on Tuesday.",
        ["people turned back: 240 level", "people turned back: 310 level"],
    ),
    (
        "Rescue teams searched for 23 fishermen whose boats were lost in the storm.",
        ["fishermen missing: 23 level"],
    ),
    (
        "Heavy snow closed 37 schools and left 15,000 homes without power for two days.",
        ["homes without power: 15000 level", "schools closed: 37 level"],
    ),
    (
        "The drought has left 2.7 million people short of food.",
        ["people short of food: 2700000 level"],
    ),
    (
        "Petrol went up by 12 cents to 1.84 euros a litre.",
        ["petrol: 1.84 level", "petrol: 12 change"],
    ),
    (
        "The state will sell a 40 percent stake in the port for 600 million euros.",
        ["price of stake: 600000000 target", "state stake sold, percent: 40 part"],
    ),
    (
        "The blaze destroyed 210 of the market's 600 stalls.",
        ["market stalls destroyed: 210 part", "market stalls: 600 total"],
    ),
    (
        "Nine of the council's 15 members backed the resolution and six abstained.",
        [
            "abstention: 6 level",
            "council members backing resolution: 15 total",
            "council members backing resolution: 9 part",
        ],
    ),
    (
        "Hospital officials said they had received 19 bodies and 44 wounded.",
        ["bodies recovered: 19 level", "people wounded: 44 level"],
    ),
    (
        "The UN says 1,300 civilians have been killed since January, 210 of them in April.",
        ["civilians killed in 2031: 210 part", "civilians killed: 1300 total"],
    ),
    (
        "Kestria lifted its growth forecast to 3.4 percent from 2.9 percent.",
        ["Kestria growth, percent: 2.9 previous", "Kestria growth, percent: 3.4 forecast"],
    ),
    (
        "The inflation rate eased to 5.1 percent, below the 5.5 percent analysts had forecast.",
        ["inflation rate, percent: 5.1 level", "inflation rate, percent: 5.5 forecast"],
    ),
    (
        "The dollar rose 0.4 percent to 131.20 Kestrian crowns.",
        ["dollar, percent: 0.4 change", "dollar: 131.2 level"],
    ),
    (
        "Some 35 percent of families live below the poverty line.",
        ["family living below the poverty line, percent: 35 part"],
    ),
    (
        "Rebels control about 60 percent of the province.",
        ["province controlled, percent: 60 part"],
    ),
    (
        "Halek is supported by 47 percent of voters and Kovic by 39 percent, according to a poll.",
        ["Halek support, percent: 47 level", "Kovic support, percent: 39 level"],
    ),
    (
        "The turnout, at 48 percent, was the lowest since 1999.",
        ["turnout, percent: 48 level"],
    ),
    (
        "The toll from the gas leak stood at 33 dead and 150 in hospital on Monday.",
        ["people in hospital: 150 level", "people killed: 33 level"],
    ),
    (
        "A ferry with 210 passengers and 18 crew sank off Sarra; 170 have been rescued.",
        ["crew off Sarra: 18 level", "passengers off Sarra: 210 level", "people rescued off Sarra: 170 level"],
    ),
    (
        "More than half of the 420 prisoners who escaped have been recaptured.",
        ["prisoners: 420 total", "share of prisoners recaptured: 0.5 part"],
    ),
    (
        "Halden Steel's profit dropped 30 percent to 70 million euros on sales of 1.1 billion.",
        [
            "Halden Steel profit, percent: 30 change",
            "Halden Steel profit: 70000000 level",
            "Halden Steel sales: 1.1e+09 level",
        ],
    ),
    (
        "The Union won the election with 49.5 percent of the vote and 104 of the 200 seats.",
        ["Union seats: 104 level", "Union vote, percent: 49.5 level", "seats: 200 total"],
    ),
    (
        "A recount gave Kovic a lead of 312 votes.",
        ["Kovic lead: 312 level"],
    ),
    (
        "The vaccine is 92 percent effective, a trial of 30,000 volunteers showed.",
        ["vaccine effective, percent: 92 level", "volunteers: 30000 level"],
    ),
    (
        "The country has granted asylum to 8,200 people.",
        ["people granted asylum: 8200 level"],
    ),
    (
        "Inflation quickened to 14 percent in January from 12.6 percent.",
        ["inflation, percent: 12.6 previous", "inflation, percent: 14 level"],
    ),
    (
        "Rents in the capital are up 15 percent on last year.",
        ["rent, percent: 15 change"],
    ),
    (
        "The tax on fuel will fall from 20 percent to 12.",
        ["tax, percent: 12 target", "tax, percent: 20 previous"],
    ),
    (
        "The ministry now expects the bridge to cost 350 million francs.",
        ["bridge cost: 350000000 target"],
    ),
    (
        "The price of bread in Dorvan has doubled to 40 crowns since February, traders said.",
        ["bread price in Dorvan: 40 level"],
    ),
    (
        "The main index of the Kardian Stock Exchange gained 1.4 percent to 8,457 points on Friday.",
        ["index, percent: 1.4 change", "index: 8457 level"],
    ),
    (
        "The magnitude of Tuesday's quake near Tarsin was revised to 6.3 from 6.1.",
        ["earthquake magnitude near Tarsin: 6.1 previous", "earthquake magnitude near Tarsin: 6.3 level"],
    ),
    (
        "Three of its soldiers were killed in an ambush near Orvik, the army said.",
        ["soldiers killed near Orvik: 3 level"],
    ),
    (
        "Rescuers found six bodies at Monte Arva, bringing the number of dead to 20.",
        ["bodies recovered at Monte Arva: 6 level", "people killed at Monte Arva: 20 level"],
    ),
    (
        "A survey by Polis put support for the premier at 38 percent.",
        ["support, percent: 38 level"],
    ),
    (
        "The wildfire near Sarn has grown to 6,100 hectares and was 35 percent contained.",
        ["wildfire area near Sarn, ha: 6100 level", "wildfire contained near Sarn, percent: 35 level"],
    ),
    (
        "Officials said 9 of the 14 trapped miners had been rescued.",
        ["miners rescued: 9 part", "miners trapped: 14 total"],
    ),
    (
        "One of the eight workers injured in the blast died in hospital.",
        ["workers injured: 8 total"],
    ),
    (
        "Officials said 200 of the 340 inmates who escaped from Dorvan prison had been recaptured.",
        ["inmates recaptured: 200 part", "inmates: 340 total"],
    ),
    (
        "Inflation is expected to fall to 3 percent by the end of the year, the central bank said.",
        ["inflation, percent: 3 forecast"],
    ),
    (
        "The bank expects growth of 0.7 percent this year.",
        ["bank growth, percent: 0.7 forecast"],
    ),
    (
        "The ministry bought 60 buses for 24 million crowns, or 400,000 crowns each.",
        ["ministry buses: 60 level", "price of buses: 24000000 level"],
    ),
    (
        "Sixty-one passengers were aboard the plane, which had room for 78.",
        ["passengers aboard: 61 level", "plane capacity: 78 level"],
    ),
    (
        "Two people died and at least 30 were taken ill after drinking the water.",
        ["people infected: 30 level", "people killed: 2 level"],
    ),
    (
        "The wheat harvest is forecast at 114 million tonnes this year, against 112.7 million tonnes last year.",
        ["wheat harvest forecast, tonnes: 112700000 previous", "wheat harvest forecast, tonnes: 114000000 forecast"],
    ),
    (
        "The storm, with winds of 185 km/h, was moving west at 17 km/h.",
        ["wind speed, km/h: 185 level"],
    ),
    (
        "Brent crude fell below $70 a barrel on Monday.",
        ["crude: 70 level"],
    ),
    (
        "Gunners shot down 47 of 52 Ukrainian drones.",
        ["Ukrainian drones shot: 47 part", "Ukrainian drones: 52 total"],
    ),
    (
        "France will cut its force in Chad from 1,500 to 600.",
        ["French troops in Chad: 1500 previous", "French troops in Chad: 600 target"],
    ),
    (
        "Ghana received the first $300 million of the loan on Thursday.",
        ["Ghanaian loan received: 300000000 level"],
    ),
    (
        "The government survived a no-confidence vote by 112 votes to 84.",
        ["votes against: 112 level", "votes in favour: 84 level"],
    ),
    (
        "The storm knocked out power to a quarter of a million customers.",
        ["customers: 250000 level"],
    ),
)


def figures(text):
    told = [(one.title, p.quantity.quantity) for one in series(record_from(text)) for p in one.points]
    return sorted(f"{title}: {q.high:.9g} {q.role}" for title, q in told)


@pytest.mark.parametrize(("text", "told"), PLAIN)
def test_a_plain_sentence_gives_its_figures_and_no_others(text, told):
    assert figures(text) == sorted(told)


def test_an_earlier_level_has_its_own_day():
    told = series(record_from("The number of new infections rose to 1,240 on Monday from 980 on Sunday."))
    assert sorted((p.value[1], p.when.edtf) for one in told for p in one.points) == [
        (980, "2032-02-01"),
        (1240, "2032-02-02"),
    ]


def test_a_year_in_the_name_of_what_they_are_tried_for_is_not_when_they_were_tried():
    told = series(record_from("The court jailed 24 people over the 2029 riots.", "At least 24 died in the 2029 riots."))
    assert sorted(p.when.edtf for one in told for p in one.points) == ["2029", "2032-02-03"]


def test_what_an_earlier_version_of_a_report_said_is_taken_back():
    told = "An earlier version of this story said 17 people had been hurt in the fire; the correct number is seven."
    points = [p.quantity.quantity for one in series(record_from(told)) for p in one.points]
    assert [(q.high, q.factuality) for q in points if q.factuality == "denied"] == [(17, "denied")]


def test_the_day_of_the_level_before_is_its_own_whatever_is_measured():
    told = series(record_from("Its stock of uranium had grown to 409 kg, up from 275 kg in January."))
    assert sorted((p.value[1], p.when.edtf) for one in told for p in one.points) == [
        (275, "2032-01"),
        (409, "2032-02-03"),
    ]
