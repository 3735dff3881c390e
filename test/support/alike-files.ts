import { Random } from '../../scripts/sample/random';
import { aFilling, aTemplate, filledIn, scanned } from './alike-texts';
import { drawnPdf } from './pdf-files';

/**
 * Files of agreements from one template, and of the first of them in other states: another scan as
 * PDF, and a later draft with another date and a clause more. None is a copy of another's bytes.
 */
export async function alikeFiles(seed = 2): Promise<{ name: string; bytes: Uint8Array }[]> {
  const random = new Random(seed);
  const template = aTemplate(random);
  const fillings = Array.from({ length: 5 }, () => aFilling(random));
  const [filling] = fillings;
  if (filling === undefined) throw new Error('There are five fillings');
  const agreements = fillings.map((each) => filledIn(template, each));
  const rescan = scanned(agreements[0] ?? '', random);
  const draft = filledIn(
    template.map((clause, at) =>
      at === 3 ? `${clause} Hyra för lokalen tillkommer med fem procent om året.` : clause,
    ),
    { ...filling, start: '2026-07-01' },
  );
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
  return [
    ...agreements.map((text, at) => ({ name: `avtal ${at + 1}.txt`, bytes: bytes(text) })),
    {
      name: 'skanning av avtal 1.pdf',
      bytes: await drawnPdf((document) => document.fontSize(10).text(rescan)),
    },
    { name: 'utkast till avtal 1.txt', bytes: bytes(draft) },
  ];
}
