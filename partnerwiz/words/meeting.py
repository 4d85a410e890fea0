"""What is said when people meet: who is here, silence before writing, what is put on record."""

SENTENCES: dict[str, tuple[str, str]] = {
    # a sitting in the room
    "ask-present": ("Qui est là ?", "Who is here?"),
    "label-present": ("organisations présentes", "organisations here"),
    "help-present": (
        "Cochez les organisations représentées aujourd'hui. Le compte rendu dira aussi qui n'était pas là.",
        "Tick the organisations represented today. The minutes will also say who was not there.",
    ),
    "ask-others": ("Qui d'autre est là ?", "Who else is here?"),
    "label-others": ("autres personnes présentes", "others present"),
    "help-others": (
        "Des fonctions, jamais des noms ; les personnes concernées, si elles sont là et d'accord pour "
        "que le compte rendu le dise. Exemple : deux jeunes du foyer, une consultante.",
        "Roles, never names; the people concerned, if they are here and agree to the minutes saying so. "
        "Example: two young people from the hostel, a consultant.",
    ),
    "ask-decided": ("Qu'avez-vous décidé aujourd'hui ?", "What did you decide today?"),
    "label-decided": ("décisions de la réunion", "decisions of the meeting"),
    "help-decided": (
        "Une phrase par décision, lue à voix haute avant d'être notée. Si rien n'a été décidé, laissez "
        "vide : le compte rendu le dira. Exemple : L'Escale prête sa salle le mardi.",
        "One sentence for each decision, read aloud before it is noted. If nothing was decided, leave "
        "it empty: the minutes will say so. Example: the Trust lends its room on Tuesdays.",
    ),
    "ask-calls": (
        "Qui appelle qui d'ici à la prochaine fois ?",
        "Who calls whom before next time?",
    ),
    "label-calls": ("appels à passer", "calls to make"),
    "help-calls": (
        "Qui n'était pas là, qui n'a rien dit, qui doit encore répondre. Le silence ne vaut "
        "pas accord. Exemple : la coordinatrice appelle la Mission locale avant lundi.",
        "Whoever was not there, said nothing, or still has to answer. Silence is not consent. "
        "Example: the coordinator calls the youth service before Monday.",
    ),
    "help-absent": ("Qui n'est pas là aujourd'hui : {names}.", "Not here today: {names}."),
    "ask-corrections": (
        "Jusqu'à quand peut-on corriger le compte rendu ?",
        "Until when can the minutes be corrected?",
    ),
    "label-corrections": ("délai pour corriger", "time for corrections"),
    "help-corrections": (
        "Une date que chacun peut tenir. Exemple : 31/03/2026. Laissez vide pour l'écrire à la main sur "
        "le compte rendu.",
        "A date that everyone can keep to. Example: 31/03/2026. Leave it empty to write it by hand on "
        "the minutes.",
    ),
    "ask-next": ("Quand vous revoyez-vous ?", "When do you meet again?"),
    "label-next": ("prochaine réunion", "next meeting"),
    "help-next": (
        "Une date, ou vide si vous ne le savez pas encore.",
        "A date, or leave it empty if you do not know yet.",
    ),
    "ask-where": ("Où, et à quelle heure ?", "Where, and at what time?"),
    "label-where": ("lieu et heure", "place and time"),
    "help-where": (
        "Un lieu où chacun peut venir. Exemple : salle du CCAS, 14 h.",
        "A place that everyone can get to. Example: town hall annexe, 2 p.m.",
    ),
    "closing-head": ("Avant de vous quitter", "Before you part"),
    "minutes-written": (
        "La réunion est notée.\n"
        "Pour le compte rendu, à envoyer dès ce soir : partnerwiz export {again} --document minutes\n"
        "Pour l'ordre du jour de la prochaine : partnerwiz export {again} --document agenda",
        "The meeting is on record.\n"
        "For the minutes, to be sent tonight: partnerwiz export {again} --document minutes\n"
        "For the next agenda: partnerwiz export {again} --document agenda",
    ),
    "not-heard-yet": ("On n'a pas encore entendu : {names}", "Not heard yet: {names}"),
    # talking before writing
    "keys-silence": (
        "N : noter · B : masquer l'écran · un chiffre : a parlé · O : ordre de parole · Échap : menu",
        "N: note · B: blank the screen · a digit: has spoken · O: order of speaking · Esc: menu",
    ),
    "keys-silence-alone": (
        "N : noter · B : masquer l'écran · Échap : menu",
        "N: note · B: blank the screen · Esc: menu",
    ),
    "keys-plain-silence": (
        "N puis Entrée : noter · B : masquer l'écran · un chiffre : a parlé · O : ordre de parole · "
        "/ : menu",
        "N then Enter: note · B: blank the screen · a digit: has spoken · O: order of speaking · /: menu",
    ),
    "keys-plain-silence-alone": (
        "N puis Entrée : noter · B : masquer l'écran · / : menu",
        "N then Enter: note · B: blank the screen · /: menu",
    ),
    "people-speak": (
        "et les personnes concernées, quand elles le souhaitent",
        "and the people concerned, when they choose",
    ),
    "has-spoken": ("{name} (a parlé)", "{name} (has spoken)"),
    "speaks-first": (
        "Qui parle en premier ? La plus petite organisation d'abord, le financeur en dernier.",
        "Who speaks first? The smallest organisation first, the funder last.",
    ),
    "speaks-next": ("Et ensuite ?", "And next?"),
    "blanked": ("B puis Entrée : montrer de nouveau", "B then Enter: show again"),
    "read-back": (
        "À la personne qui l'a dit : est-ce bien ce que vous avez dit ?",
        "To whoever said it: is this what you said?",
    ),
    "keys-read-back": ("o : oui · n : non, à corriger", "y: yes · n: no, to be corrected"),
    "read-back-yes": ("o|oui", "y|yes"),
    "read-back-no": ("n|non, à corriger", "n|no, to be corrected"),
}
