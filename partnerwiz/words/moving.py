"""What is said of moving about in a sitting: what there is to do, changes, what is half-written."""

SENTENCES: dict[str, tuple[str, str]] = {
    # looking around
    "home-go-on": ("c|continuer avec « {label} »", "g|go on with “{label}”"),
    "tasks-off-path": ("parcours entier", "whole path"),
    "tasks-done": ("répondu", "answered"),
    "tasks-nothing": ("rien à vous demander ici", "nothing asked of you here"),
    "tasks-open": ("{count} en suspens", "{count} still open"),
    "tasks-awaited": ("{count} en attente chez d'autres", "{count} awaited from others"),
    "awaited-from": (
        "{name} : {count} encore sans réponse",
        "{name}: {count} not answered yet",
    ),
    "contents-waiting": (
        "{count} à voir ensemble, quand d'autres organisations seront là",
        "{count} to be answered together, once other organisations are there",
    ),
    "contents-none": ("Rien ne vous est demandé ici.", "Nothing is asked of you here."),
    "search-for": (
        "Quel mot cherchez-vous, dans les questions et dans vos réponses ?",
        "Which word are you looking for, in the questions and in your answers?",
    ),
    "in-step": ("{label} (étape {number})", "{label} (step {number})"),
    "search-none": ("Rien ne contient « {text} ».", "Nothing holds “{text}”."),
    "left-aside": (
        "Vous avez laissé de côté une ou plusieurs questions. Pour y revenir : partnerwiz resume {again}",
        "You left one or more questions aside. To come back to them: partnerwiz resume {again}",
    ),
    "change-one": ("r|revoir une réponse", "r|revise an answer"),
    # after a change, taking back
    "touched": (
        "Vous avez changé « {label} ». Voici ce qui s'appuyait dessus :",
        "You changed “{label}”. This is what rested on it:",
    ),
    "touched-others": (
        "Ce que d'autres organisations ont répondu leur appartient : prévenez-les du changement. Ce qui "
        "n'est plus demandé reste dans le fichier et ne figure plus dans les documents.",
        "What other organisations answered is theirs: let them know of the change. What is no longer "
        "asked for stays in the file and no longer appears in documents.",
    ),
    "go-over-now": ("r|revoir cela maintenant", "n|go over this now"),
    "go-over-later": ("p|plus tard", "l|later"),
    "undone": (
        "Votre dernière réponse est annulée. Voici la question telle qu'elle était avant.",
        "Your last answer has been taken back. Here is the question as it stood before.",
    ),
    "nothing-to-undo": (
        "Rien à annuler dans cette séance. Pour revenir à la version d'avant : partnerwiz restore",
        "Nothing to take back in this sitting. To go back to the version before: partnerwiz restore",
    ),
    "edited-try-again": (
        "Le fichier vient d'être modifié ailleurs. Rien n'a été annulé ; regardez, puis recommencez.",
        "The file has just been edited elsewhere. Nothing was taken back; look, then try again.",
    ),
    # what is half-written, and what is written elsewhere
    "asked-no-more": (
        "Le fichier a changé : la question que vous aviez à l'écran n'est plus posée.",
        "The file has changed: the question you had on the screen is no longer asked.",
    ),
    "half-kept": (
        "Vous aviez commencé à répondre ; ce que vous aviez écrit est gardé.",
        "You had begun to answer; what you had written has been kept.",
    ),
    "half-not-kept": (
        "Votre texte inachevé n'a pas pu être gardé : le disque le refuse. Libérez de la place ou "
        "vérifiez vos droits avant de continuer.",
        "Your unfinished text could not be kept: the disk refuses it. Free some space or check your "
        "permissions before you go on.",
    ),
    "which-file": (
        "Quel fichier ? (texte simple ; exemple : ~/constat.txt)",
        "Which file? (plain text; example: ~/findings.txt)",
    ),
    "not-here": ("Ce n'est pas possible ici.", "That cannot be done here."),
    "plain-instead": (
        "Ce terminal ne permet pas de redessiner l'écran : voici les mêmes questions, en lignes simples.",
        "This terminal cannot redraw its screen: here are the same questions, as plain lines.",
    ),
    "is-it-this-one": ("Voulez-vous dire « {name} » ?", "Do you mean “{name}”?"),
}
