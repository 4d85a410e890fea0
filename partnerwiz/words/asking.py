"""What is said during a sitting: prompts, menus, refusals, what is saved."""

SENTENCES: dict[str, tuple[str, str]] = {
    # before the method
    "ask-language": (
        "Dans quelle langue écrivez-vous vos documents ?",
        "In which language do you write your documents?",
    ),
    "label-language": ("langue des documents", "language of the documents"),
    "help-language": (
        "La langue de l'écran se choisit à part : --ui fr ou --ui en.",
        "The language of the screen is chosen separately: --ui fr or --ui en.",
    ),
    "choice-fr": ("français", "French"),
    "choice-en": ("anglais", "English"),
    "ask-title": (
        "Comment appelez-vous ce projet, pour l'instant ?",
        "What do you call this project, for now?",
    ),
    "label-title": ("nom du projet", "name of the project"),
    "help-title": (
        "Un nom de travail suffit ; il pourra changer. Exemple : Passerelle 18-25.",
        "A working name is enough; it may change. Example: Passerelle 18-25.",
    ),
    "ask-your-organisation": (
        "Quelle est votre organisation ?",
        "What is your organisation?",
    ),
    "label-your-organisation": ("votre organisation", "your organisation"),
    "help-your-organisation": (
        "Celle au nom de laquelle vous répondez. Écrivez-la comme dans une phrase : L'Escale, le "
        "CCAS de Valmorin, la Mission locale. Si vous animez sans appartenir à aucune, quittez et "
        "relancez avec --as animation.",
        "The one you are answering for. Write it as in a sentence: the Valmorin Trust, Valmorin "
        "town council. If you facilitate and belong to none, leave and start again with --as animation.",
    ),
    "ask-first-organisations": (
        "Quelles organisations sont autour de la table ?",
        "Which organisations are around the table?",
    ),
    "label-first-organisations": ("organisations présentes", "organisations present"),
    "help-first-organisations": (
        "Une par ligne, d'abord celle qui a pris l'initiative. Écrivez-les comme dans une phrase : "
        "L'Escale, le CCAS de Valmorin, la Mission locale.",
        "One per line, starting with the one that took the initiative. Write them as in a sentence: the "
        "Valmorin Trust, Valmorin town council.",
    ),
    "ask-around-the-table": (
        "À partir d'ici, on répond ensemble. Quelles autres organisations sont autour de la table ?",
        "What follows is answered together. Which other organisations are around the table?",
    ),
    "label-around-the-table": (
        "organisations autour de la table",
        "organisations around the table",
    ),
    "help-around-the-table": (
        "Une par ligne, comme dans une phrase : le CCAS de Valmorin, la Mission locale. Si vous "
        "n'êtes pas encore réunis, quittez : tout est enregistré, vous reprendrez avec elles.",
        "One per line, as in a sentence: the Valmorin Trust, Valmorin town council. If you have not met "
        "yet, leave: everything is saved, and you will go on with them.",
    ),
    "ask-path": ("Par quel parcours commencez-vous ?", "Which path do you start with?"),
    "label-path": ("parcours", "path"),
    "help-path": (
        "On passe de l'un à l'autre quand on veut, sans rien perdre.",
        "You may change from one to the other at any time and lose nothing.",
    ),
    "choice-short": (
        "parcours court : une feuille, deux réunions, une charte de deux pages",
        "short path: a sheet each, two meetings, a two-page charter",
    ),
    "choice-whole": (
        "parcours entier : les 19 étapes, sur plusieurs mois",
        "whole path: the 19 steps, over several months",
    ),
    # the head of a question
    "step-head": ("Étape {number} · {title}", "Step {number} · {title}"),
    "private-mark": (
        "privé : cette réponse reste chez {name}",
        "private: this answer stays with {name}",
    ),
    "voice-together": ("ensemble", "together"),
    "optional-mark": ("facultatif", "optional"),
    "talk-first": ("D'abord, parlez-en.", "First, talk about it."),
    "example-is": ("Exemple : {text}", "Example: {text}"),
    "present-answer": ("Réponse actuelle :", "Current answer:"),
    "carried": (
        "Repris de votre réponse « {label} ». Gardez ou corrigez.",
        "Taken from your answer “{label}”. Keep it or correct it.",
    ),
    "recalled": ("Déjà dit · {label}", "Already said · {label}"),
    "state-is": ("État actuel : {state}", "Current state: {state}"),
    # signs and states
    "stands-answered": ("répondu", "answered"),
    "stands-left-empty": ("laissé vide", "left empty"),
    "stands-to-ask": ("pas encore abordé", "not reached yet"),
    "stands-to-review": ("à revoir", "to review"),
    "stands-waits-for-the-table": (
        "attend d'autres organisations",
        "waits for other organisations",
    ),
    "stands-not-called-for": ("non demandé ici", "not asked here"),
    "stands-unknown-yet": ("pas encore connu", "not known yet"),
    "stands-not-applicable": ("sans objet", "not applicable"),
    "stands-under-discussion": ("en discussion", "under discussion"),
    "stands-not-disclosed": ("non communiqué", "not disclosed"),
    "stands-withdrawn": ("retiré", "withdrawn"),
    "state-who-by": (" ({who}, {by})", " ({who}, {by})"),
    "by-day": ("d'ici au {date}", "by {date}"),
    "by-month": ("d'ici à {date}", "by {date}"),
    "state-who": (" ({who})", " ({who})"),
    "state-by": (" ({by})", " ({by})"),
    # keys; the letter before the bar opens the line of the menu
    "keys-line": ("Entrée : valider · Échap : menu", "Enter: done · Esc: menu"),
    "keys-paragraph": (
        "Entrée : à la ligne · deux fois Entrée : c'est fini · Échap : menu",
        "Enter: new line · Enter twice: done · Esc: menu",
    ),
    "keys-list": (
        "Une ligne par élément · Entrée sur une ligne vide : c'est fini · Échap : menu",
        "One item per line · Enter on an empty line: done · Esc: menu",
    ),
    "keys-choose": (
        "Flèches ou chiffre, puis Entrée · Échap : menu",
        "Arrows or a number, then Enter · Esc: menu",
    ),
    "keys-tick": (
        "Espace : cocher ou décocher · Entrée : c'est fini · Échap : menu",
        "Space: tick or untick · Enter: done · Esc: menu",
    ),
    "keys-yes-no": ("o : oui · n : non · Échap : menu", "y: yes · n: no · Esc: menu"),
    "keys-menu": (
        "Une lettre, ou Entrée pour la ligne marquée · Échap : menu",
        "A letter, or Enter for the marked line · Esc: menu",
    ),
    "keys-plain-menu": (
        "Une lettre, puis Entrée · / puis Entrée : menu",
        "A letter, then Enter · / then Enter: menu",
    ),
    "keys-plain": (
        "/ puis Entrée : menu · /r : revenir",
        "/ then Enter: menu · /b: back",
    ),
    "keys-plain-paragraph": (
        "Une ligne vide : c'est fini · / puis Entrée : menu",
        "An empty line: done · / then Enter: menu",
    ),
    "keys-plain-choose": (
        "Un chiffre, puis Entrée · / puis Entrée : menu",
        "A number, then Enter · / then Enter: menu",
    ),
    "keys-plain-tick": (
        "Les chiffres séparés par des virgules, puis Entrée · / puis Entrée : menu",
        "The numbers separated by commas, then Enter · / then Enter: menu",
    ),
    "enter-keeps": ("Entrée garde : {text}", "Enter keeps: {text}"),
    "menu-answer": ("p|poursuivre ma réponse", "g|go on with my answer"),
    "menu-back": ("r|revenir en arrière (Maj-Tab)", "b|back one question (Shift-Tab)"),
    "menu-forward": ("a|avancer, sans rien changer", "f|forward, changing nothing"),
    "menu-help": ("e|revoir la question (F1)", "e|see the question again (F1)"),
    "menu-example": ("x|partir de l'exemple (F3)", "m|start from the example (F3)"),
    "menu-editor": ("o|ouvrir mon éditeur de texte (F4)", "w|write in my text editor (F4)"),
    "menu-file": ("l|lire ma réponse dans un fichier", "l|load my answer from a file"),
    "menu-drop-line": ("n|ne pas garder cette ligne", "o|drop this line"),
    "menu-recalled": ("c|corriger une réponse rappelée", "c|correct an answer recalled here"),
    "menu-unknown-yet": ("i|on ne sait pas encore", "u|not known yet"),
    "menu-not-applicable": ("s|sans objet pour nous", "n|not applicable to us"),
    "menu-under-discussion": ("d|en discussion", "d|under discussion"),
    "menu-not-disclosed": ("t|nous ne souhaitons pas le dire", "x|we do not wish to say"),
    "menu-steps": ("v|voir étapes et questions", "s|see steps and questions"),
    "menu-search": ("m|chercher un mot", "k|look for a word"),
    "menu-undo": ("z|annuler ma dernière réponse", "z|take back my last answer"),
    "menu-blank": ("b|masquer l'écran (B le remontre)", "h|hide the screen (H shows it again)"),
    "menu-leave-new": ("q|quitter ; rien n'est créé", "q|leave; nothing is created"),
    "menu-leave": ("q|quitter ; tout est enregistré", "q|leave; everything is saved"),
    "menu-which": ("Laquelle ?", "Which one?"),
    "ask-who-finds-out": (
        "Qui se renseigne ? (une fonction ; vide si on ne sait pas)",
        "Who will find out? (a post; leave blank if not known)",
    ),
    "ask-who-discusses": (
        "Entre qui ? (vide si on ne sait pas)",
        "Between whom? (leave blank if not known)",
    ),
    "ask-by-when": (
        "D'ici à quand ? (exemple : 15/03/2026 ; vide si on ne sait pas)",
        "By when? (example: 15/03/2026; leave blank if not known)",
    ),
    # rows
    "rows-done": ("t|c'est fini", "t|that is all"),
    "rows-none": ("v|laisser vide", "e|leave it empty"),
    "rows-add": ("a|ajouter une ligne", "a|add a line"),
    "rows-change": ("c|corriger une ligne", "c|change a line"),
    "rows-double": ("d|dupliquer une ligne", "d|duplicate a line"),
    "rows-move": ("m|déplacer une ligne", "m|move a line"),
    "rows-remove": ("s|supprimer une ligne", "r|remove a line"),
    "rows-which": ("Quelle ligne ?", "Which line?"),
    "rows-which-cell": ("Que changez-vous ?", "What do you want to change?"),
    "rows-whole": ("toute la ligne", "the whole line"),
    "rows-before": ("Avant quelle ligne la placer ?", "Which line should it go before?"),
    "rows-at-the-end": ("à la fin", "at the end"),
    "rows-sure": ("Supprimer « {text} » ?", "Remove “{text}”?"),
    "row-number": ("Ligne {number}", "Line {number}"),
    "other-words": ("Autre : précisez.", "Other: please say."),
    "someone-else": ("une autre, que je nomme", "another one, which I will name"),
    "name-it": ("Son nom ?", "Its name?"),
    "name-it-here": (
        "Son nom, comme dans une phrase ? Elle entrera dans le projet comme organisation envisagée.",
        "Its name, as in a sentence? It will join the project as an organisation in view.",
    ),
    "none-to-choose": (
        "Il n'y a encore rien à choisir ici ; vous y reviendrez.",
        "There is nothing to choose from here yet; you will come back to it.",
    ),
    "tick-to-tell": (
        "Voici vos lignes privées. Rien n'est transmis sans que vous le cochiez.",
        "These are your private lines. Nothing is passed on unless you tick it.",
    ),
    "colon": ("{before} : {after}", "{before}: {after}"),
    "yes": ("oui", "yes"),
    "no": ("non", "no"),
    "yes-letters": ("oy", "y"),
    "no-letters": ("n", "n"),
    # refusals
    "nothing-given": (
        "Il manque une réponse. Si vous ne l'avez pas, le menu permet de dire « on ne sait pas encore ».",
        "An answer is missing. If you do not have it, the menu lets you say “not known yet”.",
    ),
    "not-text": (
        "Un texte est attendu ici, ni une liste ni plusieurs clés.",
        "A text is expected here, not a list or several keys.",
    ),
    "unseen-character": (
        "Ce texte contient un caractère invisible ({code}). Effacez-le ou retapez le passage.",
        "This text holds an invisible character ({code}). Delete it or type the passage again.",
    ),
    "several-lines": (
        "Une seule ligne est attendue ici. Retirez les retours à la ligne.",
        "A single line is expected here. Remove the line breaks.",
    ),
    "not-a-number": (
        "« {text} » n'est pas un nombre (exemples : 12 ou 12,5).",
        "“{text}” is not a number (examples: 12 or 12.5).",
    ),
    "ambiguous-number": (
        "« {text} » peut se lire de deux façons. Écrivez {plain} s'il s'agit de milliers ; "
        "sinon, ajoutez un zéro après la dernière décimale.",
        "“{text}” can be read in two ways. Write {plain} if you mean thousands; otherwise add "
        "a zero after the last decimal.",
    ),
    "not-a-date": (
        "« {text} » n'est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
        "“{text}” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
    ),
    "not-yes-no": (
        "« {text} » n'est ni oui ni non (o ou n).",
        "“{text}” is neither yes nor no (y or n).",
    ),
    "no-such-option": (
        "« {text} » n'est pas une réponse possible. Réponses possibles : {allowed}.",
        "“{text}” is not a possible answer. Possible answers: {allowed}.",
    ),
    "other-needs-words": (
        "« other » demande des mots, par exemple : other: à notre initiative.",
        "“other” asks for words, for example: other: on our own initiative.",
    ),
    "not-a-list": (
        "Une liste est attendue ici : une ligne par élément, chacune commençant par un tiret.",
        "A list is expected here: one line for each item, each starting with a dash.",
    ),
    "chosen-twice": (
        "La même réponse est donnée deux fois. Retirez l'une des deux.",
        "The same answer is given twice. Remove one of the two.",
    ),
    "no-such-organisation-here": (
        "« {text} » n'est l'identifiant d'aucune organisation du projet. Organisations : {allowed}.",
        "“{text}” is the id of no organisation of the project. Organisations: {allowed}.",
    ),
    "no-such-row": (
        "« {text} » n'est la clé d'aucune ligne. Lignes : {allowed}.",
        "“{text}” is the key of no line. Lines: {allowed}.",
    ),
    "not-rows-given": (
        "Des lignes sont attendues ici, chacune avec sa clé, par exemple r1.",
        "Lines are expected here, each with its key, for example r1.",
    ),
    "bad-row-key": (
        "« {text} » ne peut pas être la clé d'une ligne : lettres minuscules sans accent et chiffres, "
        "par exemple r1.",
        "“{text}” cannot be the key of a line: lower-case letters without accents and digits, "
        "for example r1.",
    ),
    "not-a-row": (
        "La ligne « {text} » doit contenir ses colonnes, chacune avec sa clé.",
        "The line “{text}” must hold its columns, each with its key.",
    ),
    "no-such-column": (
        "« {text} » n'est pas une colonne de ce tableau. Colonnes : {allowed}.",
        "“{text}” is not a column of this table. Columns: {allowed}.",
    ),
    "in-cell": ("Ligne « {row} », {column} : {because}", "Line “{row}”, {column}: {because}"),
    "not-a-digit": (
        "Tapez un chiffre entre 1 et {most}.",
        "Type a number between 1 and {most}.",
    ),
    # saving, leaving, coming back
    "mend-then-again": (
        "Corrigez le fichier, enregistrez-le, puis validez de nouveau votre réponse : elle est "
        "gardée ici.",
        "Correct the file, save it, then confirm your answer again: it is kept here.",
    ),
    "edited-meanwhile": (
        "Cette réponse vient d'être modifiée dans le fichier. Ce qui s'y trouve est affiché "
        "ci-dessus ; votre saisie est gardée dans le champ. Validez pour la mettre à la place, ou "
        "corrigez-la.",
        "This answer has just been changed in the file. What stands there is shown above; what you "
        "typed is kept in the field. Confirm to put it in its place, or correct it.",
    ),
    "organisation-gone": (
        "L'organisation qui répondait n'est plus dans le fichier. Sa réponse n'a pas été ajoutée.",
        "The organisation that was answering is no longer in the file. Its answer was not added.",
    ),
    "saved-resume": (
        "Enregistré dans {file}. Pour reprendre : partnerwiz resume {again}",
        "Saved in {file}. To go on: partnerwiz resume {again}",
    ),
    "nothing-saved": (
        "Rien n'a été créé. Pour recommencer : partnerwiz new",
        "Nothing was created. To start again: partnerwiz new",
    ),
    "at-step": ("à l'étape {number}", "at step {number}"),
    "at-the-ending": ("à la fin du projet", "at the end of the project"),
    "here-you-are": (
        "{title}. Vous répondez pour {seat}. Vous en êtes {place}, « {label} ».",
        "{title}. You answer for {seat}. You are {place}, “{label}”.",
    ),
    "here-you-are-animation": (
        "{title}. Vous animez ; chaque organisation répond à son tour. Vous en êtes "
        "{place}, « {label} ».",
        "{title}. You facilitate; each organisation answers in turn. You are {place}, “{label}”.",
    ),
    "all-asked": (
        "Rien d'autre ne vous est demandé pour l'instant.",
        "Nothing else is asked of you for now.",
    ),
    "all-asked-short": (
        "Le parcours court ne vous demande rien d'autre. Pour aller plus loin : "
        "partnerwiz resume {again} --whole",
        "The short path asks nothing more of you. To go further: partnerwiz resume {again} --whole",
    ),
    "print-charter": (
        "Pour la charte : partnerwiz export {again}",
        "For the charter: partnerwiz export {again}",
    ),
    "path-changed": (
        "Vous suivez maintenant le {path}. Rien n'est perdu.",
        "You now follow the {path}. Nothing is lost.",
    ),
    "part-said": ("{title} : ce qui a été dit", "{title}: what has been said"),
    "part-sheet": ("Feuille de préparation", "Preparation sheet"),
    "part-meeting-1": ("Première réunion", "First meeting"),
    "part-between": ("Entre les deux réunions", "Between the two meetings"),
    "part-meeting-2": ("Deuxième réunion", "Second meeting"),
    "head-sheet": (
        "Feuille de préparation : chaque organisation seule, en une demi-heure. Écrivez peu ; ce que "
        "vous rendez ici sera lu par les autres.",
        "Preparation sheet: each organisation alone, half an hour. Write little; what you give here will "
        "be read by the others.",
    ),
    "head-meeting-1": (
        "Première réunion, tous ensemble, deux heures.",
        "First meeting, all together, two hours.",
    ),
    "head-between": (
        "Entre les deux réunions : chaque organisation avec ses propres instances.",
        "Between the two meetings: each organisation with its own governing bodies.",
    ),
    "head-meeting-2": (
        "Deuxième réunion, tous ensemble, deux heures.",
        "Second meeting, all together, two hours.",
    ),
    "close-meeting-1": (
        "Avant de vous quitter, posez le clavier dix minutes : qui faut-il encore convaincre chez vous ?",
        "Before you part, hands off the keyboard for ten minutes: who still has to be convinced in your "
        "own organisation?",
    ),
    "done-when": (
        "À vous de juger si l'étape {step} est faite : {text}",
        "It is for you to judge whether step {step} is done. What to look for: {text}",
    ),
    "beware": ("À surveiller :", "Watch out for:"),
    "ask-go-on": ("Continuez-vous ?", "Do you want to go on?"),
    "go-on": ("c|continuer", "c|go on"),
    "answer-anew": ("r|répondre autrement", "a|answer differently"),
    "stop-here": ("q|s'arrêter ici", "q|stop here"),
    "which-seat": ("Au nom de qui répondez-vous ?", "Who are you answering for?"),
    "seat-facilitates": (
        "personne : j'anime, sans accès aux réponses privées",
        "nobody: I facilitate, with no access to private answers",
    ),
    "months": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "January February March April May June July August September October November December",
    ),
}
