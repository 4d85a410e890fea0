"""A project as it stood before some of its questions were answered."""

from dataclasses import replace

from partnerwiz.project.store import Store


def reopen(file, method, seat, questions):
    """Take the answers to these questions out of the file and out of the private one of `seat`,
    by the one way the program saves.
    """

    def cut(block):
        def kept(found):
            return {key: one for key, one in found.items() if key not in questions}

        return replace(block, answers=kept(block.answers), open=kept(block.open))

    with Store.open(file, method, seat) as store:
        project = store.project
        organisations = {
            key: replace(one, block=cut(one.block)) for key, one in project.organisations.items()
        }
        private = {key: cut(block) for key, block in project.private.items()}
        store.save(
            replace(project, table=cut(project.table), organisations=organisations, private=private)
        )
