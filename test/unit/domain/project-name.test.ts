import { describe, expect, it } from 'vitest';

import { folderNameOf } from '../../../shared/domain/project-name';

describe('the folder of a project', () => {
  it.each([
    ['IOP 2025', 'IOP 2025.samsyn'],
    ['IOP 2024/25', 'IOP 2024-25.samsyn'],
    ['Åre "ett"?', 'Åre ett.samsyn'],
    ['  ..Norra  länen.. ', 'Norra länen.samsyn'],
    ['C:\\temp', 'C--temp.samsyn'],
    ['con', 'con_.samsyn'],
    ['../../etc', '-..-etc.samsyn'],
  ])('of %j is called %j', (name, folder) => {
    expect(folderNameOf(name)).toBe(folder);
  });

  it('cannot be made of signs alone', () => {
    expect(folderNameOf('???')).toBeNull();
    expect(folderNameOf(' . ')).toBeNull();
  });
});
