import { foldName } from '../../shared/domain/actor';
import { AppError } from '../../shared/domain/app-error';
import type { Codebook, Variable } from '../../shared/domain/codebook';
import type { AgreementId } from '../../shared/domain/ids';
import { codebookOf } from '../handlers/deps';
import type { ProjectStore } from '../store/project-store';
import { agreementFinder } from '../store/queries/agreement-finder';
import { findAgreement } from '../store/queries/agreements';
import type { TableProblems, TableRow } from './tables';

/** The one agreement that a number, an id or a document's file name means. */
function theOnly(store: ProjectStore, name: string, found: readonly AgreementId[]): AgreementId {
  const [only, ...others] = found;
  if (only === undefined) {
    throw new AppError(
      'agreement-unknown',
      `there is no agreement "${name}"; name it by number, id or file name, as "samsyn agreements" lists them`,
      { name },
    );
  }
  if (others.length > 0) {
    const numbers = found.map((id) => findAgreement(store.db, id, null)?.number);
    throw new AppError(
      'agreement-ambiguous',
      `"${name}" may mean the agreements ${numbers.join(', ')}; name one of them by number or id`,
      { name },
    );
  }
  return only;
}

/** The variable with that id or label, in either language. */
function variableNamed(codebook: Codebook, name: string): Variable {
  const wanted = foldName(name);
  const found = codebook.variables.find(({ id, label }) =>
    [id, label.sv, label.en].some((each) => foldName(each) === wanted),
  );
  if (found !== undefined) return found;
  throw new AppError(
    'variable-unknown',
    `the codebook has no variable "${name}"; it has ${codebook.variables.map(({ id }) => id).join(', ')}`,
    { variable: name },
  );
}

/** Says what a row is about; `null` when it cannot be told, and the reason is among the problems. */
export type SubjectReader = (
  row: TableRow,
) => { agreement: AgreementId; variable: Variable } | null;

/** Reads the subjects of one table's rows, against the project as it is now. */
export function subjectReader(store: ProjectStore, problems: TableProblems): SubjectReader {
  const codebook = codebookOf(store);
  const findAgreements = agreementFinder(store.db);
  const read = <T>(row: TableRow, column: string, find: (name: string) => T): T | null => {
    const name = row.cell(column);
    if (name === '') {
      problems.add(row.line, column, 'the cell is empty');
      return null;
    }
    try {
      return find(name);
    } catch (error) {
      problems.addError(row.line, column, error);
      return null;
    }
  };
  return (row) => {
    const agreement = read(row, 'agreement', (name) => theOnly(store, name, findAgreements(name)));
    const variable = read(row, 'variable', (name) => variableNamed(codebook, name));
    return agreement === null || variable === null ? null : { agreement, variable };
  };
}
