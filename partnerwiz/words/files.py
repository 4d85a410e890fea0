"""What is said of files: mistakes in them, and what became of a save."""

SENTENCES: dict[str, tuple[str, str]] = {
    # reading any file
    "no-such-file": (
        "{file} n'existe pas. Vérifiez le nom, ou commencez un projet : partnerwiz new {file}",
        "{file} does not exist. Check the name, or start a project: partnerwiz new {file}",
    ),
    "not-a-file": (
        "{file} n'est pas un fichier ordinaire. Donnez le nom d'un fichier .yaml.",
        "{file} is not an ordinary file. Give the name of a .yaml file.",
    ),
    "cannot-read": (
        "{file} ne peut pas être lu ({reason}). Vérifiez son nom et vos droits sur ce fichier.",
        "{file} cannot be read ({reason}). Check its name and your permissions on it.",
    ),
    "too-large": (
        "{file} dépasse {most} Mo ; un projet n'en demande jamais autant. Est-ce le bon fichier ?",
        "{file} is over {most} MB; a project never needs that much. Is it the right file?",
    ),
    "not-utf-8": (
        "cette ligne n'est pas en UTF-8. Ouvrez le fichier dans un éditeur de texte et "
        "enregistrez-le avec l'encodage « UTF-8 ».",
        "this line is not UTF-8. Open the file in a text editor and save it with the encoding “UTF-8”.",
    ),
    "unreadable": ("Le fichier contient des erreurs.", "The file has mistakes in it."),
    "empty-file": (
        "le fichier est vide. Reprenez une copie, ou la version précédente : partnerwiz restore",
        "the file is empty. Take a copy, or the previous version: partnerwiz restore",
    ),
    "forbidden-character": (
        "cette ligne contient un caractère de commande invisible. Effacez-le, ou récrivez la ligne.",
        "this line holds an invisible control character. Delete it, or write the line again.",
    ),
    "anchor": (
        "« {name} » : les ancres et les renvois (& et *) ne sont pas lus ici. Écrivez la valeur "
        "en entier, ou entre guillemets si elle commence par & ou *.",
        "“{name}”: anchors and aliases (& and *) are not read here. Write the value out, or put it "
        "between quotes if it starts with & or *.",
    ),
    "tag": (
        "« {name} » : les étiquettes de type (!) ne sont pas lues ici. Retirez-la, ou mettez la "
        "valeur entre guillemets si elle commence par un point d'exclamation.",
        "“{name}”: type tags (!) are not read here. Remove it, or put the value between quotes if "
        "it starts with an exclamation mark.",
    ),
    "too-deep": (
        "plus de {most} niveaux imbriqués. Vérifiez les crochets et les retraits à cet endroit.",
        "more than {most} nested levels. Check the brackets and the indents here.",
    ),
    "too-long": (
        "une seule réponse dépasse {most} caractères. Mettez ce texte dans un document à part.",
        "a single answer is over {most} characters. Put this text in a document of its own.",
    ),
    "second-document": (
        "une ligne « --- » ouvre un second document. Retirez-la et ce qui la suit.",
        "a “---” line starts a second document. Remove it and what follows.",
    ),
    "french-colon": (
        "le deux-points entouré d'espaces coupe la phrase en deux pour YAML. Mettez la phrase "
        'entre guillemets, par exemple fr: "Le but : créer un lien".',
        "a colon with spaces around it cuts the sentence in two for YAML. Put the sentence between "
        'quotes, for example fr: "Le but : créer un lien".',
    ),
    "tab": (
        "cette ligne commence par une tabulation. Remplacez-la par des espaces.",
        "this line starts with a tab. Replace it with spaces.",
    ),
    "open-quote": (
        "un guillemet ouvert ici n'est jamais refermé. Ajoutez le guillemet manquant.",
        "a quote opened here is never closed. Add the missing quote.",
    ),
    "bad-indent": (
        "cette ligne n'est pas alignée avec celles qui l'entourent, ou il manque « clé: » au début. "
        "Alignez-la sur la ligne du dessus.",
        "this line is not aligned with those around it, or “key:” is missing at its start. Align it "
        "with the line above.",
    ),
    "bad-yaml": (
        "cette ligne, ou celle du dessus, n'est pas du YAML lisible. Vérifiez les deux-points, les "
        "guillemets et les retraits ; au besoin, mettez le texte entre guillemets.",
        "this line, or the one above, is not readable YAML. Check colons, quotes and indents; if "
        "need be, put the text between quotes.",
    ),
    "want-text": (
        "« {name} » attend un texte, et trouve une liste ou plusieurs clés. Exemple : {name}: un texte",
        "“{name}” expects a text and finds a list or several keys. Example: {name}: a text",
    ),
    "want-list": (
        "« {name} » attend une liste : une ligne par élément, chacune commençant par un tiret.",
        "“{name}” expects a list: one line for each item, each starting with a dash.",
    ),
    "want-mapping": (
        "« {name} » attend des lignes « clé: valeur », décalées de deux espaces.",
        "“{name}” expects “key: value” lines, indented by two spaces.",
    ),
    "want-plain-key": (
        "une clé doit être un mot simple, par exemple « titre: ».",
        "a key must be a plain word, for example “title:”.",
    ),
    "twice": (
        "« {name} » se trouve déjà à la ligne {first}. Gardez l'un des deux.",
        "“{name}” already stands on line {first}. Keep one of the two.",
    ),
    "missing-key": (
        "il manque « {missing} ». Ajoutez une ligne « {missing}: … ».",
        "“{missing}” is missing. Add a line “{missing}: …”.",
    ),
    "not-one-of": (
        "« {value} » n'est pas accepté pour « {name} ». Valeurs possibles : {allowed}.",
        "“{value}” is not accepted for “{name}”. Possible values: {allowed}.",
    ),
    "bad-short": (
        "« {value} » n'est pas une place du parcours court : {allowed}, suivie si besoin du numéro de "
        "l'entrée, par exemple meeting-1/9.",
        "“{value}” is not a place on the short path: {allowed}, followed if need be by the number of "
        "the entry, for example meeting-1/9.",
    ),
    "unknown-key": (
        "« {name} » n'est pas connu ici. Clés connues : {known}.",
        "“{name}” is not known here. Known keys: {known}.",
    ),
    "meant": (" Vouliez-vous dire « {hint} » ?", " Did you mean “{hint}”?"),
    # the method
    "no-steps": (
        "{folder} ne contient aucune étape. Il faut un dossier par phase (1-nom), avec phase.yaml et "
        "un fichier par étape (01-nom.yaml).",
        "{folder} holds no step. There must be a folder for each phase (1-name), with phase.yaml and "
        "a file for each step (01-name.yaml).",
    ),
    "bad-step-name": (
        "le nom de ce fichier ne dit pas son rang. Nommez-le par exemple 04-identity.yaml, "
        "ou ending.yaml pour la fin.",
        "the name of this file does not tell its place. Name it for example 04-identity.yaml, or "
        "ending.yaml for the end.",
    ),
    "step-twice": (
        "une étape « {same} » existe déjà ({other}). Changez le numéro ou le nom de l'un des deux fichiers.",
        "a step “{same}” exists already ({other}). Change the number or the name of one of the two files.",
    ),
    "phase-twice": (
        "une phase « {same} » existe déjà ({other}). Changez le nom de l'un des deux dossiers.",
        "a phase “{same}” exists already ({other}). Change the name of one of the two folders.",
    ),
    "missing-language": (
        "« {name} » n'a pas de texte en « {language} ». Ajoutez une ligne « {language}: … ».",
        "“{name}” has no text in “{language}”. Add a line “{language}: …”.",
    ),
    "empty-text": (
        "« {name} » est vide. Écrivez le texte, ou retirez la ligne.",
        "“{name}” is empty. Write the text, or remove the line.",
    ),
    "bad-id": (
        "« {value} » ne peut pas servir d'identifiant : lettres minuscules sans accent, chiffres et "
        "tirets, par exemple « premier-bilan ».",
        "“{value}” cannot be an id: lower-case letters without accents, digits and hyphens, for "
        "example “first-review”.",
    ),
    "id-twice": (
        "l'identifiant « {value} » est déjà pris ({other}). Il doit être unique dans toute la méthode.",
        "the id “{value}” is already taken ({other}). It must be unique in the whole method.",
    ),
    "key-for-kind": (
        "« {name} » n'a pas de sens pour une question de type « {kind} ». Retirez-le.",
        "“{name}” means nothing for a question of kind “{kind}”. Remove it.",
    ),
    "key-needed-for-kind": (
        "une question de type « {kind} » a besoin de « {missing} ».",
        "a question of kind “{kind}” needs “{missing}”.",
    ),
    "kind-in-column": (
        "une colonne ne peut pas être de type « {kind} ».",
        "a column cannot be of kind “{kind}”.",
    ),
    "unknown-reference": (
        "« {name} » cite « {value} », qui n'est l'identifiant d'aucune question.",
        "“{name}” names “{value}”, which is the id of no question.",
    ),
    "forward-reference": (
        "« {name} » cite « {value} », qui vient plus loin ({other}). On ne peut citer que ce qui précède.",
        "“{name}” names “{value}”, which comes later ({other}). Only what comes before can be named.",
    ),
    "private-reference": (
        "« {name} » cite « {value} », une question privée : une réponse privée ne se voit nulle part "
        "ailleurs. Retirez ce renvoi.",
        "“{name}” names “{value}”, a private question: a private answer is seen nowhere else. Remove "
        "this reference.",
    ),
    "not-an-option": (
        "« {value} » n'est pas une réponse possible à « {asked} ». Réponses possibles : {allowed}.",
        "“{value}” is not a possible answer to “{asked}”. Possible answers: {allowed}.",
    ),
    "not-rows": (
        "« {value} » n'est ni un tableau ni une liste.",
        "“{value}” is neither a table nor a list.",
    ),
    "cannot-carry": (
        "une réponse de type « {from_kind} » ne peut pas servir de départ à une question de type « {kind} ».",
        "an answer of kind “{from_kind}” cannot be the start of a question of kind “{kind}”.",
    ),
    "shared-release": (
        "« release » ne concerne que les questions privées. Retirez-le, ou ajoutez « private: yes ».",
        "“release” is for private questions only. Remove it, or add “private: yes”.",
    ),
    "private-together": (
        "une question privée appartient à une organisation : on ne peut pas y répondre ensemble.",
        "a private question belongs to one organisation: it cannot be answered together.",
    ),
    "positions-together": (
        "« positions » ne concerne que ce qui se répond ensemble. Retirez-le, ou écrivez "
        "« by: together ».",
        "“positions” is only for what is answered together. Remove it, or write “by: together”.",
    ),
    "positions-rows": (
        "« positions: rows » demande un tableau ou une liste, pas une question de type « {kind} ». "
        "Écrivez « positions: whole ».",
        "“positions: rows” needs a table or a list, not a question of kind “{kind}”. Write "
        "“positions: whole”.",
    ),
    "not-to-release": (
        "« {name} » n'est pas une réponse privée que l'on peut rendre publique. Retirez-la de "
        "« released ».",
        "“{name}” is not a private answer that can be made public. Remove it from “released”.",
    ),
    # the project
    "newer-version": (
        "ce fichier a été écrit par une version plus récente de partnerwiz (format {found}, celle-ci "
        "lit le format {known}). Rien n'a été modifié. Mettez partnerwiz à jour, puis recommencez.",
        "this file was written by a newer partnerwiz (format {found}; this one reads format {known}). "
        "Nothing was changed. Update partnerwiz, then try again.",
    ),
    "not-a-project": (
        "ce n'est pas un projet partnerwiz : la ligne « partnerwiz: {known} » manque.",
        "this is not a partnerwiz project: the line “partnerwiz: {known}” is missing.",
    ),
    "cut-short": (
        "la dernière ligne « ... » manque : le fichier a peut-être été coupé pendant une copie. "
        "Reprenez une copie entière, ou la version précédente (partnerwiz restore {file}) ; si rien "
        "ne manque, ajoutez la ligne « ... » à la fin.",
        "the last line “...” is missing: the file may have been cut short while being copied. Take a "
        "whole copy, or the previous version (partnerwiz restore {file}); if nothing is missing, add "
        "the line “...” at the end.",
    ),
    "other-project": (
        "ce fichier privé appartient à un autre projet ({found}). Vérifiez le dossier.",
        "this private file belongs to another project ({found}). Check the folder.",
    ),
    "other-seat": (
        "ce fichier privé est celui de « {found} », mais son nom dit « {expected} ». Vérifiez que "
        "c'est le bon.",
        "this private file is that of “{found}”, but its name says “{expected}”. Check that it is the "
        "right one.",
    ),
    "no-such-organisation": (
        "« {value} » n'est l'identifiant d'aucune organisation de ce fichier. Organisations : {known}.",
        "“{value}” is the id of no organisation of this file. Organisations: {known}.",
    ),
    "private-in-project": (
        "« {name} » est une réponse privée : elle n'a pas sa place dans le projet. Retirez-la d'ici ; "
        "elle se garde dans le dossier privé de son organisation.",
        "“{name}” is a private answer: it has no place in the project. Remove it from here; it is kept "
        "in its organisation's private folder.",
    ),
    "wrong-voice": (
        "« {name} » n'est pas à sa place : {where}.",
        "“{name}” is not in its place: {where}.",
    ),
    "place-table": (
        "cette réponse se donne ensemble et va sous « answers », en haut du fichier",
        "this answer is given together and goes under “answers” at the top of the file",
    ),
    "place-organisation": (
        "cette réponse est celle d'une organisation et va sous « organisations »",
        "this answer is given by each organisation and goes under “organisations”",
    ),
    "place-initiator": (
        "seule l'organisation initiatrice répond à cette question",
        "only the organisation that started answers this question",
    ),
    "unknown-answer": (
        "« {name} » ne correspond à aucune question. Corrigez ce nom, ou retirez la réponse.",
        "“{name}” is the answer to no question. Correct this name, or remove the answer.",
    ),
    "want-block": (
        "écrivez « {name} » sur plusieurs lignes (une clé par ligne, décalée de deux espaces), pas "
        "entre accolades : chaque réponse y est enregistrée sur ses propres lignes.",
        "write “{name}” over several lines (one key a line, indented by two spaces), not between "
        "braces: each answer is saved there on lines of its own.",
    ),
    "not-alone": (
        "« {name} » n'est pas seul au début de sa ligne. Mettez cette clé sur une ligne à elle.",
        "“{name}” is not alone at the start of its line. Put this key on a line of its own.",
    ),
    "bad-number": (
        "« {value} » n'est pas un nombre entier (exemple : 12).",
        "“{value}” is not a whole number (example: 12).",
    ),
    "bad-date": (
        "« {value} » n'est pas une date pour « {name} » (exemple : 2026-03-31).",
        "“{value}” is not a date for “{name}” (example: 2026-03-31).",
    ),
    "sitting-shape": (
        "une réunion se note sur plusieurs lignes, dont la première est « - on: » suivi de sa date, "
        "par exemple « - on: 2026-03-31 ».",
        "a meeting is noted on several lines, the first being “- on:” and its date, for example "
        "“- on: 2026-03-31”.",
    ),
    "hidden-character": (
        "« {name} » contient un caractère invisible ({code}). Effacez-le, ou retapez le passage.",
        "“{name}” holds an invisible character ({code}). Delete it, or type the passage again.",
    ),
    # saving
    "no-editor": (
        "Aucun éditeur de texte n'est indiqué. Répondez ici ; ou quittez, indiquez-en un et relancez, "
        "par exemple : export EDITOR=nano",
        "No text editor is set. Answer here; or leave, set one and start again, for example: "
        "export EDITOR=nano",
    ),
    "editor-failed": (
        "L'éditeur {program} s'est arrêté sur une erreur. Votre réponse n'a pas changé ; vous "
        "pouvez l'écrire ici.",
        "The editor {program} stopped with an error. Your answer has not changed; you can write it "
        "here.",
    ),
    "file-not-text": (
        "{file} n'est pas un fichier de texte simple (UTF-8). Enregistrez-le en texte, ou copiez et "
        "collez son contenu.",
        "{file} is not a plain text file (UTF-8). Save it as text, or copy and paste its content.",
    ),
    "file-too-long": (
        "{file} dépasse un mégaoctet : c'est trop long pour une réponse. Enregistrez-en un passage dans "
        "un autre fichier.",
        "{file} is over a megabyte: too long for an answer. Save a passage of it in another file.",
    ),
    "reason-full": ("le disque est plein", "the disk is full"),
    "reason-rights": (
        "vous n'avez pas le droit d'y écrire",
        "you do not have permission to write there",
    ),
    "reason-none": ("il n'existe pas", "it does not exist"),
    "reason-folder": ("c'est un dossier", "it is a folder"),
    "reason-name": ("son nom est trop long", "its name is too long"),
    "reason-disk": ("le disque ne répond pas correctement", "the disk is not responding properly"),
    "reason-other": ("le système l'a refusé, code {code}", "the system refused it, code {code}"),
    "reason-link": ("c'est un lien", "it is a link"),
    "exists-already": (
        "{file} existe déjà. Pour continuer : partnerwiz resume {file} ; sinon, choisissez un autre nom.",
        "{file} exists already. To go on: partnerwiz resume {file}; otherwise choose another name.",
    ),
    "private-there": (
        "{folder} contient déjà les réponses privées d'un autre projet. Rien n'a été créé. Choisissez "
        "un autre nom de fichier, ou rangez ce dossier ailleurs.",
        "{folder} already holds the private answers of another project. Nothing was created. Choose "
        "another file name, or move this folder elsewhere.",
    ),
    "cannot-write": (
        "{file} ne peut pas être enregistré ({reason}). Ce qui était enregistré avant est intact. "
        "Libérez de la place ou vérifiez vos droits, puis recommencez.",
        "{file} cannot be saved ({reason}). What was saved before is untouched. Free some space or "
        "check your permissions, then try again.",
    ),
    "not-confirmed": (
        "{file} est écrit, mais le disque n'a pas confirmé l'enregistrement ({reason}). Validez de "
        "nouveau votre réponse.",
        "{file} is written, but the disk did not confirm it ({reason}). Confirm your answer again.",
    ),
    "locked": (
        "{file} est déjà ouvert dans une autre séance ({who}, depuis {since}). Fermez-la d'abord ; "
        "deux séances à la fois perdraient des réponses.",
        "{file} is already open in another sitting ({who}, since {since}). Close it first; two sittings "
        "at once would lose answers.",
    ),
    "changed-outside": (
        "{file} a été modifié entre-temps. Rien n'a été remplacé. Recommencez.",
        "{file} was changed in the meantime. Nothing was replaced. Try again.",
    ),
    "private-open": (
        "{folder} est lisible par d'autres personnes de cet ordinateur. Pour le fermer : chmod 700 {folder}",
        "{folder} can be read by other people on this computer. To close it: chmod 700 {folder}",
    ),
    "no-previous": (
        "Aucune version précédente de {file} n'a été gardée sur cet ordinateur.",
        "No previous version of {file} was kept on this computer.",
    ),
    "restored": (
        "La version précédente de {file} est revenue. Pour annuler ce retour : partnerwiz restore {file}",
        "The previous version of {file} is back. To undo this: partnerwiz restore {file}",
    ),
    # the heads of our files
    "file-head": (
        "Projet partnerwiz. On peut y corriger les réponses à la main.\n"
        "Gardez la dernière ligne (trois points) : elle montre que le fichier est entier.",
        "A partnerwiz project. Answers may be corrected here by hand.\n"
        "Keep the last line (three dots): it shows that the file is whole.",
    ),
    "private-head": (
        "Réponses privées : {name}. Ce fichier reste dans votre organisation.\n"
        "Gardez la dernière ligne (trois points) : elle montre que le fichier est entier.",
        "Private answers: {name}. This file stays inside your organisation.\n"
        "Keep the last line (three dots): it shows that the file is whole.",
    ),
}
