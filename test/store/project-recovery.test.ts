import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createProject, openProject } from '../../main/store/open-project';
import { listReviewers } from '../../main/store/queries/project';
import { openFolder, openSample } from '../../main/work/projects';
import { type TestApplication, anApplication } from '../support/application';

const opener = { program: 'the test', now: '2026-01-01T00:00:00.000Z' };

let test: TestApplication;
beforeEach(() => {
  test = anApplication();
});
afterEach(() => test.close());

const deps = () => test.application.deps;

function aFolderWithProject(): string {
  const folder = join(test.home, 'Åre.samsyn');
  createProject(folder, { name: 'Åre', codersWanted: 2 }, opener).close();
  return folder;
}

describe('opening a project in the window', () => {
  it('knows the one that is open by another spelling of its path', async () => {
    const folder = aFolderWithProject();
    await openFolder(deps(), folder);
    const store = deps().project?.store;
    symlinkSync(folder, join(test.home, 'link.samsyn'));

    await openFolder(deps(), `${folder}/`);
    await openFolder(deps(), join(test.home, 'link.samsyn'));

    expect(deps().project?.store).toBe(store);
  });

  it('is listed as there while it can be built again from its copies', async () => {
    const folder = aFolderWithProject();
    await openFolder(deps(), folder);
    await test.call('projects', 'close');
    rmSync(join(folder, 'project.db'));

    expect(deps().settings.listRecent()).toMatchObject([{ folder, exists: true }]);
    expect(await test.ask('projects', 'suggestFolder')).toBe(test.home);
  });

  it('opens one whose page cache cannot be used', async () => {
    const folder = aFolderWithProject();
    mkdirSync(join(folder, 'cache.db'));

    expect((await openFolder(deps(), folder)).readOnly).toBeNull();
  });

  it('lets go of one that has no first entry, and keeps the one that was open', async () => {
    const folder = aFolderWithProject();
    const empty = join(test.home, 'empty.samsyn');
    mkdirSync(empty);
    writeFileSync(join(empty, 'project.db'), '');
    await openFolder(deps(), folder);

    await expect(openFolder(deps(), empty)).rejects.toMatchObject({ code: 'project-damaged' });

    expect(deps().project?.store.folder).toBe(folder);
    openProject(empty, opener).close();
  });

  it('gives a sample that was cut short its reviewers and documents', async () => {
    const { folder, files } = deps().sample;
    mkdirSync(files, { recursive: true });
    writeFileSync(join(files, 'avtal.txt'), 'Avtal');
    mkdirSync(dirname(folder), { recursive: true });
    createProject(folder, { name: 'Sample project', codersWanted: 2 }, opener).close();
    expect(existsSync(join(folder, 'project.db'))).toBe(true);

    await openSample(deps());

    const { project } = deps();
    if (project === null) throw new Error('No project is open');
    expect(listReviewers(project.store.db).map(({ name }) => name)).toEqual([
      'Reviewer A',
      'Reviewer B',
    ]);
    // The reader of this test reads nothing: that the document was begun is what counts.
    expect(project.importing).not.toBeNull();
    await project.importing?.finished;
  });
});
