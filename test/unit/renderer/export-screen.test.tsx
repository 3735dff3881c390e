// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { ExportScreen } from '../../../renderer/features/export/ExportScreen';
import { createAppStore } from '../../../renderer/store';
import { ready } from '../../../renderer/store/loadable';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { VariableId } from '../../../shared/domain/ids';
import type { ExportPreview } from '../../../shared/ipc/shapes';
import { apiDouble, type ApiParts, ok, refused } from './api-double';
import { button, forget, press, show } from './render';

const preview: ExportPreview = {
  agreements: 40,
  settledAgreements: 6,
  settledValues: 266,
  unsettled: [{ variable: VariableId.parse('target_group'), count: 34 }],
  blind: 3,
};

async function open(exports: ApiParts['exports'] = {}) {
  const asked: string[] = [];
  const store = createAppStore(
    apiDouble({
      exports: {
        preview: async () => ok(preview),
        chooseFolder: async () => {
          asked.push('choose');
          return ok('/home/anna/dataset');
        },
        run: async ({ folder }) => {
          asked.push(`run ${folder}`);
          return ok({ folder, files: [{ name: 'agreements.csv', bytes: 20_200, rows: 40 }] });
        },
        ...exports,
      },
    }),
  );
  store.setState({ codebook: ready(IOP_CODEBOOK) });
  await show(store, <ExportScreen />);
  await act(() => store.getState().loadExportPreview());
  return { asked, store };
}

const text = () => document.body.textContent ?? '';

afterEach(forget);

describe('export', () => {
  it('says what goes in, and names what is missing and what is left out', async () => {
    await open();

    expect(text()).toContain('6 avtal av 40 är helt fastställda');
    expect(text()).toMatch(/Målgrupp34/);
    expect(text()).toContain('3 avtals kodningar utelämnas');
    expect(text()).toContain('apostrof');
  });

  it('asks for a folder, writes there, and lists the files', async () => {
    const { asked } = await open();

    await press(button(/^Exportera$/));
    await act(async () => Promise.resolve());

    expect(asked).toEqual(['choose', 'run /home/anna/dataset']);
    expect(text()).toContain('Exporten är klar');
    expect(text()).toMatch(/agreements\.csv.*40.*20,2 kB/);
  });

  it('writes nothing when no folder is chosen', async () => {
    const { asked } = await open({ chooseFolder: async () => ok(null) });

    await press(button(/^Exportera$/));

    expect(asked).toEqual([]);
  });

  it('says why it was refused, and keeps the folder to be changed', async () => {
    await open({ run: async () => refused('nowhere-known') });

    await press(button(/^Exportera$/));
    await act(async () => Promise.resolve());

    expect(text()).toContain('Refused: nowhere-known');
    expect(button(/Byt mapp/)).toBeDefined();
  });
});
