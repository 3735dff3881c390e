import { ReviewerName } from '../../../shared/domain/reviewer';
import { listReviewers } from '../../store/queries/project';
import { addReviewers, renameReviewer, reviewerByName } from '../../work/reviewers';
import { type Command, UsageError } from '../command';
import { withProject } from '../project';
import { aligned } from '../text';

export const reviewersCommand: Command = {
  name: 'reviewers',
  usage: '<project> [[--add NAME]… | --rename NAME --to NAME]',
  summary: 'List the reviewers, after adding those that are named or renaming one.',
  options: {
    add: { type: 'string', multiple: true },
    rename: { type: 'string' },
    to: { type: 'string' },
  },
  takes: { least: 1, most: 1 },
  async run(given, machine) {
    const names = given.list('add');
    for (const name of [...names, ...given.list('to')]) {
      if (!ReviewerName.safeParse(name).success) {
        throw new UsageError('a reviewer name has 1 to 120 characters', reviewersCommand);
      }
    }
    const rename = given.text('rename');
    const to = given.text('to');
    if ((rename === undefined) !== (to === undefined)) {
      throw new UsageError('--rename NAME and --to NAME go together', reviewersCommand);
    }
    if (rename !== undefined && names.length > 0) {
      throw new UsageError('--add and --rename are two steps: one at a time', reviewersCommand);
    }
    return withProject(given.arguments[0] ?? '', machine, (store) => {
      if (names.length > 0) addReviewers(store, names, machine.now());
      if (rename !== undefined && to !== undefined) {
        renameReviewer(store, reviewerByName(store, rename).id, to, machine.now());
      }
      const reviewers = listReviewers(store.db).map(({ id, name }) => ({ id, name }));
      return {
        json: { reviewers },
        lines:
          reviewers.length === 0
            ? ['No reviewers yet. Add them with --add NAME.']
            : aligned(
                ['name', 'id'],
                reviewers.map(({ id, name }) => [name, id]),
              ),
      };
    });
  },
};
