"""What is said of arrivals, departures and new delegates; of making an answer public, and of
forgetting one.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    # the commands
    "about-organisation": (
        "Voir les organisations du projet ; en accueillir une, en noter le départ, "
        "changer son délégué, son nom ou son rôle.\n"
        "Dans un terminal, sans option, le guide demande ce qui se passe, rappelle ce "
        "que le groupe a écrit à ce sujet et passe les lignes en revue une à une. Par "
        "options : partnerwiz organisation projet.yaml ccas --role left --takes-over "
        'lescale ; --add "le CCAS" ; --delegate "chargée de mission" --replacing '
        '"adjointe de direction".',
        "See the organisations of the project; welcome one, note that one leaves, change "
        "its delegate, its name or its role.\n"
        "At a terminal, without options, the guide asks what is happening, recalls what "
        "the group wrote about it and goes through the lines one by one. With options: "
        "partnerwiz organisation project.yaml council --role left --takes-over gangway; "
        '--add "the council"; --delegate "project officer" --replacing "deputy manager".',
    ),
    "option-takes-over": (
        "avec --role left : l'organisation dont le nom remplace le sien partout où le "
        "groupe l'a nommée",
        "with --role left: the organisation whose name replaces its own wherever the "
        "group named it",
    ),
    "option-delegate": (
        "la fonction de qui la représente désormais ; jamais un nom",
        "the post of whoever represents it from now on; never a name",
    ),
    "option-replacing": (
        "avec --delegate : la fonction que celle-ci remplace",
        "with --delegate: the post that this one replaces",
    ),
    "option-yes": (
        "dire oui à ce qui sera montré, sans que ce soit demandé",
        "say yes to what will be shown, without being asked",
    ),
    "option-organisation-of-paper": (
        "avec newcomer : l'organisation de qui arrive",
        "with newcomer: the organisation of whoever arrives",
    ),
    "export-whose": (
        "Le document « {name} » est pour qui arrive dans une organisation : dites laquelle. Exemple : "
        "partnerwiz export --document {name} --organisation ccas",
        "The document “{name}” is for whoever arrives in an organisation: say which. Example: "
        "partnerwiz export --document {name} --organisation council",
    ),
    "export-not-of-one": (
        "Le document « {name} » ne porte pas sur une seule organisation : retirez "
        "--organisation, qui ne s'emploie qu'avec --document {by_organisation}.",
        "The document “{name}” is not about one organisation: remove --organisation, "
        "which is only for --document {by_organisation}.",
    ),
    "agree-nobody": (
        "Il n'y a pas de terminal pour demander votre accord. Rien n'a été modifié. Si vous êtes "
        "d'accord, recommencez avec --yes.",
        "There is no terminal to ask whether you agree. Nothing was changed. If you agree, try again "
        "with --yes.",
    ),
    "nothing-changed": ("Rien n'a été modifié.", "Nothing was changed."),
    # the guided conversation
    "coming-what": ("Que se passe-t-il ?", "What is happening?"),
    "coming-keys": (
        "Échap : s'arrêter là ; ce qui est choisi est enregistré",
        "Esc: stop there; what you have chosen is saved",
    ),
    "coming-keys-plain": (
        "/ puis Entrée : s'arrêter là ; ce qui est choisi est enregistré",
        "/ then Enter: stop there; what you have chosen is saved",
    ),
    "coming-arrives": ("une organisation arrive", "an organisation arrives"),
    "coming-leaves": (
        "une organisation s'en va",
        "an organisation leaves",
    ),
    "coming-delegate": (
        "quelqu'un d'autre représente une organisation",
        "someone else represents an organisation",
    ),
    "coming-card": ("un nom ou un rôle change", "a name or a role changes"),
    "coming-which": ("Laquelle ?", "Which one?"),
    "coming-written": ("Vous avez écrit – {label} :", "You wrote – {label}:"),
    "coming-not-written": (
        "{label} : rien n'est écrit à ce sujet.",
        "{label}: nothing is written about this.",
    ),
    "coming-nothing": (
        "Il manque une réponse : écrivez-la ici. Pour vous arrêter là : Échap (/ dans un terminal simple).",
        "An answer is missing: write it here. To stop there: Esc (/ on a simple terminal).",
    ),
    "coming-stopped": (
        "Ce que vous avez choisi est enregistré. Pour la suite : partnerwiz organisation {again}",
        "What you chose is saved. To go on: partnerwiz organisation {again}",
    ),
    "card-name": ("Son nom, comme dans une phrase", "Its name, as in a sentence"),
    "card-role": (
        "Quelle place cette organisation tient-elle dans ce projet ?",
        "What place does this organisation have in this project?",
    ),
    # a departure
    "leaving-head": (
        "Départ : {who}",
        "Leaving: {who}",
    ),
    "leaving-own-words": (
        "D'abord, ce que votre groupe a lui-même écrit sur un départ.",
        "First, what your own group wrote about leaving.",
    ),
    "leaving-starts": (
        "L'organisation qui s'en va ({who}) a pris l'initiative de ce projet. Qui "
        "reprend ce rôle ?",
        "The organisation that is leaving ({who}) started this project. Who takes over that role?",
    ),
    "leaving-started": (
        "Ce rôle revient désormais à cette organisation : {who}. Ce qui avait été "
        "répondu à ce titre reste écrit ; chaque réponse commune lui est proposée, et "
        "rien n'est dit en son nom.",
        "This organisation now has that role: {who}. What was answered in that role "
        "stays written; each shared answer is proposed to it, and nothing is said in its "
        "name.",
    ),
    "leaving-starts-alone": (
        "L'organisation qui s'en va ({who}) a pris l'initiative de ce projet, et il n'y "
        "a pas d'autre partenaire pour reprendre ce rôle. Accueillez d'abord une "
        "organisation ; s'il n'y a plus personne, c'est la fin du partenariat qui est à "
        "écrire (dernière étape).",
        "The organisation that is leaving ({who}) started this project, and there is no "
        "other partner to take over that role. Welcome an organisation first; if nobody "
        "is left, it is the ending of the partnership that is to be written (last step).",
    ),
    "leaving-named": (
        "Endroits où vous avez nommé {name} ensemble : {count}. Les voici un par un ; "
        "chaque choix est enregistré aussitôt.",
        "Places where together you named {name}: {count}. Here they are one by one; each "
        "choice is saved at once.",
    ),
    "leaving-place": ("{place} – {what}", "{place} – {what}"),
    "leaving-cell": ("{label}, « {column} »", "{label}, ‘{column}’"),
    "leaving-who": ("Qui prend sa place ici ?", "Who takes its place here?"),
    "leaving-without": (
        "personne : les autres organisations nommées suffisent",
        "nobody: the other organisations named are enough",
    ),
    "leaving-settle": (
        "à régler ensemble : la réponse est notée en discussion",
        "to be settled together: the answer is noted as under discussion",
    ),
    "leaving-as-is": ("laisser tel quel", "leave as it is"),
    "leaving-note": (
        "À régler après un départ ({who}) : qui prend sa place ?",
        "To be settled after a departure ({who}): who takes its place?",
    ),
    "leaving-on": (
        "À quelle date ce départ a-t-il lieu ?",
        "On what date does it leave?",
    ),
    "leaving-after": ("Ce que ce départ rouvre", "What this departure reopens"),
    "leaving-block-stays": (
        "C'est noté. Ce qu'a dit cette organisation ({name}) reste dans le projet ; plus "
        "aucune réponse ne lui est demandée.",
        "It is noted. What this organisation ({name}) said stays in the project; it will "
        "not be asked for any more answers.",
    ),
    "leaving-texts": (
        "Son nom se lit aussi dans des textes que vous êtes seuls à pouvoir récrire : {labels}.",
        "Its name also stands in texts that only you can rewrite: {labels}.",
    ),
    "reopen-position": (
        "{label} : le texte a changé. Ce qu'en disaient ces organisations ne vaut plus : {names}.",
        "{label}: the text has changed. What these organisations said of it no longer "
        "holds: {names}.",
    ),
    "reopen-resting": (
        "À relire, car écrit en ayant sous les yeux ce qui vient de changer : {labels}.",
        "To be read again, as it was written with what has just changed in view: {labels}.",
    ),
    "amendment": (
        "Un texte déjà signé ne change pas avec ce fichier : il lui faut sans doute un "
        "avenant, à faire vérifier par un juriste. Un départ ou une arrivée se dit aussi "
        "aux personnes concernées, et aux instances de chacun.",
        "A text that is already signed does not change with this file: it probably needs "
        "an amendment, to be checked by a lawyer. The people concerned, and each "
        "organisation's governing body, are to be told of a departure or an arrival too.",
    ),
    "left-named": (
        "Nommée jusque-là dans : {labels}.",
        "Named until then in: {labels}.",
    ),
    "takes-over-left": (
        "--takes-over s'emploie avec --role left. Exemple : partnerwiz organisation projet.yaml ccas "
        "--role left --takes-over lescale",
        "--takes-over goes with --role left. Example: partnerwiz organisation project.yaml council "
        "--role left --takes-over gangway",
    ),
    "takes-over-partner": (
        "« {value} » ne peut pas prendre la suite : donnez l'identifiant d'un autre "
        "partenaire du projet.",
        "“{value}” cannot take over: give the id of another partner of the project.",
    ),
    "starts-takes-over": (
        "Cette organisation ({who}) a pris l'initiative du projet : dites quel "
        "partenaire reprend ce rôle. Exemple : partnerwiz organisation projet.yaml {id} "
        "--role left --takes-over ccas",
        "This organisation ({who}) started the project: say which partner takes over "
        "that role. Example: partnerwiz organisation project.yaml {id} --role left "
        "--takes-over council",
    ),
    # an arrival
    "arriving-head": ("Une organisation arrive", "An organisation arrives"),
    "arriving-own-words": (
        "Une arrivée n'est pas une signature de plus : la négociation se rouvre. D'abord, ce que votre "
        "groupe a lui-même écrit.",
        "A newcomer is not one more signature: the negotiation reopens. First, what your own group wrote.",
    ),
    "arriving-who": ("Qui arrive ?", "Who arrives?"),
    "arriving-another": ("une autre organisation", "another organisation"),
    "arriving-name": (
        "Son nom, écrit comme dans une phrase, par exemple « la Caf »",
        "Its name, written as in a sentence, for example “the council”",
    ),
    "arriving-known": (
        "Cette organisation est déjà partenaire. Donnez un autre nom.",
        "This organisation is already a partner. Give another name.",
    ),
    "arriving-said": ("{name} (identifiant : {id})", "{name} (id: {id})"),
    "arriving-role": (
        "À quel titre accueillez-vous {name} ?",
        "In what capacity do you welcome {name}?",
    ),
    "arriving-as-partner": (
        "partenaire : elle répond pour elle-même et dit où elle se situe, comme les autres",
        "partner: it answers for itself and says where it stands, like the others",
    ),
    "arriving-as-envisaged": (
        "envisagée : vous faites connaissance, rien n'est décidé",
        "in view: you are getting to know each other, nothing is decided",
    ),
    "arriving-after": (
        "Accueillir {name} : ce que cela demande et rouvre",
        "Welcoming {name}: what this asks and reopens",
    ),
    "arriving-owes": (
        "Ce que cette organisation dira d'abord pour elle-même : {labels} (en tout : {count}).",
        "What it will first say for itself: {labels} ({count} in all).",
    ),
    "arriving-positions": (
        "Textes sur lesquels cette organisation ({name}) n'a pas encore dit où elle se "
        "situe : {labels}. Rien ne se décide en son nom ; son silence ne vaut pas accord.",
        "Texts on which this organisation ({name}) has not yet said where it stands: "
        "{labels}. Nothing is decided in its name; its silence is not consent.",
    ),
    "arriving-reread": (
        "À relire avec cette organisation, qui n'était pas là quand cela s'est écrit : {labels}.",
        "To be read again with this organisation, which was not there when it was "
        "written: {labels}.",
    ),
    "arriving-send": (
        "À lui remettre, ou à faire remettre :",
        "To hand over, or to have handed over:",
    ),
    "arriving-kit": (
        "– ses questions, sur une page (sur une feuille de papier : --sheet) :",
        "– its questions, on a page (on a sheet of paper: --sheet):",
    ),
    "arriving-pages": (
        "– deux pages, pour savoir où vous en êtes :",
        "– two pages, to know where you stand:",
    ),
    # a new delegate
    "delegate-head": (
        "Quelqu'un d'autre représente {name}",
        "Someone else represents {name}",
    ),
    "delegate-leaves": (
        "Qui ne la représente plus ? (une fonction)",
        "Who no longer represents it? (a post)",
    ),
    "delegate-nobody": (
        "personne : un délégué s'ajoute",
        "nobody: this is one more delegate",
    ),
    "delegate-arrives": (
        "Quelle est la fonction de qui arrive ? Jamais un nom.",
        "What is the post of whoever arrives? Never a name.",
    ),
    "delegate-saved": (
        "Noté. La personne change ; l'organisation reste engagée comme avant.",
        "Noted. The person changes; the organisation stays committed as before.",
    ),
    "delegate-named": (
        "Textes communs qui nomment « {post} » : {count}. Les voici un par un.",
        "Shared texts that name “{post}”: {count}. Here they are one by one.",
    ),
    "delegate-place": ("{label} :", "{label}:"),
    "delegate-change": ("Faut-il le récrire ?", "Should it be rewritten?"),
    "delegate-rewrite": (
        "Le texte, avec la nouvelle fonction. Relisez-le ; corrigez-le au besoin.",
        "The text, with the new post. Read it through; correct it if need be.",
    ),
    "delegate-own": (
        "C'est à cette organisation ({name}) de dire qui la représente, sur sa propre "
        "copie (--as {id}). La personne qui anime peut le noter : --as animation",
        "It is for this organisation ({name}) to say who represents it, on its own copy "
        "(--as {id}). A facilitator may note it: --as animation",
    ),
    "delegate-none": (
        "Cette méthode ne demande pas qui représente chaque organisation.",
        "This method does not ask who represents each organisation.",
    ),
    "delegate-which": (
        "Aucun délégué n'a cette fonction. Fonctions notées : {known}.",
        "No delegate has this post. Posts noted: {known}.",
    ),
    "replacing-whom": (
        "--replacing s'emploie avec --delegate, qui dit la fonction de qui arrive.",
        "--replacing goes with --delegate, which gives the post of whoever arrives.",
    ),
    "came-how": (
        "Comment l'avez-vous appris de cette organisation ?",
        "How did this organisation tell you?",
    ),
    "came-phone": ("au téléphone", "on the phone"),
    "came-paper": ("par écrit", "in writing"),
    "came-session": ("en réunion", "in a meeting"),
}
