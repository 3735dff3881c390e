import { foldName } from '../../shared/domain/actor';
import { AppError } from '../../shared/domain/app-error';
import type { Codebook, Variable } from '../../shared/domain/codebook';
import type { AgreementId } from '../../shared/domain/ids';
import type { ProjectStore } from '../store/project-store';
import { findAgreement, findAgreementsByName } from '../store/queries/agreements';
import type { TableProblems, TableRow } from './tables';

/** The agreement that a number, an id or a document's file name means. */
export function agreementNamed(store: ProjectStore, name: string): AgreementId {
  const [found, ...others] = findAgreementsByName(store.db, name);
  if (found === undefined) {
    throw new AppError(
      'agreement-unknown',
      `there is no agreement "${name}"; name it by number, id or file name, as "samsyn agreements" lists them`,
      { name },
    );
  }
  if (others.length > 0) {
    const numbers = [found, ...others].map((id) => findAgreement(store.db, id, null)?.number);
    throw new AppError(
      'agreement-ambiguous',
      `"${name}" may mean the agreements ${numbers.join(', ')}; name one of them by number or id`,
      { name },
    );
  }
  return found;
}

/** The variable with that id or label, in either language. */
export function variableNamed(codebook: Codebook, name: string): Variable {
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

/** What a row is about, or `null` when that cannot be told; the reason is then among the problems. */
export function subjectOfRow(
  store: ProjectStore,
  codebook: Codebook,
  row: TableRow,
  problems: TableProblems,
): { agreement: AgreementId; variable: Variable } | null {
  const read = <T>(column: string, find: (name: string) => T): T | null => {
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
  const agreement = read('agreement', (name) => agreementNamed(store, name));
  const variable = read('variable', (name) => variableNamed(codebook, name));
  return agreement === null || variable === null ? null : { agreement, variable };
}
