import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AgreementId } from '../../shared/domain/ids';
import { openProject } from '../../main/store/open-project';
import { countEntries } from '../../main/store/queries/journal';
import { listSubmissions } from '../../main/store/queries/submissions';
import { tablesThatDiffer } from '../../main/store/rebuild';
import {
  attachEvidence,
  recordAnswer,
  redo,
  removeEvidence,
  reopenCoding,
  submitCoding,
  undo,
  viewCoding,
} from '../../main/work/codings';
import { ids } from '../support/entries';
import {
  type TestProject,
  aProject,
  anAnswer,
  category,
  date,
  handIn,
  now,
} from '../support/project';

let project: TestProject;
let first: AgreementId;

beforeEach(() => {
  project = aProject();
  [first] = project.agreements as [AgreementId];
});
afterEach(() => {
  expect(tablesThatDiffer(project.store.db)).toEqual([]);
  project.close();
});

const annas = () => project.step(first, project.anna);
const bos = () => project.step(first, project.bo);
const passage = {
  document: ids.document('1'),
  page: 2,
  start: 10,
  end: 16,
  quote: 'äldre,',
  prefix: '',
  suffix: '',
};
const targetGroup = () =>
  viewCoding(annas()).answers.find((own) => own.variable === 'target_group')?.answer.value ?? null;

describe('a coding', () => {
  it('shows its own answers and nothing of another reviewer', () => {
    recordAnswer(annas(), 'target_group', anAnswer({ value: category('elderly') }));
    attachEvidence(annas(), 'target_group', passage);
    submitCoding(annas());

    const seen = JSON.stringify(viewCoding(bos()));

    expect(seen).not.toContain('elderly');
    expect(seen).not.toContain('äldre');
    expect(seen).not.toContain(project.anna);
  });

  it('writes nothing when an answer is what it already was', () => {
    recordAnswer(annas(), 'start', anAnswer({ value: date('2024') }));
    const entries = countEntries(project.store.db);

    recordAnswer(annas(), 'start', anAnswer({ value: date('2024') }));

    expect(countEntries(project.store.db)).toBe(entries);
  });

  it('refuses values that do not fit, unknown variables and documents of other agreements', () => {
    expect(() => recordAnswer(annas(), 'start', anAnswer({ value: category('adults') }))).toThrow(
      expect.objectContaining({ code: 'value-does-not-fit' }),
    );
    expect(() =>
      recordAnswer(annas(), 'target_group', anAnswer({ value: category('safety') })),
    ).toThrow(expect.objectContaining({ code: 'value-does-not-fit' }));
    expect(() => recordAnswer(annas(), 'colour', null)).toThrow(
      expect.objectContaining({ code: 'variable-unknown' }),
    );
    expect(() =>
      attachEvidence(annas(), 'start', { ...passage, document: ids.document('2') }),
    ).toThrow(expect.objectContaining({ code: 'document-not-of-agreement' }));
  });

  it('stays as it was handed in, whatever is recorded later', () => {
    handIn(annas(), { target_group: category('elderly') });
    const before = listSubmissions(project.store.db, first);

    expect(() =>
      recordAnswer(annas(), 'target_group', anAnswer({ value: category('all') })),
    ).toThrow(expect.objectContaining({ code: 'coding-submitted' }));
    // An entry that another machine wrote without knowing of the submission comes in late.
    project.store.append(
      [
        {
          kind: 'answer.recorded',
          payload: {
            agreement: first,
            variable: ids.variable('target_group'),
            reviewer: project.anna,
            answer: anAnswer({ value: category('all') }),
          },
        },
      ],
      { reviewer: project.anna, at: now },
    );

    expect(listSubmissions(project.store.db, first)).toEqual(before);
  });

  it('cannot be handed in empty, and can with gaps', () => {
    expect(() => submitCoding(annas())).toThrow(expect.objectContaining({ code: 'coding-empty' }));

    recordAnswer(annas(), 'end', anAnswer({ missing: 'not_stated' }));
    submitCoding(annas());

    expect(viewCoding(annas())).toMatchObject({
      state: 'submitted',
      submitted: 1,
      canReopen: true,
    });
  });

  it('can be taken back until the codings are revealed to each other', () => {
    handIn(annas(), { target_group: category('elderly') });
    reopenCoding(annas());
    expect(targetGroup()).toEqual(category('elderly'));
    submitCoding(annas());
    handIn(bos(), { target_group: category('adults') });

    expect(() => reopenCoding(annas())).toThrow(expect.objectContaining({ code: 'coding-seen' }));
  });
});

describe('undo', () => {
  it('takes answers back one by one and brings them back again', () => {
    recordAnswer(annas(), 'target_group', anAnswer({ value: category('elderly') }));
    recordAnswer(annas(), 'target_group', anAnswer({ value: category('adults') }));

    undo(annas());
    expect(targetGroup()).toEqual(category('elderly'));
    undo(annas());
    expect(targetGroup()).toBeNull();
    redo(annas());
    redo(annas());

    expect(targetGroup()).toEqual(category('adults'));
    expect(viewCoding(annas()).redo).toBeNull();
  });

  it('works after the project was closed and opened again', () => {
    recordAnswer(annas(), 'target_group', anAnswer({ value: category('elderly') }));
    project.store.close();
    const store = openProject(project.folder, { program: 'the test', now });
    project = {
      ...project,
      store,
      step: (agreement, reviewer) => ({ store, agreement, reviewer, at: now }),
    };

    undo(annas());

    expect(targetGroup()).toBeNull();
    store.close();
    const again = openProject(project.folder, { program: 'the test', now });
    project = { ...project, store: again, close: () => again.close() };
  });

  it('brings removed evidence back under its old id', () => {
    const { id } = attachEvidence(annas(), 'target_group', passage);
    removeEvidence(annas(), id);

    undo(annas());

    const own = viewCoding(annas()).answers.find((each) => each.variable === 'target_group');
    expect(own?.evidence).toEqual([{ id, passage }]);
  });

  it('forgets what could be redone when something new is done', () => {
    recordAnswer(annas(), 'target_group', anAnswer({ value: category('elderly') }));
    undo(annas());
    recordAnswer(annas(), 'start', anAnswer({ value: date('2024') }));

    expect(viewCoding(annas()).redo).toBeNull();
  });

  it('never touches another reviewer', () => {
    recordAnswer(bos(), 'target_group', anAnswer({ value: category('all') }));

    undo(annas());

    expect(viewCoding(bos()).answers[0]?.answer.value).toEqual(category('all'));
  });
});
