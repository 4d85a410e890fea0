"""What is said of what others send: whose word it claims to be, where it differs, what was taken."""

SENTENCES: dict[str, tuple[str, str]] = {
    # a file that comes in
    "merge-not-ours": (
        "{file} n'est ni la copie d'un projet, ni le fichier qu'une page de partnerwiz a "
        "rendu. Rien n'a été repris. Demandez à qui l'envoie le fichier que la page lui "
        "a remis, ou sa copie du projet.",
        "{file} is neither a copy of a project nor a file that a partnerwiz page gave "
        "back. Nothing was taken. Ask the sender for the file that the page gave, or for "
        "their copy of the project.",
    ),
    "merge-other-project": (
        "{file} vient d'un autre projet (« {title} »). Rien n'a été repris. Vérifiez le nom du fichier.",
        "{file} comes from another project (“{title}”). Nothing was taken. Check the name of the file.",
    ),
    "driver-other-project": (
        "{file} : les deux copies ne sont pas le même projet (l'autre s'intitule « {title} »). Gardez "
        "chacune sous son propre nom.",
        "{file}: the two copies are not the same project (the other is called “{title}”). Keep each "
        "under a name of its own.",
    ),
    "merge-no-organisation": (
        "{file} dit parler au nom de « {value} », qui n'est pas une organisation de ce "
        "projet. Rien n'a été repris. Vérifiez que c'est le bon fichier. Organisations "
        "du projet : {known}.",
        "{file} claims to speak for “{value}”, which is not an organisation in this "
        "project. Nothing was taken. Check that it is the right file. Organisations in "
        "the project: {known}.",
    ),
    "merge-private": (
        "{file} contient les réponses privées d'une organisation ({name}). Elles n'ont "
        "été ni montrées ni reprises : cela ne peut se faire que sur l'ordinateur de "
        "cette organisation. Effacez ce fichier ici et prévenez la personne qui vous l'a "
        "envoyé.",
        "{file} holds the private answers of an organisation ({name}). They were neither "
        "shown nor taken: that can only be done on that organisation's own computer. "
        "Delete this file here and tell whoever sent it to you.",
    ),
    "merge-cut-short": (
        "la dernière ligne « ... » manque : le fichier a peut-être été coupé en chemin. Demandez qu'on "
        "vous l'envoie à nouveau.",
        "the last line “...” is missing: the file may have been cut short on its way. Ask for it to be "
        "sent again.",
    ),
    "merge-itself": (
        "{file} est ce projet même. Donnez le fichier que l'on vous a envoyé.",
        "{file} is this project itself. Give the file that was sent to you.",
    ),
    "merge-from-needed": (
        "{file} est une copie du projet : dites de qui elle vient, par exemple --from {example}. "
        "Organisations : {known}.",
        "{file} is a copy of the project: say whom it comes from, for example --from {example}. "
        "Organisations: {known}.",
    ),
    "merge-whose-copy": (
        "De qui vient cette copie du projet ({file}) ?",
        "Whose copy of the project is this ({file})?",
    ),
    "merge-not-known": (
        "on ne sait pas : tout sera proposé point par point",
        "not known: everything will be proposed point by point",
    ),
    "merge-head": ("Reçu : {file}", "Received: {file}"),
    "merge-claims": (
        "Dit venir de : {name}{how}. Le fichier ne peut pas le prouver ; si un point vous étonne, "
        "demandez-leur.",
        "Claims to come from: {name}{how}. The file cannot prove it; if anything surprises you, ask them.",
    ),
    "merge-how": (" ({how})", " ({how})"),
    "how-own-hand": ("de sa main", "in its own hand"),
    "how-phone": (
        "noté au téléphone",
        "noted by phone",
    ),
    "how-paper": (
        "recopié d'une feuille",
        "copied from a sheet",
    ),
    "how-session": (
        "dit en réunion",
        "said in a meeting",
    ),
    "how-relayed": ("rapporté par une autre organisation", "passed on by another organisation"),
    "merge-copy-nobody": (
        "Copie du projet, sans que l'on sache de qui elle vient : tout ce qu'elle dit "
        "est une proposition.",
        "A copy of the project; whom it comes from is not known. Everything it says is a proposal.",
    ),
    "merge-taken-before": (
        "Ce fichier a déjà été repris le {on}. Ce qui diffère aujourd'hui a donc changé "
        "depuis : regardez chaque point.",
        "This file was already taken on {on}. So what differs today has changed since: "
        "look at each point.",
    ),
    "merge-older": (
        "Cette copie est plus ancienne que ce que vous avez ici : regardez chaque point.",
        "This copy is older than what you have here: look at each point.",
    ),
    "merge-same": (
        "Rien de nouveau : tout ce que dit ce fichier est déjà ici.",
        "Nothing new: everything this file says is already here.",
    ),
    "merge-ignored": (
        "Laissé de côté, car cette organisation ne peut pas le dire en son nom : {names}.",
        "Left aside, as this organisation cannot say it in its own name: {names}.",
    ),
    "merge-own": ("{name}, en son propre nom", "{name}, in its own name"),
    "merge-own-late": (
        "{name}, en son propre nom, mais la réponse a changé ici depuis",
        "{name}, in its own name, but the answer has changed here since",
    ),
    "merge-proposals": (
        "Propositions : dit au nom d'une autre organisation, ou de toutes",
        "Proposals: said in another organisation's name, or in everyone's",
    ),
    "merge-here": ("ici :", "here:"),
    "merge-there": ("dans ce fichier :", "in this file:"),
    "merge-nothing-here": ("pas encore de réponse", "no answer yet"),
    "merge-came-back": (
        "retiré ici le {on} ; ce fichier contient encore les anciens mots",
        "withdrawn here on {on}; this file still has the old words",
    ),
    "merge-refused": (
        "ne peut pas être repris : {why}",
        "cannot be taken: {why}",
    ),
    "merge-arrival": (
        "une organisation qui n'est pas ici : {name}",
        "an organisation that is not here: {name}",
    ),
    "merge-held": (
        "une réunion notée dans cette copie : {on}",
        "a meeting noted in this copy: {on}",
    ),
    "merge-stands": ("position sur « {label} »", "where it stands on “{label}”"),
    "merge-stands-before": (
        "dit d'une autre formulation que celle d'ici : ne vaut pas pour celle-ci",
        "said of another wording than the one here: does not hold for this one",
    ),
    "merge-more": (
        "… la suite n'est pas montrée ici (caractères : {count}) : lisez-la dans le "
        "fichier avant de la reprendre.",
        "… the rest is not shown here (characters: {count}): read it in the file before "
        "you take it.",
    ),
    "merge-public": (
        "ce que cette organisation rend public",
        "what this organisation makes public",
    ),
    "merge-public-no-more": (
        "n'est plus public : si vous reprenez ce point, ces mots quittent le projet, et restore ne les "
        "ramènera pas",
        "is public no more: if you take this point, these words leave the project, and restore will not "
        "bring them back",
    ),
    "merge-read-again": (
        "relu par cette organisation, qui le trouve juste",
        "read again by this organisation, which finds it right",
    ),
    "merge-publishes": (
        "accepte que cela soit imprimé",
        "agrees to have this printed",
    ),
    "merge-private-answer": ("privé", "private"),
    "merge-withdraws": (
        "demande que cette réponse soit retirée : si vous reprenez ce point, ses mots disparaissent ici "
        "pour de bon",
        "asks for this answer to be withdrawn: if you take this point, its words are gone from here for "
        "good",
    ),
    "merge-gone": (
        "Retiré pour de bon de cette machine, version précédente, historique et brouillons compris : "
        "{labels}. restore ne ramènera pas ces mots.",
        "Withdrawn from this machine for good, the previous version, history and drafts included: "
        "{labels}. restore will not bring these words back.",
    ),
    "merge-ask-own": (
        "Reprendre ce que cette organisation dit en son propre nom ({name}) ?",
        "Take what this organisation says in its own name ({name})?",
    ),
    "merge-take-all": ("t|tout reprendre", "t|take it all"),
    "merge-one-by-one": ("p|point par point", "p|point by point"),
    "merge-take-none": ("n|ne rien reprendre", "n|take none of it"),
    "merge-ask-one": ("Reprendre ce point ?", "Take this point?"),
    "merge-leave-one": ("l|laisser ce qui est ici", "l|leave what is here"),
    "merge-take-one": ("r|reprendre", "t|take it"),
    "merge-stop": ("q|s'arrêter là", "q|stop there"),
    "merge-done": (
        "Points repris : {count}. Pour revenir en arrière : partnerwiz restore {file}",
        "Points taken: {count}. To undo this: partnerwiz restore {file}",
    ),
    "merge-done-private": (
        "Réponses privées reprises : {count}. Pour revenir en arrière : partnerwiz restore {file} "
        "--private {seat}",
        "Private answers taken: {count}. To undo this: partnerwiz restore {file} --private {seat}",
    ),
    "merge-left": (
        "Points laissés de côté, à regarder un par un : {count}. Pour les voir : partnerwiz merge {file} "
        "{theirs}",
        "Points left aside, to be looked at one by one: {count}. To see them: partnerwiz merge {file} "
        "{theirs}",
    ),
    "merge-nothing": ("Rien n'a été repris.", "Nothing was taken."),
    "merge-without-terminal": (
        "Sans terminal, rien n'est repris. Ajoutez --yes pour reprendre ce que l'organisation dit en son "
        "nom ; le reste se regarde point par point, dans un terminal.",
        "Without a terminal, nothing is taken. Add --yes to take what the organisation says in its own "
        "name; the rest is looked at point by point, at a terminal.",
    ),
    # wordings that wait
    "settle-head": (
        "Deux copies ont changé la même chose, chacune à sa façon. Rien n'a été choisi à votre place.",
        "Two copies changed the same thing, each in its own way. Nothing was chosen for you.",
    ),
    "settle-which": ("Quelle formulation gardez-vous ?", "Which wording do you keep?"),
    "settle-present": ("i|telle qu'elle est ici : {words}", "h|as it stands here: {words}"),
    "settle-anothers": (
        "C'est à {name} de choisir entre ses propres mots : demandez-lui, ou laissez pour plus tard.",
        "It is for {name} to choose between its own words: ask, or leave it for later.",
    ),
    "settle-none": ("aucune réponse pour l'instant", "no answer for now"),
    "settle-later": ("p|plus tard", "l|later"),
    "settle-nothing": (
        "Aucune formulation n'attend un choix. Pour reprendre ce que d'autres ont dit : "
        "partnerwiz merge {file} LEUR-FICHIER",
        "No wording is waiting for a choice. To take what others said: partnerwiz merge "
        "{file} THEIR-FILE",
    ),
    "settle-by-hand": (
        "« {at} » est à régler à la main dans {file} : gardez une valeur, puis effacez les lignes qui la "
        "concernent sous « proposals ».",
        "“{at}” is to be settled by hand in {file}: keep one value, then delete the lines about it under "
        "“proposals”.",
    ),
    "settle-waits": (
        "Formulations qui attendent un choix : {count}. Pour choisir : partnerwiz merge {file}",
        "Wordings waiting for a choice: {count}. To choose: partnerwiz merge {file}",
    ),
    # git
    "driver-usage": (
        "git appelle cette commande avec trois fichiers (BASE NOTRE LEUR). Pour l'installer dans ce dépôt : "
        "partnerwiz merge-driver --install",
        "git calls this command with three files (BASE OURS THEIRS). To install it in this repository: "
        "partnerwiz merge-driver --install",
    ),
    "driver-no-git": (
        "Ce dossier n'est pas dans un dépôt git, ou git n'est pas installé. Placez-vous "
        "dans le dépôt qui contient le projet, ou créez-en un : git init",
        "This folder is not in a git repository, or git is not installed. Go to the "
        "repository that holds the project, or make one: git init",
    ),
    "driver-installed": (
        "Dans ce dépôt, git réunit maintenant les copies d'un projet réponse par "
        "réponse. Ajoutez {attributes} au dépôt (git add) ; puis, sur chaque ordinateur, "
        "lancez une fois : partnerwiz merge-driver --install",
        "In this repository, git now joins copies of a project answer by answer. Add "
        "{attributes} to the repository (git add); then, on each computer, run once: "
        "partnerwiz merge-driver --install",
    ),
    "driver-waiting": (
        "{file} : ce que les deux copies ont changé, chacune à sa façon, attend un choix "
        "(formulations : {count}). Rien n'est perdu. Pour choisir : partnerwiz merge "
        "{file}",
        "{file}: what both copies changed, each in its own way, is waiting for a choice "
        "(wordings: {count}). Nothing is lost. To choose: partnerwiz merge {file}",
    ),
    "driver-withdrawn": (
        "{file} : l'autre copie a retiré « {id} ». Les mots ne sont plus dans le projet ; l'historique de git "
        "les garde, et cette machine peut en garder une trace. Pour effacer celle-ci : partnerwiz forget "
        "{command}",
        "{file}: the other copy withdrew “{id}”. The words are no longer in the project; git's history "
        "keeps them, and this machine may keep a trace of them. To erase that: partnerwiz forget {command}",
    ),
    "driver-unreadable": (
        "{file} : les deux copies n'ont pas pu être réunies ; la vôtre est intacte. "
        "Corrigez ce qui suit dans l'une ou dans l'autre, puis recommencez la fusion.",
        "{file}: the two copies could not be joined; yours is untouched. Correct what "
        "follows in one or the other, then merge again.",
    ),
    # the commands
    "about-merge": (
        "Reprendre ce que d'autres ont dit.\n"
        "Donnez le fichier qu'une page a rendu, ou la copie du projet d'un partenaire. "
        "Chaque différence est montrée. Ce qu'une organisation dit en son propre nom se "
        "reprend d'un seul oui ; ce qu'elle dit au nom d'une autre, ou de toutes, est "
        "proposé point par point. Sans LEUR-FICHIER : choisir entre les formulations qui "
        "attendent. Pour annuler : partnerwiz restore.",
        "Take what others said.\n"
        "Give the file that a page gave back, or a partner's copy of the project. Every "
        "difference is shown. What an organisation says in its own name is taken with "
        "one yes; what it says in another's name, or in everyone's, is proposed point by "
        "point. Without THEIR-FILE: choose between the wordings that are waiting. To "
        "undo it: partnerwiz restore.",
    ),
    "about-merge-driver": (
        "Faire réunir par git les copies d'un projet, réponse par réponse.\n"
        "--install l'indique à git pour ce dépôt ; ensuite git pull et git merge s'en "
        "servent d'eux-mêmes. Ce que deux copies ont changé, chacune à sa façon, attend "
        "un choix : partnerwiz merge FICHIER.",
        "Have git join copies of a project, answer by answer.\n"
        "--install tells git so for this repository; git pull and git merge then use it "
        "by themselves. What two copies changed, each in its own way, waits for a "
        "choice: partnerwiz merge FILE.",
    ),
    "argument-theirs": (
        "ce que d'autres ont envoyé : fichier rendu par une page, copie du projet",
        "what others sent: a file that a page gave back, a copy of the project",
    ),
    "argument-driver": (
        "les trois fichiers que donne git (ne s'écrit pas à la main)",
        "the three files that git gives (not typed by hand)",
    ),
    "option-sender": (
        "l'organisation de qui vient la copie du projet",
        "the organisation that the copy of the project comes from",
    ),
    "option-yes-own": (
        "reprendre sans demander ce que l'organisation dit en son propre nom, et cela seulement",
        "take without asking what the organisation says in its own name, and that alone",
    ),
    "option-install": (
        "l'indiquer à git pour ce dépôt",
        "tell git so for this repository",
    ),
    "option-driver-path": (
        "le nom du fichier dans le dépôt (donné par git)",
        "the name of the file in the repository (given by git)",
    ),
    "meta-theirs": ("LEUR-FICHIER", "THEIR-FILE"),
}
