import type { MissingKind, Value } from '../../shared/domain/answer';
import { canonicalJson } from '../../shared/domain/canonical-json';
import type { Variable } from '../../shared/domain/codebook';
import type { Passage } from '../../shared/domain/evidence';
import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import type { PageSource } from '../documents/read-pages';
import type { ProjectStore } from '../store/project-store';
import { listDocumentsOf } from '../store/queries/documents';
import { type DraftChange, prepareDraft } from '../work/coding-draft';
import { findQuote, loadTexts } from './quotes';
import { answerOfRow, flagOfRow, pageOfRow, textOfRow } from './row-answer';
import { type SubjectReader, subjectReader } from './row-subjects';
import { type TableProblems, type TableRow, readTable } from './tables';

const shape = {
  required: ['agreement', 'variable', 'value'],
  optional: ['missing', 'unsure', 'note', 'quote', 'page'],
};

/** What a table of codings came to. */
interface CodingsApplied {
  /** Agreements that the table names. */
  readonly agreements: number;
  /** Answers and passages that are new; what was there already is not counted. */
  readonly answers: number;
  readonly evidence: number;
  /** Codings handed in. */
  readonly submitted: number;
}

/**
 * Applies a table of one reviewer's codings: all of it in one step, or nothing.
 *
 * A row is the whole answer to one variable of one agreement. Further rows for the same variable,
 * with no value or kind of missing or the same one, add passages. With `submit` every agreement that
 * the table names is handed in. Applying the same table again changes nothing.
 *
 * Throws a `TableError` with everything that is wrong, and what `readTable` and the store throw.
 */
export async function applyCodings(
  project: PageSource & { store: ProjectStore },
  path: string,
  coding: { reviewer: ReviewerId; submit: boolean; at: string },
): Promise<CodingsApplied> {
  const { store } = project;
  const { reviewer, submit, at } = coding;
  const { rows, problems } = readTable(path, shape);
  const subjectOf = subjectReader(store, problems);
  const said = rows.flatMap((row) => readCodingRow(row, subjectOf, problems) ?? []);
  const byAgreement = grouped(said, ({ agreement }) => agreement);
  for (const [agreement, group] of byAgreement) {
    await attachPassages(project, agreement, group, problems);
  }

  // From here on nothing waits, so nothing can come between what is checked and what is written.
  const happenings: Happening[] = [];
  const applied = { agreements: byAgreement.size, answers: 0, evidence: 0, submitted: 0 };
  for (const [agreement, group] of byAgreement) {
    const changes = [...grouped(group, ({ variable }) => variable.id).values()].map((same) =>
      mergeRows(same, problems),
    );
    try {
      const prepared = prepareDraft(store, { agreement, reviewer }, changes, {
        // What is wrong with the rows is told, not what follows from it.
        submit: submit && !problems.any,
      });
      happenings.push(...prepared.happenings);
      applied.answers += prepared.answers;
      applied.evidence += prepared.evidence;
      applied.submitted += prepared.happenings.some(({ kind }) => kind === 'coding.submitted')
        ? 1
        : 0;
    } catch (error) {
      problems.addError(group[0]?.line ?? 1, 'agreement', error);
    }
  }
  problems.refuseIfAny();
  store.append(happenings, { reviewer, at });
  return applied;
}

/** What one row says. */
interface Said {
  readonly line: number;
  readonly agreement: AgreementId;
  readonly variable: Variable;
  readonly value: Value | null;
  readonly missing: MissingKind | null;
  readonly unsure: boolean | null;
  readonly note: string;
  readonly quote: string;
  readonly page: number | null;
  /** Where the quote is; filled in when the document was looked at. */
  passage: Passage | null;
}

function readCodingRow(
  row: TableRow,
  subjectOf: SubjectReader,
  problems: TableProblems,
): Said | null {
  const subject = subjectOf(row);
  const unsure = flagOfRow(row, 'unsure', problems);
  const note = textOfRow(row, 'note', problems);
  const quote = textOfRow(row, 'quote', problems);
  const page = pageOfRow(row, problems);
  if (page !== null && quote === '') {
    problems.add(row.line, 'quote', 'a page is given, but no quote to find there');
  }
  if (subject === null) return null;
  const answer = answerOfRow(subject.variable, row, problems);
  if (answer === null) return null;
  return { line: row.line, ...subject, ...answer, unsure, note, quote, page, passage: null };
}

async function attachPassages(
  project: PageSource & { store: ProjectStore },
  agreement: AgreementId,
  group: readonly Said[],
  problems: TableProblems,
): Promise<void> {
  const quoting = group.filter(({ quote }) => quote !== '');
  if (quoting.length === 0) return;
  const documents = listDocumentsOf(project.store.db, agreement);
  try {
    const texts = await loadTexts(project, documents);
    for (const said of quoting) {
      const found = findQuote(texts, said.quote, said.page);
      if (found.passage === null) problems.add(said.line, found.column, found.reason);
      else said.passage = found.passage;
    }
  } catch (error) {
    problems.addError(quoting[0]?.line ?? 1, 'quote', error);
  }
}

/** One variable's rows as one change: the answer of those that give one, the passages of all. */
function mergeRows(rows: readonly Said[], problems: TableProblems): DraftChange {
  const answering = rows.filter(({ value, missing }) => value !== null || missing !== null);
  const noting = rows.filter(({ note }) => note !== '');
  const [first, ...others] = answering;
  const [note, ...otherNotes] = noting;
  const textOf = ({ value, missing }: Said) => canonicalJson({ value, missing });
  for (const other of others) {
    if (first !== undefined && textOf(other) !== textOf(first)) {
      problems.add(
        other.line,
        other.value === null ? 'missing' : 'value',
        `line ${first.line} gives another answer to ${other.variable.id} of the same agreement`,
      );
    }
  }
  for (const other of otherNotes) {
    if (note !== undefined && other.note !== note.note) {
      problems.add(
        other.line,
        'note',
        `line ${note.line} gives another note to ${other.variable.id} of the same agreement`,
      );
    }
  }
  const passages = rows.flatMap(({ passage }) => (passage === null ? [] : [passage]));
  const unsure = rows.some((row) => row.unsure === true);
  const saysUnsure = rows.some((row) => row.unsure !== null);
  const variable = rows[0]?.variable.id;
  if (variable === undefined) throw new Error('A variable without a row');
  return {
    variable,
    passages,
    answer:
      first === undefined && note === undefined && !saysUnsure
        ? null
        : (standing) => ({
            value: first === undefined ? standing.value : first.value,
            missing: first === undefined ? standing.missing : first.missing,
            unsure: saysUnsure || first !== undefined ? unsure : standing.unsure,
            note: note?.note ?? (first === undefined ? standing.note : ''),
          }),
  };
}

/** Items under their keys, both in the order they come. */
function grouped<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
