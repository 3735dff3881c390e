import { AgreementId } from '../../../shared/domain/ids';
import { foldForSearch } from '../../../shared/domain/sort-key';
import { type Db, prepared } from '../connection';

/**
 * Finds the agreements that a name may mean: an id, a number, or a document's file name (any case).
 *
 * File names are gone through once, when the first name asks for it: the finder is for one table,
 * and does not see what is added later.
 */
export function agreementFinder(db: Db): (name: string) => AgreementId[] {
  let byFoldedName: Map<string, string[]> | null = null;
  const idsOf = (sql: string, parameter: string | number) =>
    (prepared(db, sql).all(parameter) as { id: string }[]).map(({ id }) => id);
  const ways: ((wanted: string) => readonly string[])[] = [
    (wanted) => idsOf('SELECT id FROM agreements WHERE id = ?', wanted),
    (wanted) =>
      /^#?0*\d{1,9}$/.test(wanted)
        ? idsOf(
            'SELECT id FROM agreements WHERE number = ? ORDER BY id',
            Number(wanted.replace('#', '')),
          )
        : [],
    (wanted) =>
      idsOf(
        `SELECT a.id FROM agreements a JOIN documents d ON d.agreement = a.id
         WHERE d.file_name = ? GROUP BY a.id ORDER BY a.number, a.id`,
        wanted,
      ),
    (wanted) => {
      byFoldedName ??= agreementsByFoldedName(db);
      return byFoldedName.get(foldForSearch(wanted)) ?? [];
    },
  ];
  return (name) => {
    const wanted = name.trim().normalize('NFC');
    for (const way of ways) {
      const found = way(wanted);
      if (found.length > 0) return found.map((id) => AgreementId.parse(id));
    }
    return [];
  };
}

/** SQLite knows no case but that of ASCII; file names here have å, ä and ö. */
function agreementsByFoldedName(db: Db): Map<string, string[]> {
  const rows = prepared(
    db,
    `SELECT d.agreement AS id, d.file_name AS fileName FROM documents d
     JOIN agreements a ON a.id = d.agreement ORDER BY a.number, a.id`,
  ).all() as { id: string; fileName: string }[];
  const found = new Map<string, string[]>();
  for (const { id, fileName } of rows) {
    const name = foldForSearch(fileName);
    const known = found.get(name);
    if (known === undefined) found.set(name, [id]);
    else if (known.at(-1) !== id) known.push(id);
  }
  return found;
}
