import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { agreementFinder } from '../../main/store/queries/agreement-finder';
import { listAgreements } from '../../main/store/queries/agreements';
import { countProject } from '../../main/store/queries/project-counts';
import { rebuild } from '../../main/store/rebuild';
import { recordAnswer } from '../../main/work/codings';
import { AgreementQuery } from '../../shared/domain/views';
import { ids } from '../support/entries';
import { type TestProject, aProject, anAnswer, category, handIn, now } from '../support/project';

describe('the list of agreements, as one reviewer sees it', () => {
  let project: TestProject;
  const numbers = (query: Partial<AgreementQuery>) => {
    const { total, rows } = listAgreements(
      project.store.db,
      AgreementQuery.parse(query),
      project.anna,
    );
    expect(total).toBe(rows.length);
    return rows.map(({ number }) => number);
  };
  const adults = category('adults');

  beforeEach(() => {
    project = aProject({ agreements: 5 });
    const { anna, bo, agreements, step } = project;
    const [first, second, third, fourth] = agreements;
    for (const reviewer of [anna, bo]) handIn(step(first!, reviewer), { target_group: adults });
    recordAnswer(step(second!, anna), 'target_group', anAnswer({ value: adults }));
    handIn(step(second!, bo), { target_group: adults });
    // Noted and taken away again: begun all the same.
    recordAnswer(step(third!, anna), 'target_group', anAnswer({ note: 'oklart' }));
    recordAnswer(step(third!, anna), 'target_group', null);
    recordAnswer(step(fourth!, anna), 'target_group', anAnswer({ note: 'oklart' }));
  });

  afterEach(() => project.close());

  it('finds what they have handed in, begun and not begun', () => {
    expect({
      submitted: numbers({ own: 'submitted' }),
      draft: numbers({ own: 'draft' }),
      none: numbers({ own: 'none' }),
    }).toEqual({ submitted: [1], draft: [2, 3, 4], none: [5] });
  });

  it('says the same of each row as it filters by', () => {
    const { rows } = listAgreements(project.store.db, AgreementQuery.parse({}), project.anna);

    expect(rows.map(({ own }) => own)).toEqual(['submitted', 'draft', 'draft', 'draft', 'none']);
  });

  it('gives any page in the order asked for', () => {
    expect(numbers({})).toEqual([1, 2, 3, 4, 5]);
    expect(numbers({ sort: 'fileName', descending: true })).toEqual([5, 4, 3, 2, 1]);
    const page = AgreementQuery.parse({ sort: 'number', descending: true, offset: 1, limit: 2 });
    const { total, rows } = listAgreements(project.store.db, page, project.anna);
    expect({ total, numbers: rows.map(({ number }) => number) }).toEqual({
      total: 5,
      numbers: [4, 3],
    });
  });

  it.each([
    ['kept up as entries come', () => undefined],
    ['computed anew', () => rebuild(project.store.db)],
  ])('searches and sorts file names as Swedish does: %s', (_how, prepare) => {
    const { store, agreements } = project;
    const names = ['Älvdalen 10.pdf', 'ärla.pdf', 'Åre.pdf', 'Zinkgruvan.pdf', 'älvdalen 2.pdf'];
    store.append(
      names.map((fileName, at) => ({
        kind: 'document.received' as const,
        payload: {
          document: ids.document(String(at + 1)),
          agreement: agreements[at]!,
          fileName: fileName.normalize(at === 2 ? 'NFD' : 'NFC'),
          size: 1,
          format: 'pdf' as const,
          pageCount: 1,
        },
      })),
      { reviewer: null, at: now },
    );
    prepare();

    expect(numbers({ sort: 'fileName' })).toEqual([4, 3, 5, 1, 2]);
    expect(numbers({ sort: 'fileName', descending: true })).toEqual([2, 1, 5, 3, 4]);
    expect(['åre', 'ÅRE', 'Ä', 'älvDALEN 1', '_'].map((search) => numbers({ search }))).toEqual([
      [3],
      [3],
      [1, 2, 5],
      [1],
      [],
    ]);
  });

  it('finds what a name means, and goes through the file names once, only when it must', () => {
    const { store, agreements } = project;
    const [first, second] = agreements;
    const receive = (document: string, fileName: string) =>
      store.append(
        [
          {
            kind: 'document.received',
            payload: {
              document: ids.document(document),
              agreement: first!,
              fileName,
              size: 1,
              format: 'text',
              pageCount: 1,
            },
          },
        ],
        { reviewer: null, at: now },
      );
    const find = agreementFinder(store.db);

    const names = ['#2', '002', second!, 'avtal 2.pdf'];
    expect(names.map(find)).toEqual(names.map(() => [second]));
    receive('e1', 'Åre.txt');
    // The name is known, so the file names had not been read before it was asked for.
    expect(find('ÅRE.TXT')).toEqual([first]);
    receive('e2', 'Ölme.txt');
    // Had they been read again for this one, it would be found.
    expect(find('ÖLME.TXT')).toEqual([]);
    expect(find('Ölme.txt')).toEqual([first]);
    expect(agreementFinder(store.db)('ölme.TXT')).toEqual([first]);
  });

  it('leaves what others have coded in full out of what there is for them to code', () => {
    const { store, anna, bo } = project;

    // Both have handed in the first; it counts for both. Nobody else can code it.
    expect(countProject(store.db, anna, 2)).toMatchObject({ ownSubmitted: 1, ownTotal: 5 });
    expect(countProject(store.db, bo, 2)).toMatchObject({ ownSubmitted: 2, ownTotal: 5 });
    expect(countProject(store.db, 'r-cia', 2)).toMatchObject({ ownSubmitted: 0, ownTotal: 4 });
  });
});
