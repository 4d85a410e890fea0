"""What the command line says: help, wrong use, what a command did."""

SENTENCES: dict[str, tuple[str, str]] = {
    "credit": (
        "Parcours construit d'après les 19 étapes de Fabrice Dhume (Du travail social au travail "
        "ensemble, ASH, 2001), telles que les rapporte un support de formation. Les questions, les "
        "aides et les contrôles sont ceux de partnerwiz.",
        "Built on Fabrice Dhume's 19 steps (Du travail social au travail ensemble, ASH, 2001), as a "
        "training handout reports them. The questions, help texts and checks are partnerwiz's own.",
    ),
    # help
    "usage": ("Usage : {line}", "Usage: {line}"),
    "usage-group": ("COMMANDE [OPTIONS] [ARGUMENTS]", "COMMAND [OPTIONS] [ARGUMENTS]"),
    "help-commands": ("Commandes :", "Commands:"),
    "help-arguments": ("Arguments :", "Arguments:"),
    "help-options": ("Options :", "Options:"),
    "help-more": (
        "partnerwiz COMMANDE --help explique une commande.\n"
        "Dans ces aides, FICHIER peut être omis quand le dossier contient un seul projet.",
        "partnerwiz COMMAND --help explains a command.\n"
        "In these texts, FILE may be left out where the folder holds a single project.",
    ),
    "see-help": ("Pour l'aide : {path} --help", "For help: {path} --help"),
    "about": (
        "partnerwiz guide des organisations du secteur social dans la construction d'un partenariat, "
        "étape par étape, et écrit leur charte avec leurs propres mots.",
        "partnerwiz helps voluntary and public organisations build a partnership, step by step, and "
        "writes their charter in their own words.",
    ),
    "about-new": (
        "Commencer un projet de partenariat.\n"
        "Le guide demande le nom du projet et celui de votre organisation, puis pose les premières questions. Chaque "
        "réponse est enregistrée avant la question suivante. Sans terminal, donnez tout par options : "
        "le fichier est créé et rien n'est demandé.",
        "Start a partnership project.\n"
        "The guide asks for the name of the project and that of your organisation, then the first questions. Every answer "
        "is saved before the next question. Without a terminal, give everything by options: the file "
        "is created and nothing is asked.",
    ),
    "about-resume": (
        "Reprendre un projet à la prochaine question.\n"
        "Dit où vous en êtes et continue. Échap ouvre à tout moment le menu : revenir, dire que l'on "
        "ne sait pas encore, que c'est en discussion, quitter.",
        "Go on with a project at the next question.\n"
        "Says where you are and goes on. Esc opens the menu at any time: go back, say that it is not "
        "known yet, that it is under discussion, leave.",
    ),
    "about-export": (
        "Écrire un document : charte, compte rendu, ordre du jour, feuille à remplir, "
        "pages pour qui arrive.\n"
        "charter : la charte ; ce qui manque y est marqué et récapitulé à la fin. "
        "minutes : le compte rendu de la dernière réunion. agenda : l'ordre du jour de "
        "la prochaine. positions : où se situe chaque organisation qui accepte que ce "
        "soit imprimé, quand toutes l'ont dit. worksheet : les questions d'une étape, à "
        "remplir à la main, par exemple partnerwiz export --document worksheet --step 9. "
        "sheet : la feuille de préparation, à remplir à la main. newcomer : deux pages "
        "pour qui arrive dans une organisation (--organisation). Les réponses privées ne "
        "figurent dans aucun document.",
        "Write a document: charter, minutes, agenda, worksheet, pages for a newcomer.\n"
        "charter: the charter; what is missing is marked in it and listed at its end. "
        "minutes: the minutes of the last meeting. agenda: the agenda of the next one. "
        "positions: where each organisation that agrees to its being printed stands, "
        "once all have said. worksheet: the questions of one step, to be filled in by "
        "hand, for example partnerwiz export --document worksheet --step 9. sheet: the "
        "preparation sheet, to be filled in by hand. newcomer: two pages for whoever "
        "arrives in an organisation (--organisation). Private answers never appear in a "
        "document.",
    ),
    "about-status": (
        "Voir où en est le projet, par étape et par organisation.",
        "See where the project stands, by step and by organisation.",
    ),
    "about-answer": (
        "Donner des réponses sans que les questions soient posées.\n"
        "Mêmes contrôles et mêmes messages que pendant la séance. Rien n'est enregistré si une seule "
        "réponse est refusée. Exemples : partnerwiz answer projet.yaml end-date=2027-12-31 ; "
        'partnerwiz answer projet.yaml --state need=under-discussion --who "le CCAS et L\'Escale". '
        "Dans un tableau : people/r1/who=les jeunes.",
        "Give answers without being asked the questions.\n"
        "Same checks and same messages as in a sitting. Nothing is saved if a single answer is "
        "refused. Examples: partnerwiz answer project.yaml end-date=2027-12-31; partnerwiz answer "
        'project.yaml --state need=under-discussion --who "the council and the Trust". In a table: '
        "people/r1/who=young people.",
    ),
    "each-organisation": ("chaque organisation", "each organisation"),
    "about-restore": (
        "Revenir à la version d'avant le dernier enregistrement.\n"
        "Recommencer la commande annule le retour. Répare aussi un fichier abîmé.",
        "Go back to the version before the last save.\n"
        "Running the command again undoes it. It also repairs a damaged file.",
    ),
    "about-example": (
        "Écrire un partenariat fictif, à explorer.\n"
        "Toutes les étapes ont leurs réponses, y compris celles que l'organisation initiatrice garde pour "
        "elle. La ville, les organisations partenaires, les personnes et les chiffres sont inventés.",
        "Write a fictional partnership, to be explored.\n"
        "Every step is answered, including what the organisation that started keeps to itself. "
        "The town, the partner organisations, the people and the figures are invented.",
    ),
    "option-lang-example": (
        "fr : l'exemple français ; en : un autre, situé en Angleterre.",
        "en: the English example; fr: another one, set in France.",
    ),
    "option-short-example": (
        "Le même partenariat après deux réunions, par le parcours court.",
        "The same partnership after two meetings, on the short path.",
    ),
    "example-written": (
        "Exemple écrit : {file}. Pour le parcourir : partnerwiz status {file} ; pour en tirer la "
        "charte : partnerwiz export {file}",
        "Example written: {file}. To look through it: partnerwiz status {file}; to write its charter: "
        "partnerwiz export {file}",
    ),
    "about-steps": (
        "Voir le plan de la méthode, ou vérifier votre propre dossier d'étapes.",
        "See the method as an outline, or check a steps folder of your own.",
    ),
    "meta-file": ("FICHIER", "FILE"),
    "meta-folder": ("DOSSIER", "FOLDER"),
    "meta-language": ("fr|en", "fr|en"),
    "meta-text": ("TEXTE", "TEXT"),
    "meta-name": ("NOM", "NAME"),
    "meta-seat": ("ORG|animation", "ORG|animation"),
    "meta-number": ("N", "N"),
    "meta-id": ("ID", "ID"),
    "meta-answers": ("ID=VALEUR", "ID=VALUE"),
    "meta-state": ("ID=ÉTAT", "ID=STATE"),
    "meta-date": ("DATE", "DATE"),
    "meta-role": ("RÔLE", "ROLE"),
    "meta-format": ("md|html", "md|html"),
    "meta-path": ("CHEMIN", "PATH"),
    "meta-organisation": ("ORG", "ORG"),
    "argument-file": (
        "le projet ; peut être omis si le dossier n'en contient qu'un",
        "the project; may be left out where the folder holds only one",
    ),
    "argument-given": ("le projet", "the project"),
    "argument-new": (
        "le fichier à créer ; à défaut, un nom tiré du titre",
        "the file to create; otherwise a name drawn from the title",
    ),
    "argument-folder": (
        "un dossier d'étapes ; à défaut, celui de partnerwiz",
        "a steps folder; otherwise partnerwiz's own",
    ),
    "argument-answers": ("une ou plusieurs réponses", "one or several answers"),
    "argument-organisation": ("l'identifiant d'une organisation", "the id of an organisation"),
    "option-version": ("affiche la version et s'arrête", "shows the version and stops"),
    "option-help": ("affiche cette aide et s'arrête", "shows this help and stops"),
    "option-ui": ("langue de l'écran", "language of the screen"),
    "option-plain": (
        "rien ne se redessine : choix numérotés, texte seul (lecteurs d'écran)",
        "nothing is redrawn: numbered choices, text alone (screen readers)",
    ),
    "option-steps": ("vos propres étapes", "steps of your own"),
    "option-templates": ("vos propres modèles de documents", "document templates of your own"),
    "option-as": (
        "au nom de qui vous répondez ; « animation » pour qui n'appartient à aucune organisation",
        "in whose name you answer; “animation” for those who belong to no organisation",
    ),
    "option-private": (
        "le fichier privé de cette organisation, au lieu du projet",
        "the private file of this organisation, instead of the project",
    ),
    "option-title": ("nom du projet", "name of the project"),
    "option-organisation": (
        "votre organisation, comme dans une phrase : « le CCAS » ; répétable avec --as animation",
        "your organisation, as in a sentence: “the council”; repeatable with --as animation",
    ),
    "option-lang": ("langue des documents", "language of the documents"),
    "option-short": ("le parcours court", "the short path"),
    "option-whole": ("le parcours entier", "the whole path"),
    "option-step": (
        "seulement cette étape (1 à 19, ou fin)",
        "this step only (1 to 19, or end)",
    ),
    "option-question": ("seulement cette question", "this question only"),
    "option-room": (
        "en réunion, l'écran projeté : rien de privé, lignes courtes et espacées, compte rendu à la fin",
        "in a meeting, on a projector: nothing private, short lines set apart, minutes at the end",
    ),
    "room-private": (
        "« {value} » est une question privée : elle ne se pose pas devant les autres. Reprenez-la sans "
        "--room.",
        "“{value}” is a private question: it is not asked in front of others. Take it up without --room.",
    ),
    "option-unanswered": (
        "aussi ce qui est resté inconnu ou en discussion",
        "also what was left unknown or under discussion",
    ),
    "option-json": ("pour un autre programme", "for another program"),
    "option-document": (
        "charter, positions, minutes, agenda, worksheet, sheet ou newcomer ; charter à défaut",
        "charter, positions, minutes, agenda, worksheet, sheet or newcomer; charter by default",
    ),
    "option-step-of-sheet": (
        "avec worksheet : l'étape (1 à 19, ou fin)",
        "with worksheet: the step (1 to 19, or end)",
    ),
    "option-format": (
        "format, répétable ; à défaut, md pour minutes et agenda, html pour les autres",
        "format, repeatable; by default, md for minutes and agenda, html for the others",
    ),
    "option-output": (
        "fichier ou dossier de destination ; - pour l'écran",
        "file or folder to write to; - for the screen",
    ),
    "option-force": (
        "remplace un document modifié depuis que partnerwiz l'a écrit",
        "replaces a document changed since partnerwiz wrote it",
    ),
    "option-list": ("les documents que cette méthode permet", "the documents this method allows"),
    "option-from": (
        "un fichier YAML de réponses : des lignes « answers: » puis « identifiant: valeur »",
        "a YAML file of answers: “answers:” then “id: value” lines",
    ),
    "option-state": (
        "unknown-yet, not-applicable, under-discussion ou not-disclosed",
        "unknown-yet, not-applicable, under-discussion or not-disclosed",
    ),
    "option-who": ("qui se renseigne, ou entre qui", "who finds out, or between whom"),
    "option-by": ("d'ici à quand", "by when"),
    "option-add": (
        "ajoute une organisation, écrite comme dans une phrase : « le CCAS »",
        "adds an organisation, written as in a sentence: “the council”",
    ),
    "option-name": ("nouveau nom", "new name"),
    "option-role": (
        "envisaged, partner, associate, funder, network, declined ou left",
        "envisaged, partner, associate, funder, network, declined or left",
    ),
    "option-on": (
        "date du changement ; aujourd'hui à défaut",
        "date of the change; today otherwise",
    ),
    # wrong use
    "bad-ui": (
        "« {value} » n'est pas une langue de l'écran. Possibles : {allowed}. Exemple : --ui fr",
        "“{value}” is not a screen language. Possible: {allowed}. Example: --ui en",
    ),
    "bad-lang": (
        "« {value} » n'est pas une langue de documents. Possibles : {allowed}. Exemple : --lang fr",
        "“{value}” is not a document language. Possible: {allowed}. Example: --lang en",
    ),
    "new-as": (
        "Au début d'un projet, --as ne peut être que « animation ». Votre organisation se donne par "
        '--organisation "L\'Escale".',
        "At the start of a project, --as can only be “animation”. Your organisation is given by "
        '--organisation "the Valmorin Trust".',
    ),
    "short-or-whole": (
        "--short et --whole s'excluent : choisissez l'un des deux parcours.",
        "--short and --whole exclude each other: choose one of the two paths.",
    ),
    "no-such-step": (
        "Il n'y a pas d'étape {value}. Les étapes vont de 1 à 19, puis vient la fin (--step fin) ; "
        "partnerwiz steps les montre.",
        "There is no step {value}. Steps go from 1 to 19, then comes the ending (--step end); "
        "partnerwiz steps shows them.",
    ),
    "no-such-question": (
        "« {value} » n'est l'identifiant d'aucune question. partnerwiz steps les montre.",
        "“{value}” is the id of no question. partnerwiz steps shows them.",
    ),
    "no-such-question-near": (
        "« {value} » n'est l'identifiant d'aucune question. Vouliez-vous dire « {hint} » ?",
        "“{value}” is the id of no question. Did you mean “{hint}”?",
    ),
    "not-asked-here": (
        "« {value} » ne vous est pas demandée dans ce projet. Elle l'est peut-être dans le parcours "
        "entier (--whole), ou à une autre organisation (--as).",
        "“{value}” is not asked of you in this project. It may be on the whole path (--whole), or of "
        "another organisation (--as).",
    ),
    "no-such-seat": (
        "« {value} » n'est l'identifiant d'aucune organisation du projet. Possibles : {allowed}.",
        "“{value}” is the id of no organisation of the project. Possible: {allowed}.",
    ),
    "seat-needed": (
        "Au nom de qui ? Ajoutez --as, suivi de l'un de ces identifiants : {allowed}.",
        "In whose name? Add --as followed by one of these ids: {allowed}.",
    ),
    "several-projects": (
        "Ce dossier contient plusieurs projets ({names}). Donnez le nom de l'un d'eux.",
        "This folder holds several projects ({names}). Give the name of one of them.",
    ),
    "no-project-here": (
        "Ce dossier ne contient aucun projet. Donnez un fichier, ou commencez : partnerwiz new",
        "This folder holds no project. Give a file, or start one: partnerwiz new",
    ),
    "no-such-option-here": (
        "L'option {option} n'existe pas ici.",
        "There is no option {option} here.",
    ),
    "bad-option": (
        "L'option {option} est mal écrite : il lui manque une valeur, ou elle n'en prend pas.",
        "The option {option} is not well written: its value is missing, or it takes none.",
    ),
    "missing-argument": ("Il manque {name}.", "{name} is missing."),
    "bad-value": (
        "La valeur donnée à {option} n'est pas acceptée.",
        "The value given to {option} is not accepted.",
    ),
    "no-command": (
        "Il manque une commande, par exemple : partnerwiz resume",
        "A command is missing, for example: partnerwiz resume",
    ),
    "no-such-command": (
        "« {name} » n'est pas une commande.",
        "“{name}” is not a command.",
    ),
    "too-many": (
        "Il y a un mot de trop : {words}.",
        "There is a word too many: {words}.",
    ),
    # without a terminal
    "no-terminal-new": (
        "Il n'y a pas de terminal pour poser les questions. Il manque : {missing}. Exemple :\n"
        '  partnerwiz new projet.yaml --title "Passerelle 18-25" --organisation "L\'Escale" '
        "--lang fr --short",
        "There is no terminal to ask questions on. Missing: {missing}. Example:\n"
        '  partnerwiz new project.yaml --title "Passerelle 18-25" --organisation "L\'Escale" '
        "--lang en --short",
    ),
    "no-terminal-resume": (
        "Il n'y a pas de terminal pour poser les questions. Les réponses se donnent alors "
        "ainsi :\n  partnerwiz answer {file} --as {seat} IDENTIFIANT=RÉPONSE\nReste à répondre :",
        "There is no terminal to ask questions on. Answers are then given like this:\n"
        "  partnerwiz answer {file} --as {seat} ID=ANSWER\nStill to be answered:",
    ),
    # what a command did or refuses
    "answer-form": (
        "« {text} » : écrivez IDENTIFIANT=RÉPONSE, par exemple end-date=2027-12-31.",
        "“{text}”: write ID=ANSWER, for example end-date=2027-12-31.",
    ),
    "answer-nothing": (
        "Aucune réponse n'est donnée. Exemple : partnerwiz answer {file} end-date=2027-12-31",
        "No answer is given. Example: partnerwiz answer {file} end-date=2027-12-31",
    ),
    "answer-refused": ("{id} : {why}", "{id}: {why}"),
    "answer-none-saved": (
        "Rien n'a été enregistré. Corrigez, puis recommencez.",
        "Nothing was saved. Correct this, then try again.",
    ),
    "answer-saved": (
        "Enregistré dans {file} : {ids}.",
        "Saved in {file}: {ids}.",
    ),
    "answer-saved-for": (
        "Enregistré dans {file}, au nom de cette organisation ({name}) : {ids}.",
        "Saved in {file}, in the name of this organisation ({name}): {ids}.",
    ),
    "answer-whose": (
        "Cette réponse appartient à une organisation : ajoutez --as suivi de son identifiant.",
        "This answer belongs to one organisation: add --as followed by its id.",
    ),
    "answer-initiator": (
        "Seule l'organisation initiatrice répond à cette question.",
        "Only the organisation that started answers this question.",
    ),
    "answer-not-state": (
        "« {text} » n'est pas un état. Possibles : {allowed}.",
        "“{text}” is not a state. Possible: {allowed}.",
    ),
    "answer-not-rows": (
        "Cette réponse n'a pas de lignes ; écrivez {id}=RÉPONSE.",
        "This answer has no lines; write {id}=ANSWER.",
    ),
    "answer-cell": (
        "Écrivez {id}/LIGNE/COLONNE=RÉPONSE.",
        "Write {id}/LINE/COLUMN=ANSWER.",
    ),
    "answer-state-whole": (
        "Un état vaut pour toute la réponse : écrivez {id}=ÉTAT.",
        "A state is that of the whole answer: write {id}=STATE.",
    ),
    "answer-path": (
        "Cette question n'est pas posée ici : une réponse précédente l'écarte. Sa réponse serait "
        "gardée sans figurer dans aucun document.",
        "This question is not asked here: an earlier answer sets it aside. Its answer would be "
        "kept and appear in no document.",
    ),
    "from-not-block": (
        "{file} ne contient pas de réponses. Il faut « answers: », puis des lignes décalées "
        "« identifiant: réponse ».",
        "{file} holds no answers. There must be “answers:”, then indented “id: answer” lines.",
    ),
    "organisation-line": ("{id} : {name} ({role})", "{id}: {name} ({role})"),
    "organisation-saved": ("Enregistré : {name} ({role}).", "Saved: {name} ({role})."),
    "organisation-which": (
        "Donnez l'identifiant de l'organisation à modifier, ou --add pour en ajouter une. Connues : {known}.",
        "Give the id of the organisation to change, or --add to add one. Known: {known}.",
    ),
    "organisation-starts": (
        "Cette organisation ({name}) a pris l'initiative du projet : elle en reste "
        "partenaire. Pour en noter le départ : --role left, avec --takes-over.",
        "This organisation ({name}) started the project: it stays a partner in it. To "
        "note that it leaves: --role left, with --takes-over.",
    ),
    "bad-role": (
        "« {value} » n'est pas un rôle. Possibles : {allowed}.",
        "“{value}” is not a role. Possible: {allowed}.",
    ),
    "role-envisaged": ("envisagée", "in view"),
    "role-partner": ("partenaire", "partner"),
    "role-associate": ("associée", "associate"),
    "role-funder": ("financeur", "funder"),
    "role-network": ("réseau", "network"),
    "role-declined": ("a dit non", "said no"),
    "role-left": ("partie", "has left"),
    "export-written": ("Écrit : {file}", "Written: {file}"),
    "export-gaps": (
        "Points à compléter, récapitulés à la fin du document : {count}.",
        "Points to settle, listed at the end of the document: {count}.",
    ),
    "export-no-document": (
        "« {value} » n'est pas un document. Possibles : {allowed}.",
        "“{value}” is not a document. Possible: {allowed}.",
    ),
    "export-which-step": (
        "Le document « {name} » est la feuille d'une étape : dites laquelle (1 à 19, ou fin). "
        "Exemple : partnerwiz export --document {name} --step 9",
        "The document “{name}” is the sheet of one step: say which (1 to 19, or end). Example: "
        "partnerwiz export --document {name} --step 9",
    ),
    "export-no-step": (
        "Le document « {name} » ne porte pas sur une étape : retirez --step, qui ne "
        "s'emploie qu'avec --document {by_step}.",
        "The document “{name}” is not about one step: remove --step, which is only for --document "
        "{by_step}.",
    ),
    "export-lacks": (
        "Le document « {name} » a besoin de questions que cette méthode n'a pas : {lacks}. Choisissez "
        "un autre document, ou apportez un modèle qui s'en passe (--templates).",
        "The document “{name}” needs questions that this method does not have: {lacks}. Choose another "
        "document, or bring a template that does without (--templates).",
    ),
    "export-no-format": (
        "« {value} » n'est pas un format. Possibles : {allowed}.",
        "“{value}” is not a format. Possible: {allowed}.",
    ),
    "export-one-screen": (
        "Un seul format peut s'écrire à l'écran. Gardez un seul --format.",
        "Only one format can be written to the screen. Keep a single --format.",
    ),
    "export-one-file": (
        "Plusieurs formats ne peuvent pas aller dans un seul fichier. Donnez un dossier à --output.",
        "Several formats cannot go into one file. Give --output a folder.",
    ),
    "export-edited": (
        "{file} a été modifié depuis que partnerwiz l'a écrit (ou vient d'ailleurs). Il n'a pas été "
        "remplacé. Renommez-le, choisissez --output, ou ajoutez --force.",
        "{file} was changed since partnerwiz wrote it (or comes from elsewhere). It was not replaced. "
        "Rename it, choose --output, or add --force.",
    ),
    # the outline and the status
    "status-said": ("{count} avec réponse", "{count} answered"),
    "status-to-ask": ("{count} à aborder", "{count} not reached yet"),
    "status-waiting": (
        "{count} à voir avec d'autres organisations",
        "{count} waiting for other organisations",
    ),
    "method-counts": (
        "{steps} étapes, {questions} questions.",
        "{steps} steps, {questions} questions.",
    ),
    "by-initiator": ("l'organisation initiatrice", "the organisation that started"),
    "by-each": ("chaque organisation", "each organisation"),
    "by-together": ("ensemble", "together"),
    "mark-private": ("privé", "private"),
    "short-sheet": ("parcours court : feuille", "short path: sheet"),
    "short-meeting-1": ("parcours court : réunion 1", "short path: meeting 1"),
    "short-between": ("parcours court : entre les deux réunions", "short path: between meetings"),
    "short-meeting-2": ("parcours court : réunion 2", "short path: meeting 2"),
}
