"""What is said of where each organisation stands, and of what it has still to confirm."""

SENTENCES: dict[str, tuple[str, str]] = {
    # the four words; and what is asked with them
    "choice-carries": ("je le porte", "I carry it"),
    "choice-supports": ("je le soutiens", "I support it"),
    "choice-lets-pass": ("je laisse faire", "I let it happen"),
    "choice-cannot": ("je ne peux pas", "I cannot"),
    "choice-later": ("le dire plus tard", "say it later"),
    "ask-stand": (
        "Devant ces mots, que dit votre organisation ?",
        "Reading these words, what does your organisation say?",
    ),
    "label-stand": ("où l'on se situe", "where one stands"),
    "help-stand": (
        "Votre réponse vaut pour ces mots-là : s'ils changent, la question vous sera reposée.",
        "Your answer holds for these words only: if they change, you will be asked again.",
    ),
    "ask-stand-words": (
        "Voulez-vous ajouter une phrase, avec vos mots ?",
        "Would you like to add a sentence, in your own words?",
    ),
    "label-stand-words": ("votre phrase", "your sentence"),
    "help-stand-words": (
        "Les autres partenaires la liront. Exemple : nous y mettons une soirée par semaine.",
        "The other partners will read it. Example: we give it one evening a week.",
    ),
    "ask-stand-change": (
        "Que faudrait-il changer ?",
        "What would have to change?",
    ),
    "label-stand-change": ("ce qu'il faudrait changer", "what would have to change"),
    "help-stand-change": (
        "Un mot, une date, une limite : de quoi en parler ensemble. Les autres partenaires le "
        "liront. Exemple : notre conseil ne peut rien engager avant juin.",
        "A word, a date, a limit: something to talk about together. The other partners will read "
        "it. Example: our board cannot commit anything before June.",
    ),
    "ask-stand-publish": (
        "D'accord pour que ce soit imprimé, avec le nom de votre organisation ?",
        "Do you agree to this being printed, with the name of your organisation?",
    ),
    "label-stand-publish": ("accord pour imprimer", "agreement to print"),
    "help-stand-publish": (
        "Sans votre accord, vos mots ne figurent dans aucun document.",
        "Without your agreement, your words appear in no document.",
    ),
    "help-stand-publish-line": (
        "Ce désaccord n'est imprimé que si toutes les organisations qu'il nomme l'acceptent.",
        "This disagreement is printed only if every organisation it names agrees.",
    ),
    # what is shown before and after
    "stand-wording": (
        "Écrit ensemble :",
        "Written together:",
    ),
    "stand-named": (
        "Cette ligne nomme votre organisation.",
        "This line names your organisation.",
    ),
    "stand-earlier": (
        "Vous aviez dit, d'une formulation qui a changé depuis : {said}",
        "You had said, of a wording that has since changed: {said}",
    ),
    "stand-with-words": ("{word} – {words}", "{word} – {words}"),
    "stand-not-yet": (
        "pas encore dit",
        "not said yet",
    ),
    "stand-all": ("Où chacun se situe :", "Where each stands:"),
    "stand-moved": (
        "Ces mots viennent de changer dans le fichier : les voici tels qu'ils sont "
        "maintenant. Ce que vous disiez des précédents n'a pas été enregistré.",
        "These words have just changed in the file: here they are as they stand now. "
        "What you were saying of the former ones has not been saved.",
    ),
    "stand-parted": (
        "Vous ne dites pas tous la même chose. Chacun parle une fois, sans réponse. On "
        "ne fait pas de moyenne : on cherche ce qui pourrait changer.",
        "You do not all say the same. Each speaks once, and nobody replies. Do not look "
        "for an average: look for what could change.",
    ),
    "keys-stand": (
        "C : continuer · B : masquer l'écran · un chiffre : a parlé · O : ordre de parole",
        "C: continue · B: blank the screen · a digit: has spoken · O: order of speaking",
    ),
    "keys-plain-stand": (
        "C puis Entrée : continuer · B : masquer l'écran · un chiffre : a parlé · O : ordre de parole",
        "C then Enter: continue · B: blank the screen · a digit: has spoken · O: order of speaking",
    ),
    # in the room
    "ask-stand-apart": (
        "Tout le monde n'a pas encore dit où il se situe. Que faites-vous ?",
        "Not everyone has yet said where they stand. What will you do?",
    ),
    "label-stand-apart": ("attendre ou continuer", "wait or go on"),
    "help-stand-apart": (
        "Ce que les autres ont dit reste caché.",
        "What the others said stays hidden.",
    ),
    "stand-apart-who": (
        "Pas encore dit : {names}. Chaque organisation peut le dire chez elle : "
        "partnerwiz resume --as {id}, ou sur la page que donne partnerwiz kit.",
        "Not said yet: {names}. Each organisation can say it on its own: partnerwiz "
        "resume --as {id}, or on the page that partnerwiz kit gives.",
    ),
    "choice-wait": ("attendre qu'elles l'aient dit", "wait until they have said"),
    "choice-go-on": ("continuer quand même, ensemble", "go on all the same, together"),
    # where it is offered
    "menu-stand": (
        "f|faire savoir où nous nous situons",
        "t|tell the others where we stand",
    ),
    "home-stand-one": (
        "f|faire savoir où vous vous situez : 1 formulation commune",
        "t|tell the others where you stand: 1 shared wording",
    ),
    "home-stand": (
        "f|faire savoir où vous vous situez : {count} formulations communes",
        "t|tell the others where you stand: {count} shared wordings",
    ),
    "home-stand-all": (
        "f|faire le tour de la table : où chacun se situe",
        "t|go round the table: where each stands",
    ),
    "home-read-again-one": (
        "r|relire la réponse que quelqu'un d'autre a notée pour vous",
        "r|read again the answer that someone else noted for you",
    ),
    "home-read-again": (
        "r|relire les {count} réponses que quelqu'un d'autre a notées pour vous",
        "r|read again the {count} answers that someone else noted for you",
    ),
    "noted-yours": (
        "Quelqu'un d'autre l'a écrit pour vous ({noted}). Si c'est bien ce que vous dites, validez la "
        "réponse telle quelle ; sinon, corrigez-la.",
        "Someone else wrote this for you ({noted}). If it is what you say, confirm the answer as it is; "
        "if not, correct it.",
    ),
    "noted-theirs": (
        "À confirmer : cette organisation ne l'a pas encore relu ({noted}).",
        "To be confirmed: that organisation has not read it again yet ({noted}).",
    ),
    # the status
    "status-owed": (
        "Où chacun se situe, et ce qui est à relire",
        "Where each stands, and what is to be read again",
    ),
    "status-to-say-one": (
        "position à dire sur 1 formulation commune",
        "still to say where it stands on 1 shared wording",
    ),
    "status-to-say": (
        "position à dire sur {count} formulations communes",
        "still to say where it stands on {count} shared wordings",
    ),
    "status-to-confirm-one": (
        "1 réponse à relire (notée par d'autres)",
        "1 answer to be read again (noted by others)",
    ),
    "status-to-confirm": (
        "{count} réponses à relire (notées par d'autres)",
        "{count} answers to be read again (noted by others)",
    ),
    "status-owed-how": (
        "Chacune se situe et relit sur la page que vous lui envoyez : partnerwiz kit {file} {id} ; ou sur "
        "sa copie : partnerwiz resume --as {id}. Si elle vous dit avoir relu : partnerwiz answer {file} "
        "--as {id} --confirmed {day}",
        "Each says where it stands and reads again on the page that you send: partnerwiz kit {file} {id}; "
        "or on its own copy: partnerwiz resume --as {id}. If it tells you that it has read again: "
        "partnerwiz answer {file} --as {id} --confirmed {day}",
    ),
    "option-position": (
        "où l'organisation se situe : carries, supports, lets-pass ou cannot ; ID/LIGNE "
        "pour une ligne ; répétable",
        "where the organisation stands: carries, supports, lets-pass or cannot; ID/LINE "
        "for a line; repeatable",
    ),
    "option-position-words": (
        "avec une seule --position : sa phrase, avec ses mots",
        "with a single --position: its sentence, in its own words",
    ),
    "option-publish": (
        "avec une seule --position : elle accepte que ce soit imprimé",
        "with a single --position: it agrees to this being printed",
    ),
    "meta-position": ("ID=MOT", "ID=WORD"),
    "position-single": (
        "--words et --publish vont avec une seule --position : donnez les autres à part.",
        "--words and --publish go with a single --position: give the others separately.",
    ),
    "position-word": (
        "« {text} » n'est pas l'une des quatre positions. Possibles : carries (je le porte), supports "
        "(je le soutiens), lets-pass (je laisse faire), cannot (je ne peux pas).",
        "“{text}” is not one of the four positions. Possible: carries (I carry it), supports (I support "
        "it), lets-pass (I let it happen), cannot (I cannot).",
    ),
    "position-not-shared": (
        "chaque organisation y répond pour elle-même : on ne dit où l'on se situe que "
        "sur ce qui s'écrit ensemble.",
        "each organisation answers this for itself: one says where one stands only on "
        "what is written together.",
    ),
    "position-nothing": (
        "rien n'y est encore écrit. On se situe sur des mots : donnez d'abord la réponse.",
        "nothing is written there yet. One says where one stands on words: give the answer first.",
    ),
    "position-by-row": (
        "on y dit où l'on se situe ligne par ligne, par exemple {id}/{row}=supports. "
        "Lignes : {allowed}.",
        "there, one says where one stands line by line, for example {id}/{row}=supports. "
        "Lines: {allowed}.",
    ),
    "position-whole": (
        "on y dit où l'on se situe sur toute la réponse, pas sur une ligne : écrivez "
        "{id}=supports.",
        "there, one says where one stands on the whole answer, not on a line: write {id}=supports.",
    ),
    "position-whose": (
        "--as animation n'est pas une organisation : dites laquelle se situe ainsi, avec "
        "--as suivi de son identifiant.",
        "--as animation is not an organisation: say which one stands there, with --as "
        "followed by its id.",
    ),
    "position-not-asked": (
        "cela ne se demande qu'aux partenaires et aux organisations que la ligne nomme.",
        "this is asked only of partners and of the organisations that the line names.",
    ),
    # in documents
    "doc-quoted": ("« {text} »", "‘{text}’"),
    "doc-noted-phone": (
        "noté au téléphone le {on}",
        "noted by phone on {on}",
    ),
    "doc-noted-paper": ("recopié d'une feuille le {on}", "copied from a sheet on {on}"),
    "doc-to-confirm": ("[À CONFIRMER : {what}]", "[TO BE CONFIRMED: {what}]"),
    "doc-to-confirm-entry": (
        "{what}, {noted} : à relire par {who}",
        "{what}, {noted}: to be read again by {who}",
    ),
    "doc-line": ("{label}, « {row} »", "{label}, ‘{row}’"),
    "doc-line-confirm": ("[À CONFIRMER : par {who}]", "[TO BE CONFIRMED: by {who}]"),
    "doc-line-confirm-plain": ("(à confirmer par {who})", "(to be confirmed by {who})"),
    "doc-line-confirm-entry": (
        "{what} : à confirmer par {who}",
        "{what}: to be confirmed by {who}",
    ),
    "doc-line-refused": ("[EN ATTENTE : l'accord {of}]", "[AWAITED: the agreement {of}]"),
    "doc-line-refused-plain": ("(attend l'accord {of})", "(awaits the agreement {of})"),
    "doc-line-refused-entry": (
        "{what} : attend l'accord {of}",
        "{what}: awaits the agreement {of}",
    ),
    "doc-to-choose": (
        "plusieurs formulations attendent un choix",
        "several wordings are waiting for a choice",
    ),
    "doc-to-read-again": (
        "({noted}, à relire par {who})",
        "({noted}, to be read again by {who})",
    ),
    # what is noted down for an organisation
    "option-received": (
        "comment ces réponses vous sont parvenues : own-hand (de sa main), phone (au "
        "téléphone), paper (sur papier), session (en réunion) ; ce qui vient du "
        "téléphone ou du papier reste « à confirmer »",
        "how these answers came to you: own-hand, phone, paper, session (said in a "
        "meeting); what comes by phone or on paper stays “to be confirmed”",
    ),
    "option-function": (
        "avec --received : la fonction de qui a répondu, jamais son nom",
        "with --received: the post of whoever answered, never their name",
    ),
    "option-on-day": (
        "avec --received : le jour où elles sont parvenues (aujourd'hui si rien n'est dit)",
        "with --received: the day on which they came (today if not said)",
    ),
    "option-confirmed": (
        "le jour où l'organisation a relu ce qui avait été noté pour elle : tout, ou les ID donnés",
        "the day on which the organisation read again what had been noted for it: all of "
        "it, or the IDs given",
    ),
    "bad-received": (
        "« {value} » ne dit pas comment la réponse est parvenue. Possibles : {allowed}.",
        "“{value}” does not say how the answer came. Possible: {allowed}.",
    ),
    "function-alone": (
        "--function dit de qui vient la réponse ; dites aussi comment elle est venue, "
        "par exemple --received phone.",
        "--function says whom the answer came from; say how it came, too, for example "
        "--received phone.",
    ),
    "confirm-whose": (
        "Dites quelle organisation a relu, par exemple --as ccas.",
        "Say which organisation has read it again, for example --as council.",
    ),
    "confirm-nothing": (
        "« {value} » n'attend pas d'être relu. À relire : {known}.",
        "“{value}” is not waiting to be read again. To be read again: {known}.",
    ),
    "confirm-none": (
        "Rien de ce qu'a dit cette organisation ({name}) n'attend d'être relu.",
        "Nothing that this organisation ({name}) said is waiting to be read again.",
    ),
    "noted-waits": (
        "Ce qui est noté ainsi pour {name} reste « à confirmer », jusque dans les documents, tant que "
        "cette organisation ne l'a pas relu. Elle le dit sur sa page (partnerwiz kit {file} {id}) ; ou "
        "elle vous le dit, et vous tapez : partnerwiz answer {file} --as {id} --confirmed {day}",
        "What is noted this way for {name} stays “to be confirmed”, in documents too, until that "
        "organisation has read it again. It says so on its page (partnerwiz kit {file} {id}); or it "
        "tells you, and you type: partnerwiz answer {file} --as {id} --confirmed {day}",
    ),
    "dictated-private": (
        "« {label} » est une réponse privée : elle ne se confie ni au téléphone ni sur papier. Cette "
        "organisation l'écrit chez elle, sur sa copie.",
        "“{label}” is a private answer: it is not told over the phone or on paper. That organisation "
        "writes it at home, on its own copy.",
    ),
    "position-by-phone": (
        "Où une organisation se situe ne se note pas au téléphone : cela compterait aussitôt comme son "
        "accord. Elle le dit elle-même : sur sa page (partnerwiz kit), sur sa copie, ou en réunion.",
        "Where an organisation stands is not noted over the phone: it would count as its agreement at "
        "once. It says so itself: on its page (partnerwiz kit), on its own copy, or in a meeting.",
    ),
    "confirm-done": ("Relu par l'organisation : {ids}", "Read again by the organisation: {ids}"),
    "meta-how": ("COMMENT", "HOW"),
}
