"""What is said in documents, and of the templates they come from."""

SENTENCES: dict[str, tuple[str, str]] = {
    # what stands in a document
    "doc-yes": ("oui", "yes"),
    "doc-no": ("non", "no"),
    "doc-and": (" et ", " and "),
    "doc-colon": (" : ", ": "),
    "doc-semicolon": (" ; ", "; "),
    "doc-not-applicable": ("Sans objet.", "Not applicable."),
    "doc-not-disclosed": ("[NON COMMUNIQUÉ]", "[NOT DISCLOSED]"),
    "doc-draft": ("PROJET", "DRAFT"),
    "doc-draft-note": (
        "Document de travail : n'engage personne",
        "Working document: binding on no one",
    ),
    # what is still open
    "doc-missing": ("[À COMPLÉTER : {what}]", "[TO BE COMPLETED: {what}]"),
    "doc-discussed": ("[EN DISCUSSION : {what}]", "[UNDER DISCUSSION: {what}]"),
    "doc-of": ("{label} – {organisation}", "{label} – {organisation}"),
    "doc-cell": ("{table}, « {column} »", "{table}, ‘{column}’"),
    "doc-cell-of": ("{table}, « {column} » ({row})", "{table}, ‘{column}’ ({row})"),
    "doc-finds-out": ("se renseigne : {who}", "to be found out by {who}"),
    "doc-between": ("entre {who}", "between {who}"),
    "doc-by": ("d'ici {date}", "by {date}"),
    "doc-withdrawn": ("réponse retirée", "answer withdrawn"),
    "doc-withdrawn-on": ("réponse retirée le {on}", "answer withdrawn on {on}"),
    "doc-withdrawn-what": ("{what}, {how}", "{what}, {how}"),
    "doc-partners-to-name": (
        "les partenaires, au moins deux",
        "the partners, at least two",
    ),
    "doc-title-to-find": ("nom du partenariat", "name of the partnership"),
    # the list at the end
    "doc-gaps": ("Points à compléter avant signature", "Points to settle before signature"),
    "doc-discussed-entry": ("en discussion : {what}", "under discussion: {what}"),
    "doc-together": ("{what} – ensemble", "{what} – together"),
    "doc-entry": (
        "{what} – étape {number} : {title}",
        "{what} – step {number}: {title}",
    ),
    "doc-entry-of-end": ("{what} – {title}", "{what} – {title}"),
    # papers for a meeting
    "paper-together": ("tous ensemble", "all together"),
    "paper-empty": ("sans réponse", "no answer"),
    "paper-to-review": ("à revoir", "to be looked at again"),
    "paper-unknown-yet": ("pas encore connu", "not known yet"),
    "paper-not-applicable": ("sans objet", "not applicable"),
    "paper-under-discussion": ("(en discussion)", "(under discussion)"),
    "paper-not-disclosed": ("non communiqué", "not disclosed"),
    "paper-withdrawn": ("réponse retirée", "answer withdrawn"),
    # a sheet to be filled in by hand
    "paper-head-of-some": ("{column} (le cas échéant)", "{column} (if it applies)"),
    "paper-head-with-unit": ("{column} ({unit})", "{column} ({unit})"),
    "paper-date": (" (jour, mois, année)", " (day, month, year)"),
    "paper-row": ("Ligne {number}", "Line {number}"),
    "paper-if": ("Si {condition}", "If {condition}"),
    "paper-if-is": (
        "la réponse à {question} est {values}",
        "the answer to {question} is {values}",
    ),
    "paper-if-any": ("vous avez répondu à {question}", "you have answered {question}"),
    "paper-if-empty": (
        "vous n'avez pas répondu à {question}",
        "you have not answered {question}",
    ),
    "paper-question": ("la question {number}", "question {number}"),
    "paper-question-earlier": (
        "une question déjà posée (« {label} »)",
        "a question already asked (‘{label}’)",
    ),
    "paper-value": ("« {value} »", "‘{value}’"),
    "paper-or": (" ou ", " or "),
    "paper-screen": ("Posez le clavier.", "Hands off the keyboard."),
    "paper-paper": ("Posez les stylos.", "Pens down."),
    "doc-no-sitting": (
        "Aucune réunion n'est notée dans ce projet : il n'y a pas encore de compte rendu à écrire. "
        "Pour noter une réunion : partnerwiz resume FICHIER --room",
        "No meeting is noted in this project, so there are no minutes to write yet. To note a "
        "meeting: partnerwiz resume FILE --room",
    ),
    # pages for whoever arrives
    "newcomer-step": ("étape {number} – {title}", "step {number} – {title}"),
    "newcomer-carries": ("le porte", "carries it"),
    "newcomer-supports": ("le soutient", "supports it"),
    "newcomer-lets-pass": (
        "laisse faire",
        "lets it happen",
    ),
    "newcomer-cannot": ("ne peut pas", "cannot"),
    "newcomer-lines": (" (lignes : {count})", " (lines: {count})"),
    # mistakes in a template
    "doc-no-newcomer": (
        "ce document est pour qui arrive dans une organisation. Dites laquelle : --organisation ccas",
        "this document is for whoever arrives in an organisation. Say which: --organisation council",
    ),
    "doc-not-released": (
        "« {name} » n'est pas un tableau privé dont une part peut être rendue publique. Écrivez "
        'answer("{name}").',
        "“{name}” is not a private table of which a part can be made public. Write "
        'answer("{name}").',
    ),
    "doc-no-step": (
        "ce document est la feuille d'une étape. Dites laquelle : --step 9",
        "this document is the sheet of one step. Say which: --step 9",
    ),
    "doc-syntax": (
        "le modèle de document ne peut pas être lu à cet endroit. Détail : {detail}",
        "the document template cannot be read here. Detail: {detail}",
    ),
    "doc-expression": (
        "une expression du modèle de document n'a pas de sens ici. Détail : {detail}",
        "an expression of the document template makes no sense here. Detail: {detail}",
    ),
    "doc-markup": (
        "« {markup} » n'existe pas dans un document. Servez-vous de titres, paragraphes, listes, "
        "tableaux, traits, gras, italique, et des blocs box, signature, together, question, apart et page.",
        "“{markup}” does not exist in a document. Use headings, paragraphs, lists, tables, rules, "
        "bold, italics, and the blocks box, signature, together, question, apart and page.",
    ),
    "doc-unknown": (
        "« {name} » n'est l'identifiant d'aucune question. Corrigez-le, ou entourez ce passage de "
        "« if asks(…) ».",
        "“{name}” is the id of no question. Correct it, or put “if asks(…)” around this passage.",
    ),
    "doc-private": (
        "« {name} » est une question privée : un document ne la montre jamais. Retirez-la du modèle.",
        "“{name}” is a private question: a document never shows it. Remove it from the template.",
    ),
    "doc-each": (
        "chaque organisation répond pour elle-même à « {name} ». Dites laquelle : "
        'answer("{name}", organisation).',
        'each organisation answers “{name}” for itself. Say which: answer("{name}", organisation).',
    ),
    "doc-together-only": (
        "« {name} » n'a qu'une réponse. Écrivez answer(\"{name}\"), sans organisation.",
        '“{name}” has only one answer. Write answer("{name}"), without an organisation.',
    ),
    "doc-no-date": (
        '« {name} » n\'est pas une date. Écrivez answer("{name}").',
        '“{name}” is not a date. Write answer("{name}").',
    ),
    "doc-no-organisation": (
        "« {name} » n'est l'identifiant d'aucune organisation du projet.",
        "“{name}” is the id of no organisation of the project.",
    ),
    "doc-no-template": (
        "Il n'y a pas de document « {name} » dans cette langue. Documents : {known}.",
        "There is no document “{name}” in this language. Documents: {known}.",
    ),
    "doc-no-format": (
        "Le format « {name} » n'existe pas. Formats : {known}.",
        "There is no format “{name}”. Formats: {known}.",
    ),
}
