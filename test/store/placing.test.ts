import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AgreementId, DocumentId } from '../../shared/domain/ids';
import { findAgreement } from '../../main/store/queries/agreements';
import { findNextToCode } from '../../main/store/queries/codings';
import { listDocumentsOf, listMovedAway } from '../../main/store/queries/documents';
import { countProject } from '../../main/store/queries/project-counts';
import { countDataset, listAgreementsByNumber } from '../../main/store/queries/dataset';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { attachEvidence, viewCoding } from '../../main/work/codings';
import {
  changeRole,
  placeBack,
  placeBefore,
  placeDocument,
  splitOff,
} from '../../main/work/placing';
import { ids } from '../support/entries';
import { type TestProject, aProject, category, handIn, now } from '../support/project';

let project: TestProject;
beforeEach(() => {
  project = aProject({ agreements: 3 });
});
afterEach(() => {
  expect(tablesThatDiffer(project.store.db)).toEqual([]);
  project.close();
});

const [first, second, third] = ['1', '2', '3'].map(ids.agreement) as [
  AgreementId,
  AgreementId,
  AgreementId,
];
const [one, two, three] = ['1', '2', '3'].map(ids.document) as [DocumentId, DocumentId, DocumentId];
const step = (document: DocumentId) => ({
  store: project.store,
  document,
  reviewer: project.anna,
  at: now,
});
const documentsOf = (agreement: AgreementId) =>
  listDocumentsOf(project.store.db, agreement).map(({ id }) => id);
const passage = (document: DocumentId) => ({
  document,
  page: 1,
  start: 0,
  end: 5,
  quote: 'vuxna',
  prefix: '',
  suffix: '',
});

describe('a document that is placed in another agreement', () => {
  it('belongs to that one, before the document it was put before', () => {
    placeDocument(step(one), { agreement: second, before: two });
    placeDocument(step(three), { agreement: second, before: two });

    expect(documentsOf(second)).toEqual([one, three, two]);
    expect(documentsOf(first)).toEqual([]);
    expect(findAgreement(project.store.db, second, null)).toMatchObject({
      fileName: 'avtal 1.pdf',
      documents: 3,
      pageCount: 9,
    });
  });

  it('leaves an agreement that stays, says where its document went, and is nobody’s to code', () => {
    placeDocument(step(one), { agreement: second, before: null });

    const { db } = project.store;
    expect(findAgreement(db, first, null)).toMatchObject({ number: 1, documents: 0, fileName: '' });
    expect(listMovedAway(db, first)).toMatchObject([{ id: one, agreement: second, number: 2 }]);
    expect(findNextToCode(db, project.anna, 0, 2)).toBe(second);
    expect(countProject(db, project.anna, 2)).toMatchObject({ agreements: 3, ownTotal: 2 });
  });

  it('leaves the evidence of a coding in force, which tells where the document is now', () => {
    const coding = project.step(first, project.anna);
    attachEvidence(coding, 'target_group', passage(one));

    placeDocument(step(one), { agreement: third, before: null });

    const view = viewCoding(coding);
    expect(view.answers.flatMap(({ evidence }) => evidence)).toMatchObject([
      { passage: { document: one, quote: 'vuxna' } },
    ]);
    expect(view.documents).toEqual([]);
    expect(view.elsewhere).toMatchObject([{ id: one, agreement: third, number: 3 }]);
    expect(() => attachEvidence(coding, 'target_group', passage(one))).toThrow(
      expect.objectContaining({ code: 'document-not-of-agreement' }),
    );
  });

  it('is refused an agreement that is not there', () => {
    expect(() =>
      placeDocument(step(one), { agreement: ids.agreement('none'), before: null }),
    ).toThrow(expect.objectContaining({ code: 'agreement-unknown' }));
  });

  it('writes nothing where it stands there already', () => {
    placeDocument(step(one), { agreement: first, before: null });

    expect(placeBefore(project.store, one)).toBeNull();
  });
});

describe('a document that is split off', () => {
  it('becomes an agreement of its own with the next number', () => {
    placeDocument(step(two), { agreement: first, before: null });
    changeRole(step(two), 'annex');

    const { agreement, number } = splitOff(step(two));

    expect(number).toBe(4);
    expect(listDocumentsOf(project.store.db, agreement)).toMatchObject([{ id: two, role: 'main' }]);
    expect(documentsOf(first)).toEqual([one]);
  });

  it('leaves nothing to export in the agreement that it left, unless that was coded', () => {
    const { db } = project.store;
    const exported = () => listAgreementsByNumber(db).map(({ number }) => number);
    placeDocument(step(two), { agreement: first, before: null });
    expect(exported()).toEqual([1, 3]);
    expect(countDataset(db).agreements).toBe(2);

    handIn(project.step(third, project.anna), { target_group: category('all') });
    placeDocument(step(three), { agreement: first, before: null });
    expect(exported()).toEqual([1, 3]);
  });

  it('must have other documents to be split off from', () => {
    expect(() => splitOff(step(one))).toThrow(expect.objectContaining({ code: 'document-alone' }));
  });
});

describe('the last placing of a document', () => {
  it('can be taken back, one after the other, to where it was received', () => {
    placeDocument(step(one), { agreement: second, before: two });
    changeRole(step(one), 'amendment');
    splitOff(step(one));

    placeBack(step(one));
    expect(documentsOf(second)).toEqual([one, two]);
    expect(listDocumentsOf(project.store.db, second)[0]?.role).toBe('amendment');
    placeBack(step(one));
    expect(listDocumentsOf(project.store.db, second)[0]?.role).toBe('main');
    placeBack(step(one));

    expect(documentsOf(first)).toEqual([one]);
    expect(documentsOf(second)).toEqual([two]);
    expect(() => placeBack(step(one))).toThrow(
      expect.objectContaining({ code: 'document-not-moved' }),
    );
  });

  it('brings back the order that there was', () => {
    for (const document of [two, three]) {
      placeDocument(step(document), { agreement: first, before: null });
    }
    placeDocument(step(three), { agreement: first, before: one });
    expect(documentsOf(first)).toEqual([three, one, two]);

    placeBack(step(three));

    expect(documentsOf(first)).toEqual([one, two, three]);
  });
});
