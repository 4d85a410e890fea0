"""What stands on the page that one organisation fills in at home (the kit), and on its sheet."""

SENTENCES: dict[str, tuple[str, str]] = {
    # the command
    "about-kit": (
        "Écrire ce qu'une organisation remplit chez elle : une page, ou une feuille de "
        "papier.\n"
        "La page s'envoie par message ou se copie sur une clé USB ; elle s'ouvre dans un "
        "navigateur, sans internet ni compte. Elle reprend les huit points de la feuille "
        "de préparation ; avec --whole, toutes les questions des étapes 1 à 5 et 7 ; "
        "avec --question, celles que vous nommez. L'organisation vous renvoie le petit "
        "fichier que la page lui remet ; partnerwiz merge le reprend. Avec --sheet : la "
        "feuille de préparation sur papier, une seule face, à remplir à la main. Aucune "
        "réponse privée n'y figure.",
        "Write what one organisation fills in on its own: a page, or a sheet of paper.\n"
        "The page can be e-mailed or copied to a USB stick; it opens in a browser, with "
        "neither internet nor account. It goes through the eight points of the "
        "preparation sheet; with --whole, all the questions of steps 1 to 5 and 7; with "
        "--question, those you name. The organisation sends you back the small file that "
        "the page gives it; partnerwiz merge takes it. With --sheet: the preparation "
        "sheet on paper, one side only, to be filled in by hand. No private answer "
        "appears in it.",
    ),
    "option-sheet": (
        "la feuille de préparation, à remplir à la main",
        "the preparation sheet, to be filled in by hand",
    ),
    "option-whole-kit": (
        "toutes les questions des étapes 1 à 5 et 7, au lieu de la feuille",
        "all the questions of steps 1 to 5 and 7, instead of the sheet",
    ),
    "option-question-kit": (
        "seulement cette question ; répétable",
        "this question only; repeatable",
    ),
    "option-lang-kit": ("langue de la page", "language of the page"),
    "kit-written": (
        "Écrit : {file}. À transmettre {to}.",
        "Written: {file}. To be passed on {to}.",
    ),
    "kit-back": (
        "Pour reprendre le fichier qu'elle vous renverra : partnerwiz merge {again} LE-FICHIER",
        "To take in the file that it sends you back: partnerwiz merge {again} THE-FILE",
    ),
    "kit-back-sheet": (
        "Pour recopier ce qu'elle y aura écrit : partnerwiz resume {again} --as {id} --received paper",
        "To copy out what it has written there: partnerwiz resume {again} --as {id} --received paper",
    ),
    "kit-sheet-alone": (
        "La feuille a toujours ses huit points : donnez --sheet sans --whole ni --question.",
        "The sheet always has its eight points: give --sheet without --whole or --question.",
    ),
    "kit-whole-or-question": (
        "--whole et --question s'excluent : demandez tout, ou seulement ce que vous nommez.",
        "--whole and --question exclude each other: ask everything, or only what you name.",
    ),
    "kit-declined": (
        "Cette organisation ({name}) n'a pas souhaité prendre part au projet : rien ne "
        "lui est demandé. Si cela a changé, donnez-lui d'abord un autre rôle : "
        "partnerwiz organisation FICHIER ORG --role partner",
        "This organisation ({name}) declined to take part in the project: nothing is "
        "asked of it. If that has changed, give it another role first: partnerwiz "
        "organisation FILE ORG --role partner",
    ),
    "kit-left": (
        "Cette organisation ({name}) a quitté le projet : rien ne lui est demandé. Pour "
        "l'y inviter de nouveau, donnez-lui d'abord un autre rôle : partnerwiz "
        "organisation FICHIER ORG --role partner",
        "This organisation ({name}) has left the project: nothing is asked of it. To "
        "invite it again, give it another role first: partnerwiz organisation FILE ORG "
        "--role partner",
    ),
    "kit-together": (
        "« {id} » se répond ensemble : aucune organisation n'y répond seule. Nommez une "
        "question à laquelle chacune répond pour elle-même ; partnerwiz steps les montre.",
        "“{id}” is answered together: no organisation answers it alone. Name a question "
        "that each answers for itself; partnerwiz steps shows them.",
    ),
    "kit-of-initiator": (
        "« {id} » n'est demandée qu'à l'organisation initiatrice. Nommez une question à "
        "laquelle chacune répond pour elle-même ; partnerwiz steps les montre.",
        "“{id}” is asked only of the organisation that started. Name a question that "
        "each answers for itself; partnerwiz steps shows them.",
    ),
    "kit-not-called": (
        "« {id} » n'est pas demandée à cette organisation pour l'instant : cela dépend d'une réponse "
        "précédente. Nommez aussi la question dont elle dépend, ou attendez cette réponse.",
        "“{id}” is not asked of this organisation for now: it depends on an earlier answer. Name the "
        "question it depends on too, or wait for that answer.",
    ),
    "kit-nothing-asked": (
        "Cette méthode n'a rien à demander ici à cette organisation. Essayez --whole, ou --question suivi "
        "d'un identifiant ; partnerwiz steps les montre.",
        "This method has nothing to ask of this organisation here. Try --whole, or --question followed by "
        "an id; partnerwiz steps shows them.",
    ),
    # the head of the page
    "kit-heading": (
        "Questions posées {to}",
        "Questions put {to}",
    ),
    "kit-what": (
        "Répondez avec les mots de votre organisation ; quelques mots suffisent. Vous "
        "pouvez ne répondre qu'à une partie.",
        "Answer in your organisation's own words; a few are enough. You need not answer "
        "everything.",
    ),
    "kit-read-by-others": (
        "Ce que vous rendez sera lu par les autres ; gardez le reste pour vous.",
        "What you give back will be read by the others; keep the rest to yourselves.",
    ),
    "kit-sends-nothing": (
        "Cette page n'envoie rien : elle se passe d'internet et de compte. À la fin, elle vous remet un "
        "petit fichier, à renvoyer à la personne qui vous l'a transmise.",
        "This page sends nothing: it needs neither the internet nor an account. At the end it gives you a "
        "small file, to be sent back to whoever passed the page on to you.",
    ),
    "kit-no-script": (
        "Ici, cette page peut se lire et s'imprimer, mais pas se remplir : il lui faut un navigateur qui "
        "exécute JavaScript. Depuis un message, sur un téléphone, enregistrez d'abord le fichier, puis "
        "ouvrez-le dans le navigateur.",
        "Here this page can be read and printed, but not filled in: it needs a browser that runs JavaScript. "
        "From a message on a phone, save the file first, then open it in the browser.",
    ),
    "kit-point": ("Point {number} sur {count}", "Point {number} of {count}"),
    # a question
    "kit-optional": ("facultatif", "optional"),
    "kit-private": (
        "Privé : ne sort pas de chez vous",
        "Private: does not leave your organisation",
    ),
    "kit-private-how": (
        "Les questions marquées « Privé » sont pour vous seuls. Leurs réponses ne vont pas dans le fichier "
        "à renvoyer : elles vous sont remises dans un second fichier, à garder. Cette page ne connaît pas "
        "celles que vous avez peut-être déjà écrites ailleurs.",
        "Questions marked “Private” are for you alone. Their answers do not go into the file to be sent "
        "back: they are given to you in a second file, to be kept. This page does not know those you may "
        "already have written elsewhere.",
    ),
    "kit-example": ("Voir un exemple", "See an example"),
    "kit-about": ("à propos de : {label}", "about: {label}"),
    "kit-noted-phone": (
        "Noté au téléphone le {on}.",
        "Noted by phone on {on}.",
    ),
    "kit-noted-phone-from": (
        "Noté au téléphone le {on}, d'après : {source}.",
        "Noted by phone on {on}, from: {source}.",
    ),
    "kit-noted-paper": (
        "Recopié d'une feuille le {on}.",
        "Copied from a sheet on {on}.",
    ),
    "kit-noted-paper-from": (
        "Recopié d'une feuille le {on}, remplie par : {source}.",
        "Copied on {on} from a sheet filled in by: {source}.",
    ),
    "kit-noted-relayed": (
        "Rapporté par une autre organisation le {on}.",
        "Passed on by another organisation on {on}.",
    ),
    "kit-noted-relayed-from": (
        "Rapporté le {on} par une autre organisation : {source}.",
        "Passed on by another organisation on {on}: {source}.",
    ),
    "kit-confirm": (
        "Relu : c'est bien ce que nous disons",
        "Read again: this is what we say",
    ),
    "kit-to-review": (
        "Votre réponse actuelle est à revoir.",
        "Your present answer needs another look.",
    ),
    "kit-date-hint": (
        "jour/mois/année, ou année-mois : 31/03/2026, 2026-03",
        "day/month/year, or year-month: 31/03/2026, 2026-03",
    ),
    "kit-other-words": ("Précisez", "Please say"),
    "kit-row": ("Ligne", "Line"),
    "kit-add": ("Ajouter une ligne", "Add a line"),
    "kit-remove": (
        "Supprimer",
        "Remove",
    ),
    "kit-the-row": ("la ligne", "line"),
    "kit-unchoose": ("Effacer ce choix", "Clear this choice"),
    # not answering
    "kit-not-now": ("Ne pas répondre maintenant", "Not answering now"),
    "kit-why-not": ("Pourquoi", "Why"),
    "kit-unknown-yet": ("pas encore connu", "not known yet"),
    "kit-not-applicable": ("sans objet pour nous", "not applicable to us"),
    "kit-under-discussion": ("en discussion", "under discussion"),
    "kit-not-disclosed": (
        "nous ne souhaitons pas le dire",
        "we do not wish to say",
    ),
    "kit-who": ("Qui se renseigne, ou entre qui", "Who finds out, or between whom"),
    "kit-by": ("D'ici au", "By"),
    "kit-note": ("Une précision, si vous voulez", "A word of explanation, if you wish"),
    # positions
    "kit-table": (
        "Ce qui a été écrit ensemble",
        "What has been written together",
    ),
    "kit-table-how": (
        "Voici ces textes, tels qu'ils sont aujourd'hui. Pour chacun, vous pouvez dire "
        "où votre organisation se situe. La position des autres n'est pas montrée ici : "
        "chaque organisation dit d'abord la sienne. Ne rien dire ne vaut pas accord.",
        "Here are these texts as they stand today. For each, you may say where your "
        "organisation stands. Where the others stand is not shown here: each "
        "organisation first speaks for itself. Saying nothing is not consent.",
    ),
    "kit-position": ("Votre position", "Where you stand"),
    "kit-expected": (
        "votre position est attendue",
        "please say where you stand",
    ),
    "kit-own-words": ("En une phrase, si vous voulez", "In a sentence, if you wish"),
    "kit-publish": (
        "Nous acceptons que cette position soit imprimée, avec le nom de notre organisation",
        "We agree to this being printed, with the name of our organisation",
    ),
    "kit-reworded": (
        "Vous aviez dit où vous vous situez, mais le texte a changé depuis. Votre "
        "position ne vaut plus tant que vous ne l'avez pas redite.",
        "You had said where you stood, but the text has changed since. What you said no "
        "longer holds unless you say it again.",
    ),
    # giving back
    "kit-give": ("Rendre", "Give back"),
    "kit-from": (
        "Rempli par (une fonction, pas un nom)",
        "Filled in by (a post, not a name)",
    ),
    "kit-from-example": (
        "Par exemple : directrice, chef de service.",
        "For example: director, head of service.",
    ),
    "kit-how": (
        "Comment ces réponses sont venues",
        "How these answers came",
    ),
    "kit-how-own-hand": ("par nous, ici", "by us, here"),
    "kit-how-phone": (
        "au téléphone : je note ce que l'organisation me dit",
        "on the phone: I note what the organisation tells me",
    ),
    "kit-how-paper": (
        "d'après une feuille que l'organisation a remplie",
        "from a sheet that the organisation filled in",
    ),
    "kit-read-again": ("Relire avant de rendre", "Read again before giving back"),
    "kit-will-be-sent": ("Voici ce que vous rendez", "This is what you give back"),
    "kit-nothing-changed": (
        "Vous n'avez rien changé : il n'y a rien à rendre.",
        "You have changed nothing: there is nothing to give back.",
    ),
    "kit-only-private": (
        "Rien de ce que vous avez changé n'est à rendre : tout est privé.",
        "Nothing that you have changed is to be given back: all of it is private.",
    ),
    "kit-answered": ("{label} : {text}", "{label}: {text}"),
    "kit-emptied": ("{label} : laissé vide", "{label}: left empty"),
    "kit-confirmed": (
        "{label} : relu, c'est bien ce que nous disons",
        "{label}: read again, this is what we say",
    ),
    "kit-stands": ("{label} : votre position, « {text} »", "{label}: where you stand, “{text}”"),
    "kit-stands-printed": (
        "{label} : votre position, « {text} » (peut être imprimée)",
        "{label}: where you stand, “{text}” (may be printed)",
    ),
    "kit-not-given": ("Ce qui n'est pas encore rendu", "What is not given back yet"),
    "kit-cleared": (
        "{label} : le champ est vide, votre réponse actuelle reste. Si vous ne souhaitez "
        "plus répondre, dites pourquoi (« Ne pas répondre maintenant »).",
        "{label}: the field is empty, so your present answer stays. If you no longer "
        "wish to answer, say why (“Not answering now”).",
    ),
    "kit-unsaid": (
        "{label} : vous avez choisi « autre » ; précisez.",
        "{label}: you have chosen “other”; please say what.",
    ),
    "kit-wrong-date": (
        "{label} : « {text} » n'est pas une date. Exemple : 31/03/2026, ou 2026-03.",
        "{label}: “{text}” is not a date. Example: 31/03/2026, or 2026-03.",
    ),
    "kit-no-position": (
        "{label} : choisissez l'une des quatre positions.",
        "{label}: choose one of the four positions.",
    ),
    "kit-no-reason": (
        "{label} : dites pourquoi vous ne répondez pas maintenant.",
        "{label}: say why you are not answering now.",
    ),
    "kit-download": ("Enregistrer le fichier {file}", "Save the file {file}"),
    "kit-then": (
        "Renvoyez ensuite ce fichier à la personne qui vous a transmis la page. Vous pouvez aussi copier "
        "son texte et le coller dans un message.",
        "Then send this file back to whoever passed the page on to you. You may also copy its text and "
        "paste it into a message.",
    ),
    "kit-copy": ("Copier le texte", "Copy the text"),
    "kit-copied": ("Copié.", "Copied."),
    "kit-copy-by-hand": (
        "Le navigateur n'a pas pu copier le texte ; il est sélectionné, copiez-le vous-même.",
        "The browser could not copy the text; it is selected, copy it yourself.",
    ),
    "kit-text": ("Texte du fichier", "Text of the file"),
    "kit-private-file": ("Votre fichier privé", "Your private file"),
    "kit-file-private": ("prive", "private"),
    "kit-private-count": (
        "Réponses privées : {count}. Elles ne sont pas dans ce que vous rendez. Gardez ce second fichier "
        "chez vous.",
        "Private answers: {count}. They are not in what you give back. Keep this second file to "
        "yourselves.",
    ),
    # the draft
    "kit-saved": (
        "Brouillon gardé sur cet appareil, dans ce navigateur.",
        "Draft kept on this device, in this browser.",
    ),
    "kit-saved-private": (
        "Brouillon gardé sur cet appareil, dans ce navigateur, réponses privées comprises. Sur un appareil "
        "partagé, effacez-le avant de partir.",
        "Draft kept on this device, in this browser, private answers included. On a shared device, erase "
        "it before you leave.",
    ),
    "kit-resumed": (
        "Vous reprenez votre brouillon du {on}. Il est gardé sur cet appareil, dans ce navigateur.",
        "You are going on with your draft of {on}. It is kept on this device, in this browser.",
    ),
    "kit-older-draft": (
        "Un brouillon du {on}, commencé sur une page plus ancienne, est gardé sur cet "
        "appareil. Tant que vous n'avez pas choisi, rien d'autre n'est gardé.",
        "A draft of {on}, begun on an older page, is kept on this device. Until you "
        "choose, nothing else is kept.",
    ),
    "kit-take-up": (
        "Reprendre ce brouillon",
        "Go on with this draft",
    ),
    "kit-erase": ("Effacer le brouillon", "Erase the draft"),
    "kit-erase-sure": (
        "Effacer le brouillon, et tout ce que vous avez écrit sur cette page ?",
        "Erase the draft, and everything you have written on this page?",
    ),
    "kit-erased": ("Brouillon effacé.", "Draft erased."),
    "kit-unsaved": (
        "Ce navigateur ne garde pas de brouillon pour cette page : terminez avant de la fermer.",
        "This browser keeps no draft of this page: finish before you close it.",
    ),
}
