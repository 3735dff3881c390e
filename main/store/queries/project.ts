import { Codebook } from '../../../shared/domain/codebook';
import { ProjectId } from '../../../shared/domain/ids';
import { Reviewer } from '../../../shared/domain/reviewer';
import { type Db, prepared } from '../connection';

/** The project's name and settings; `null` before its first entry. */
export function findProject(db: Db): { id: ProjectId; name: string; codersWanted: number } | null {
  const row = prepared(db, 'SELECT id, name, coders_wanted FROM project').get() as
    | { id: string; name: string; coders_wanted: number }
    | undefined;
  if (row === undefined) return null;
  return { id: ProjectId.parse(row.id), name: row.name, codersWanted: row.coders_wanted };
}

const codebooks = new WeakMap<Db, { body: string; codebook: Codebook }>();

/** The codebook in force; `null` before one was adopted. Parsed once for as long as it stays the same. */
export function findCodebook(db: Db): Codebook | null {
  const row = prepared(db, 'SELECT body FROM codebook').get() as { body: string } | undefined;
  if (row === undefined) return null;
  const known = codebooks.get(db);
  if (known?.body === row.body) return known.codebook;
  const codebook = Codebook.parse(JSON.parse(row.body));
  codebooks.set(db, { body: row.body, codebook });
  return codebook;
}

/** All reviewers, by name. */
export function listReviewers(db: Db): Reviewer[] {
  return prepared(db, 'SELECT id, name, colour FROM reviewers ORDER BY name, id')
    .all()
    .map((row) => Reviewer.parse(row));
}
