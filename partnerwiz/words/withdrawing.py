"""What is said of a private answer made public, and of an answer withdrawn for good."""

SENTENCES: dict[str, tuple[str, str]] = {
    "about-release": (
        "Rendre publique une de vos réponses privées, ou revenir sur ce choix.\n"
        "Montre exactement les mots qui deviendront publics, puis demande votre accord. "
        "Seule l'organisation à qui la réponse appartient peut le faire, là où se trouve "
        "son fichier privé. Exemple : partnerwiz release projet.yaml power/attendre",
        "Make one of your private answers public, or go back on that choice.\n"
        "Shows exactly the words that will become public, then asks whether you agree. "
        "Only the organisation that owns the answer can do this, where its private file "
        "is kept. Example: partnerwiz release project.yaml power/waiting",
    ),
    "about-forget": (
        "Retirer pour de bon une réponse, une de ses lignes, ou tout ce qu'une "
        "organisation a dit.\n"
        "Ce qui est retiré quitte le projet, l'historique, la version précédente et les "
        "brouillons de cet ordinateur. Il en reste le jour du retrait ; d'une réponse "
        "privée, rien. Exemple : partnerwiz forget projet.yaml values --as ccas",
        "Withdraw for good an answer, one of its lines, or all that an organisation said.\n"
        "What is withdrawn leaves the project, the history, the previous version and the "
        "drafts on this computer. Only the day of the withdrawal stays; of a private "
        "answer, nothing. Example: partnerwiz forget project.yaml values --as council",
    ),
    "meta-line": ("ID[/LIGNE]", "ID[/LINE]"),
    "argument-line": (
        "l'identifiant d'une question privée, suivi au besoin d'une de ses lignes",
        "the id of a private question, followed if need be by one of its lines",
    ),
    "argument-line-to-forget": (
        "l'identifiant d'une question, suivi au besoin d'une de ses lignes",
        "the id of a question, followed if need be by one of its lines",
    ),
    "option-take-back": (
        "la réponse n'est plus publique ; elle reste chez vous",
        "the answer is no longer public; it stays with you",
    ),
    "option-all-it-said": (
        "tout ce que cette organisation a dit",
        "all that this organisation said",
    ),
    "release-not-private": (
        "« {label} » n'est pas une réponse privée : on peut déjà la lire dans le projet.",
        "“{label}” is not a private answer: it can already be read in the project.",
    ),
    "release-never": (
        "« {label} » est une réponse qui ne peut pas être rendue publique : elle reste "
        "chez vous. Ce que vous voulez en dire se dit dans une réponse commune, avec vos "
        "mots.",
        "“{label}” is an answer that cannot be made public: it stays with you. What you "
        "want to say of it goes into a shared answer, in your own words.",
    ),
    "release-whole": (
        "« {label} » est une réponse qui ne peut être rendue publique qu'en entier : "
        "écrivez {id}, sans ligne.",
        "“{label}” is an answer that can only be made public as a whole: write {id}, "
        "without a line.",
    ),
    "release-owner": (
        "Seule l'organisation à qui la réponse appartient peut la rendre publique, là où "
        "se trouve son fichier privé. Fichiers privés de cet ordinateur : {here}.",
        "Only the organisation that owns the answer can make it public, where its "
        "private file is kept. Private files on this computer: {here}.",
    ),
    "release-nothing": (
        "« {label} » : il n'y a rien à rendre public. Vérifiez la ligne donnée, ou "
        "répondez d'abord à la question.",
        "“{label}”: there is nothing to make public. Check the line given, or answer the "
        "question first.",
    ),
    "release-already": (
        "« {label} » : ces mots sont déjà publics.",
        "“{label}”: these words are already public.",
    ),
    "release-words": (
        "« {label} » : les mots qui deviendront publics, tels quels",
        "“{label}”: the words that will become public, as they are",
    ),
    "release-where": (
        "Ils seront écrits dans {file}, que les autres organisations reçoivent ; ils pourront figurer "
        "dans la charte et dans les deux pages remises à qui arrive. Le reste de votre réponse ne sort "
        "pas de votre fichier privé.",
        "They will be written in {file}, which the other organisations receive; they may appear in the "
        "charter and in the two pages handed to newcomers. The rest of your answer stays in your "
        "private file.",
    ),
    "release-agreed": ("Les rendre publics ?", "Make them public?"),
    "release-done": (
        "Écrit dans {file}. Pour revenir sur ce choix : partnerwiz release {file} {id} --take-back",
        "Written in {file}. To go back on this choice: partnerwiz release {file} {id} --take-back",
    ),
    "release-not-there": (
        "« {label} » : rien de cette réponse n'est public.",
        "“{label}”: nothing of this answer is public.",
    ),
    "release-back": (
        "« {label} » : les mots qui ne seront plus publics",
        "“{label}”: the words that will no longer be public",
    ),
    "release-sent": (
        "Ce qui a déjà été envoyé, imprimé ou copié ne peut pas être rattrapé d'ici : "
        "prévenez celles et ceux qui l'ont reçu.",
        "What has already been sent, printed or copied cannot be taken back from here: "
        "tell those who received it.",
    ),
    "release-back-agreed": (
        "Les ôter de ce qui est public ?",
        "Take them out of what is public?",
    ),
    "release-back-done": (
        "Ils ne sont plus dans {file}. Votre réponse privée est intacte.",
        "They are no longer in {file}. Your private answer is untouched.",
    ),
    "forget-which": (
        "Dites quoi retirer : une réponse (partnerwiz forget {file} values --as ccas) ou tout ce qu'une "
        "organisation a dit (partnerwiz forget {file} --organisation ccas).",
        "Say what to withdraw: an answer (partnerwiz forget {file} values --as council) or all that an "
        "organisation said (partnerwiz forget {file} --organisation council).",
    ),
    "forget-no-lines": (
        "Cette réponse n'a pas de lignes : écrivez {id}.",
        "This answer has no lines: write {id}.",
    ),
    "forget-not-here": (
        "« {label} » est une réponse privée, et le fichier privé de cette organisation "
        "n'est pas sur cet ordinateur. C'est à elle de la retirer, là où se trouve ce "
        "fichier.",
        "“{label}” is a private answer, and the private file of this organisation is not "
        "on this computer. It is for that organisation to withdraw it, where that file "
        "is kept.",
    ),
    "forget-of-one": (
        "Va être retiré : « {label} », ce qu'en a dit cette organisation ({name}).",
        "To be withdrawn: “{label}”, what this organisation ({name}) said of it.",
    ),
    "forget-private": (
        "Va être retirée : « {label} », réponse privée ({name}), avec ce qui en a été "
        "rendu public.",
        "To be withdrawn: “{label}”, a private answer ({name}), with whatever was made "
        "public of it.",
    ),
    "forget-of-all": (
        "Va être retiré : « {label} ». Cette réponse est celle de tout le groupe ({names}) : la "
        "retirer, c'est la retirer pour tous. Assurez-vous que chacun le sait.",
        "To be withdrawn: “{label}”. This answer is the whole group's ({names}): to withdraw it is to "
        "withdraw it for all. Make sure that everyone knows.",
    ),
    "forget-not-there": (
        "Elle n'est pas, ou plus, dans le projet ; ce qui en resterait sur cet "
        "ordinateur sera retiré.",
        "It is not, or no longer, in the project; whatever is left of it on this computer will go.",
    ),
    "forget-line": (
        "Seule cette ligne s'en va ; les autres restent. Une copie plus ancienne pourrait la ramener : "
        "envoyez aux autres le nouveau fichier.",
        "Only this line goes; the others stay. An older copy might bring it back: send the others the "
        "new file.",
    ),
    "forget-copies": (
        "S'en vont aussi : les lignes de l'historique, la version précédente (restore ne "
        "ramènera rien), les brouillons et les autres formulations qui attendent un "
        "choix.",
        "These go too: the lines of history, the previous version (restore will bring "
        "nothing back), drafts, and other wordings waiting for a choice.",
    ),
    "forget-positions": (
        "S'en va aussi ce que chaque organisation a dit de ces mots-là.",
        "What each organisation said of these very words goes too.",
    ),
    "forget-resting": (
        "À relire ensuite, car écrit en l'ayant sous les yeux : {labels}.",
        "To be read again afterwards, as it was written with this in view: {labels}.",
    ),
    "forget-all": (
        "Va être retiré : tout ce qu'a dit cette organisation ({name}), positions "
        "comprises (réponses et états : {count}).",
        "To be withdrawn: all that this organisation ({name}) said, where it stands "
        "included (answers and states: {count}).",
    ),
    "forget-private-here": (
        "Son fichier privé, qui se trouve sur cet ordinateur, s'en va aussi.",
        "Its private file, which is on this computer, goes too.",
    ),
    "forget-private-elsewhere": (
        "Son fichier privé n'est pas sur cet ordinateur : elle seule peut l'effacer, là "
        "où il se trouve.",
        "Its private file is not on this computer: only this organisation can erase it, "
        "where it is kept.",
    ),
    "forget-name-stays": (
        "Son nom reste là où d'autres l'ont écrit, et dans les réponses données "
        "ensemble. Pour un départ, ligne par ligne : partnerwiz organisation.",
        "Its name stays where others wrote it, and in answers given together. For a "
        "departure, line by line: partnerwiz organisation.",
    ),
    "forget-agreed": ("Retirer pour de bon ?", "Withdraw for good?"),
    "forget-done": ("C'est retiré.", "It is withdrawn."),
    "forget-also": (
        "Les mêmes mots se trouvent encore dans une autre réponse : {label}.",
        "The same words still stand in another answer: {label}.",
    ),
    "forget-also-of": (
        "Les mêmes mots se trouvent encore dans une autre réponse : {label} ({name}).",
        "The same words still stand in another answer: {label} ({name}).",
    ),
    "forget-beyond": (
        "Ce qui ne peut pas être atteint d'ici : les messages envoyés, les pages "
        "imprimées, les copies des autres organisations. Prévenez-les et envoyez-leur le "
        "nouveau fichier : quand les copies sont réunies, un retrait l'emporte sur une "
        "version plus ancienne.",
        "What cannot be reached from here: messages sent, printed pages, other "
        "organisations' copies. Tell them and send them the new file: when copies are "
        "joined, a withdrawal wins over an older version.",
    ),
    "forget-written": (
        "Documents écrits ici, qui le contiennent peut-être encore : {files}. Pour les "
        "écrire à nouveau : partnerwiz export",
        "Documents written here, which may still hold it: {files}. To write them anew: "
        "partnerwiz export",
    ),
    "forget-git": (
        "Ce dossier est suivi par git : son historique garde les versions enregistrées, "
        "avec ce que vous venez de retirer. Parlez-en à la personne qui tient ce dépôt.",
        "This folder is tracked by git: its history keeps the versions committed, with "
        "what you have just withdrawn. Speak to whoever looks after the repository.",
    ),
}
