import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EMPTY_ANSWER } from '../../shared/domain/answer';
import { call, type CodingWindow, openForCoding } from '../support/coding-window';
import { brokenWords, cutOff } from '../support/layout';
import { type Screen, Shell } from './pages/shell';

/** A small screen, as it is and enlarged: 1280 × 720 points at 200 % are 640 × 360. */
const SIZE = { width: 1280, height: 720 };
const ZOOMS = [1, 1.5, 2];

let program: CodingWindow;
let shell: Shell;
const page = () => program.window;

beforeAll(async () => {
  program = await openForCoding(
    {
      'Avtal_Arbetskooperativet Lyktan ekonomisk förening_2021-2024.txt':
        'Parter är Upplands-Bro kommun och Arbetskooperativet Lyktan ekonomisk förening. ' +
        'Avtalet förlängs automatiskt med uppsägningstid om sex månader.',
    },
    { codersWanted: 3 },
  );
  page().setDefaultTimeout(10_000);
  shell = new Shell(page());
  const [agreement] = program.agreements;
  if (agreement === undefined) throw new Error('There is no agreement');
  const { variables } = await call(page(), 'codebook', 'current');
  const areas = ['health_rehabilitation', 'crime_victims_prevention', 'labour_integration'];
  const first = await call(page(), 'reviewers', 'current');
  const others = [
    await call(page(), 'reviewers', 'add', { name: 'Fredrika Lagercrantz' }),
    await call(page(), 'reviewers', 'add', { name: 'Bo' }),
  ];
  for (const [at, who] of [first, ...others].entries()) {
    await call(page(), 'reviewers', 'choose', { reviewer: who?.id ?? null });
    for (const { id, type } of variables) {
      if (type !== 'category') continue;
      const category = id === 'target_group' ? 'children_youth' : areas[at];
      await call(page(), 'codings', 'recordAnswer', {
        agreement: agreement.id,
        variable: id,
        answer: { ...EMPTY_ANSWER, value: { type: 'category', category, secondary: [] } as never },
      });
    }
    await call(page(), 'codings', 'submit', { agreement: agreement.id });
  }
  await page().getByRole('button', { name: 'Kodar: Bo' }).waitFor();
}, 60_000);
afterAll(() => program.end());

/** The window at that size, enlarged, once it is laid out so. */
async function enlarge(zoom: number): Promise<void> {
  await program.app.evaluate(
    ({ BrowserWindow }, [width, height, factor]) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.setContentSize(width, height);
        window.webContents.setZoomFactor(factor);
      }
    },
    [SIZE.width, SIZE.height, zoom] as const,
  );
  await page().waitForFunction(
    ([width, height]) => Math.abs(innerWidth - width) <= 1 && Math.abs(innerHeight - height) <= 1,
    [SIZE.width / zoom, SIZE.height / zoom] as const,
  );
}

/** What each screen shows once it has all that it shows here. */
const shown: Readonly<Record<Screen, () => Promise<void>>> = {
  Avtal: () => page().getByRole('grid').getByText('Lyktan').waitFor(),
  Kategorisering: () => page().locator('[data-variable=intervention_area]').waitFor(),
  Oenigheter: () => page().locator('[data-variable=intervention_area]').waitFor(),
  Samstämmighet: () => page().getByRole('table').first().waitFor(),
  Dubbletter: () => page().getByRole('heading').first().waitFor(),
  Export: () => page().getByRole('table').first().waitFor(),
  Kodbok: () => page().getByRole('heading', { name: 'Insatsområde' }).waitFor(),
  Logg: () => page().getByRole('grid').getByText('Kodning lämnades in').first().waitFor(),
};
const screens = Object.keys(shown) as Screen[];

describe.each(ZOOMS)('a window of 1280 × 720 at a zoom of %s', (zoom) => {
  beforeAll(() => enlarge(zoom));

  it.each(screens)('has all of %s in reach', async (screen) => {
    await shell.open(screen);
    await shown[screen]();

    expect(await page().evaluate(cutOff)).toEqual([]);
  });

  it('breaks no word of the queue and the readings in Oenigheter', async () => {
    await shell.open('Oenigheter');
    await shown.Oenigheter();

    expect(await page().evaluate(brokenWords, '[data-part=form]')).toEqual([]);
    // At 200 % a file's name may be wider than the queue itself.
    if (zoom < 2) expect(await page().evaluate(brokenWords, '[data-part=queue]')).toEqual([]);
  });
});
