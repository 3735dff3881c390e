import type { ReviewerId } from '../../../shared/domain/ids';
import { isSearchable, LONGEST_QUERY, parseSearch } from '../../../shared/domain/search-query';
import type { AnswerHit, PassageHit } from '../../../shared/domain/search-views';
import { isAppError } from '../../../shared/domain/app-error';
import { type PageSource, readPages } from '../../documents/read-pages';
import type { ProjectStore } from '../../store/project-store';
import { listDocuments } from '../../store/queries/documents';
import { reviewerByName } from '../../work/reviewers';
import { searchPassages } from '../../work/search';
import { searchAnswers } from '../../work/search-answers';
import { type Command, type Machine, UsageError } from '../command';
import { withDocuments } from '../project';
import { counted, printable } from '../text';

const SHOWN = 20;
const MOST_SHOWN = 100;

export const searchCommand: Command = {
  name: 'search',
  usage: '<project> <query> [--limit N] [--reviewer NAME]',
  summary: 'Find words in all documents, and in answers.',
  details: [
    'Several words must all be there. "…" keeps words together, -word leaves out what has it.',
    'Typed without å, ä and ö, a and o may stand for them. What a line end divides is found whole.',
    '--limit N         passages to show, 20 unless it is said',
    '--reviewer NAME  search in that reviewer’s own answers and in what is settled, too',
  ],
  options: { limit: { type: 'string' }, reviewer: { type: 'string' } },
  takes: { least: 2, most: 2 },
  run: (given, machine) => {
    const text = (given.arguments[1] ?? '').slice(0, LONGEST_QUERY);
    const limit = Number(given.text('limit') ?? SHOWN);
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_SHOWN) {
      throw new UsageError(`--limit takes a number from 1 to ${MOST_SHOWN}`, searchCommand);
    }
    if (!isSearchable(parseSearch(text))) {
      throw new UsageError('the query needs a word of at least two letters', searchCommand);
    }
    return withDocuments(given.arguments[0] ?? '', machine, async (project) => {
      const name = given.text('reviewer');
      const reviewer = name === undefined ? null : reviewerByName(project.store, name).id;
      const unread = await bringUpToDate(project, machine);
      const found = searchPassages(
        { ...project, reviewer, waitingDocuments: unread },
        { text: `${text} `, byDocument: false, offset: 0, limit },
      );
      const answers = await answersOf(project.store, reviewer, `${text} `, machine);
      const { hits, pages, documents, isMore } = found;
      const shown = hits.length < pages ? `, ${hits.length} shown` : '';
      return {
        json: {
          pages,
          documents,
          more: isMore,
          unread,
          hits: hits.map(passageJson),
          answers: answers.map(answerJson),
        },
        lines: [
          ...hits.flatMap(passageLines),
          ...answers.map(
            (hit) => `${numbered(hit)}  ${hit.variable} (${hit.source}): ${said(hit)}`,
          ),
          `${counted(pages, 'page')}${isMore ? ' and more' : ''} in ${counted(documents, 'document')}${shown}.`,
          ...(reviewer === null ? [] : [`${counted(answers.length, 'answer')}.`]),
        ],
        ...(unread > 0 && {
          complaints: [
            `${counted(unread, 'document')} could not be read, and nothing was searched in them.`,
          ],
        }),
      };
    });
  },
};

/** Reads anew what the cache does not have, and indexes it all. Gives how many could not be read. */
async function bringUpToDate(
  project: PageSource & { store: ProjectStore },
  machine: Machine,
): Promise<number> {
  const { store, pages } = project;
  const missing = listDocuments(store.db).filter(({ id }) => !pages.hasDocument(id));
  let unread = 0;
  for (const [at, document] of missing.entries()) {
    if (machine.signal.aborted) break;
    machine.progress(`Reading ${at + 1} of ${missing.length}`);
    try {
      await readPages(project, document, 1, 1);
    } catch (error) {
      if (!isAppError(error)) throw error;
      unread += 1;
    }
  }
  machine.progress('Indexing');
  while (pages.indexSome(200) && !machine.signal.aborted) {
    // Slice after slice, until nothing waits.
  }
  machine.progress(null);
  return unread;
}

async function answersOf(
  store: ProjectStore,
  reviewer: ReviewerId | null,
  text: string,
  { signal }: Machine,
): Promise<AnswerHit[]> {
  const search = { store, reviewer, language: 'sv', signal } as const;
  return (await searchAnswers(search, text)).hits;
}

const said = ({ excerpt }: Pick<PassageHit, 'excerpt'>): string =>
  printable(
    excerpt
      .map(({ text }) => text)
      .join('')
      .trim(),
  );

const numbered = ({ number }: { number: number }): string => String(number).padStart(4, '0');

function passageLines(hit: PassageHit): string[] {
  const where = `${numbered(hit)}  ${hit.fileName}, page ${hit.page}`;
  return [printable(where), `      ${said(hit)}`];
}

function passageJson({
  agreement,
  number,
  document,
  fileName,
  page,
  passage,
  excerpt,
}: PassageHit) {
  const { start, end, quote } = passage;
  return { agreement, number, document, file: fileName, page, start, end, quote, excerpt };
}

function answerJson({ agreement, number, fileName, variable, source, excerpt }: AnswerHit) {
  return { agreement, number, file: fileName, variable, source, excerpt };
}
