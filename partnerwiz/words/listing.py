"""What is said of several partnerships at once."""

SENTENCES: dict[str, tuple[str, str]] = {
    "about-list": (
        "Voir où en sont plusieurs partenariats rangés dans un même dossier.\n"
        "Pour chacun : où l'on en est, de qui des réponses sont attendues, ce qui est en suspens, les "
        "dates à venir ; puis la charge de chaque organisation présente dans plusieurs d'entre eux. "
        "Les dossiers contenus dans le dossier sont lus aussi. Les réponses privées ne sont jamais lues.",
        "See where several partnerships kept in one folder stand.\n"
        "For each: where it stands, whose answers are awaited, what is still open, the dates ahead; "
        "then the load of each organisation that is in several of them. Folders inside the folder are "
        "read too. Private answers are never read.",
    ),
    "argument-list": (
        "le dossier à parcourir ; à défaut, celui où vous êtes",
        "the folder to look through; otherwise the one you are in",
    ),
    "option-list-organisation": (
        "seulement cette organisation, dans tous les projets, en détail",
        "this organisation only, in all projects, in detail",
    ),
    # what cannot be listed
    "list-no-folder": (
        "Le dossier {folder} n'existe pas. Vérifiez son nom ; sans nom, partnerwiz list "
        "parcourt le dossier où vous êtes.",
        "The folder {folder} does not exist. Check its name; without a name, partnerwiz "
        "list looks through the folder you are in.",
    ),
    "list-a-file": (
        "{folder} est un fichier ; il faut un dossier. Pour un seul projet : partnerwiz status {folder}",
        "{folder} is a file; a folder is expected. For a single project: partnerwiz status {folder}",
    ),
    "list-none": (
        "Aucun projet dans {folder} ni dans les dossiers qu'il contient. Donnez un autre dossier, par "
        "exemple partnerwiz list partenariats, ou commencez un projet : partnerwiz new",
        "No project in {folder} or in the folders inside it. Give another folder, for example "
        "partnerwiz list partnerships, or start a project: partnerwiz new",
    ),
    "list-no-organisation": (
        "Aucun de ces projets ne nomme « {name} ». Organisations trouvées : {known}.",
        "None of these projects names “{name}”. Organisations found: {known}.",
    ),
    "list-unreadable": ("Un fichier ne se lit pas", "A file that cannot be read"),
    # where a project stands
    "list-path-short": ("parcours court", "short path"),
    "list-path-whole": ("parcours entier", "whole path"),
    "list-at": ("Où l'on en est : {part}", "Where it stands: {part}"),
    "list-step": ("{phase} – étape {number}, « {title} »", "{phase} – step {number}, “{title}”"),
    "list-waits": (
        "Une deuxième organisation est attendue : jusque-là, rien ne peut se répondre ensemble.",
        "A second organisation is awaited: until then, nothing can be answered together.",
    ),
    "list-all-said": (
        "Plus aucune réponse n'est attendue sur ce parcours.",
        "No more answers are awaited on this path.",
    ),
    "list-ended": ("Fin du partenariat : {date}", "End of the partnership: {date}"),
    "list-together": ("à dire ensemble : {labels}", "to be said together: {labels}"),
    "list-more": ("{labels} (en tout : {count})", "{labels} ({count} in all)"),
    "list-role": ("{name} : {role}", "{name}: {role}"),
    "list-hours": (
        "temps de ses représentants : {hours} h par mois",
        "time of its representatives: {hours} h a month",
    ),
    # what is open, what is coming
    "list-awaited": ("Réponses attendues", "Answers awaited"),
    "list-open": (
        "En suspens, à une date proche ou passée",
        "Still open, with a date near or past",
    ),
    "list-dates": ("Dates", "Dates"),
    "list-count-wordings": (
        "formulations qui attendent un choix : {count}",
        "wordings waiting for a choice: {count}",
    ),
    "list-count-confirm": (
        "réponses à faire relire : {count}",
        "answers to be read again: {count}",
    ),
    "list-count-later": (
        "en suspens, sans date proche : {count}",
        "still open, with no date near: {count}",
    ),
    "list-date-past": ("{told} ; cette date est passée", "{told}; this date has passed"),
    "list-date-unmet": (
        "{told} ; cette date est passée, aucune réunion n'a été notée depuis",
        "{told}; this date has passed, no meeting has been noted since",
    ),
    "list-next-sitting": ("prochaine réunion", "next meeting"),
    "list-body-meets": (
        "séance de l'instance qui décide",
        "meeting of the body that decides",
    ),
    "list-papers-by": (
        "dossier à remettre à l'instance qui décide",
        "papers due with the body that decides",
    ),
    "list-about": ("{about} ({label})", "{about} ({label})"),
    # all of them
    "list-copies": (
        "Le même projet dans plusieurs fichiers : {files}. La charge des organisations ne compte que "
        "le premier.",
        "The same project in several files: {files}. Only the first counts in the load of "
        "organisations.",
    ),
    "list-several": (
        "Organisations présentes dans plusieurs projets",
        "Organisations in more than one project",
    ),
    "list-in-all": ("Dans tous ces projets", "In all these projects"),
    "list-load": (
        "{name} : {projects} projets (partenaire : {partner}) ; réponses attendues : {owes}",
        "{name}: {projects} projects (as a partner: {partner}); answers awaited: {owes}",
    ),
    "list-beside": (
        "nommées aussi, sans être partenaires : {names}",
        "also named, without being partners: {names}",
    ),
    "list-load-one": (
        "{name} : un seul projet ; réponses attendues : {owes}",
        "{name}: one project only; answers awaited: {owes}",
    ),
}
