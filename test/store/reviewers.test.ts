import { afterEach, describe, expect, it } from 'vitest';

import { rebuild } from '../../main/store/rebuild';
import { listReviewers } from '../../main/store/queries/project';
import { addReviewer, renameReviewer } from '../../main/work/reviewers';
import { ReviewerId } from '../../shared/domain/ids';
import { aProject, now, type TestProject } from '../support/project';

let project: TestProject;
afterEach(() => project.close());

const names = () => listReviewers(project.store.db).map(({ name }) => name);

describe('renaming a reviewer', () => {
  it('keeps who they are and their colour, also when the tables are made anew', () => {
    project = aProject();
    const before = listReviewers(project.store.db).find(({ id }) => id === project.bo);

    const renamed = renameReviewer(project.store, project.bo, ' Bosse ', now);

    expect(renamed).toEqual({ ...before, name: 'Bosse' });
    rebuild(project.store.db);
    expect(names()).toEqual(['Anna', 'Bosse']);
  });

  it('is refused when another one is called so, but not when only letters change size', () => {
    project = aProject();

    expect(() => renameReviewer(project.store, project.bo, 'ANNA', now)).toThrow(/already/);
    renameReviewer(project.store, project.bo, 'BO', now);

    expect(names()).toEqual(['Anna', 'BO']);
  });

  it('gives the former name free', () => {
    project = aProject();
    renameReviewer(project.store, project.bo, 'Cia', now);

    addReviewer(project.store, 'Bo', now);

    expect(names()).toEqual(['Anna', 'Bo', 'Cia']);
  });

  it('is refused for somebody who is not there', () => {
    project = aProject();

    expect(() => renameReviewer(project.store, ReviewerId.parse('nobody'), 'X', now)).toThrow(
      /not in this project/,
    );
  });
});
