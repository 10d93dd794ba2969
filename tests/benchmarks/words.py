"""The words that the benchmark's library is made of; people, places and organisations are put together from parts."""


def _listed(text: str) -> tuple[str, ...]:
    """What is parted by bars, or by spaces where there is no bar."""
    return tuple(text.split("|" if "|" in text else None))


GIVEN = _listed(
    "Agnes Ahmed Aiko Alma Amir Ana Anton Arne Astrid Beata Bilal Boris Carla Cem Chidi Clara Dagny Dario Deniz Edda "
    "Elias Emeka Esther Farah Felix Fiona Gideon Greta Hamid Hana Hugo Ibrahim Ida Ilse Imran Ines Ivo Jamila Jonas "
    "Kaito Karin Kofi Leila Lena Linus Luca Magda Malik Marta Mateo Mina Nadia Nils Noor Olga Omar Otto Paula Pedro "
    "Petra Rafael Rania Rosa Ruben Salma Samir Selma Simon Sofia Sven Tariq Tessa Timo Ulla Vera Viktor Wanda Yusuf"
)
SURNAME_STARTS = _listed(
    "Ab Alder Bar Brand Cal Cord Dal Dor Eck El Far Fenn Gar Gol Hag Hol Is Jan Kal Kest Lam Lind Mad Mor Nab Nor Ob "
    "Ol Pav Pet Qas Rad Ros Sal Stro Tal Tor Ul Var Vos Wal Wen Yar Zam"
)
SURNAME_ENDS = _listed(
    "adze afi aldi anga ani antes arov auer bakken beck berg brandt cott ekwe elho enko escu gaard hammer heim holt "
    "ic idis imi ino ira kamp kawa lund mann moto nandez nik olli oyan qvist rup sen shvili ski sson ström ton uddin "
    "ukwu uri vaara wick yama zadeh"
)
PLACE_STARTS = _listed(
    "Amber Birk Copper Dun East Fal Grim Harl Inver Kirk Lang Mere Nether Oster Pen Raven Stone Thorn"
)
PLACE_ENDS = _listed("bridge by dale field ford gate ham haven hurst mouth ness port stad thorpe wold worth")
SUBJECTS = _listed(
    "harbour railway water forest fishery energy housing road museum library hospital grain bridge tunnel airport "
    "archive orchestra school steel copper mining textile shipping weather flood coastal border customs insurance"
)
BODIES = _listed("Authority Board Commission Council Fund Institute Office Service Trust Union")
OFFICES = _listed(
    "chair|deputy chair|director|deputy director|chief engineer|head of planning|spokesperson|treasurer|"
    "chief inspector|secretary|legal adviser|head of research"
)
RANKS = ("Dr", "Professor", "Colonel", "Captain", "Judge", "Senator", "", "", "", "", "", "")
THINGS = _listed(
    "lock gate|pumping station|ferry terminal|signal tower|grain store|reading room|dry dock|weather mast|cable car|"
    "footbridge|tidal barrier|training centre|freight yard|solar park|sewage works|concert hall|heating plant|"
    "market hall|radar station|fish ladder|seed bank|children's ward|bus depot|rope works|customs shed"
)
PEOPLE = _listed(
    "workers engineers residents visitors students passengers fishermen nurses volunteers delegates miners"
)
UNITS = _listed("tonnes kilometres hectares litres megawatts metres households containers")
MONTHS = _listed("January February March April May June July August September October November December")
ADJECTIVES = _listed(
    "ageing bitter careful costly crowded damp distant dusty early empty expensive fragile gentle hasty heavy hidden "
    "honest idle late lively long lost modest muddy narrow noisy old patient plain proud quiet rapid remote rough "
    "sandy secret shallow shared silent slow small steep stubborn sudden tidy unlikely useful vast weary wide windy"
)
NOUNS = _listed(
    "agreement answer argument autumn balance barge budget cable calendar candle canal chapter clerk clock coast "
    "column contract corner crane crowd current debate debt delay desk detail district ditch document doubt drawing "
    "engine evening excuse failure farm fence figure fleet fog garden gravel hearing hill index inspection invoice "
    "journey kitchen ladder lamp ledger letter machine manual map market meadow meeting memory mill minute model "
    "morning neighbour notebook objection office orchard order oven paper parcel path pattern permit petition pier "
    "pilot pipe plan pocket pond promise proposal quarrel quarry question rail rain receipt record repair reply "
    "request reserve review river roof rope rumour schedule season shelf shore signal silence sketch slope station "
    "storm street summer supply survey table tax tender timber track trade trial valley vessel village visit wage "
    "wall warehouse warning waste weight wheel window winter witness workshop yard"
)
VERBS = _listed(
    "accepted awaited blamed borrowed carried changed checked cleared collected compared copied counted covered "
    "crossed delayed described divided doubted drafted emptied examined expected explained favoured filled followed "
    "guarded ignored improved inherited inspected joined kept labelled lifted measured mended missed moved noticed "
    "offered ordered outlived painted passed postponed praised questioned reached recalled recorded repaired replaced "
    "reported required resisted restored returned reviewed revised saved shared shortened signed slowed sold sorted "
    "stored studied supported survived tested traced trusted visited watched weighed welcomed"
)
OPENINGS = _listed(
    "By then|In the end|Nobody doubts that|Some say that|For years|Even so|At first|Off the record|Meanwhile|"
    "On most days|In the village|According to the minutes|As before|To the surprise of many|Further north"
)
