import { expect, it } from 'vitest';

import type { Mark } from '../../../renderer/document/protocol';
import { lostMarks } from '../../../renderer/viewer/lost-marks';
import { passageAt } from '../../../shared/domain/evidence';
import { DocumentId } from '../../../shared/domain/ids';

const document = DocumentId.parse('a'.repeat(64));

function aMark(id: string, page: number, text: string): Mark {
  const passage = passageAt(document, { number: page, text }, 0, text.length);
  if (passage === null) throw new Error('There is no passage.');
  return { id, passage, colour: 1, label: id, style: 'evidence' };
}

it('names marks whose words are gone and marks on pages that are not there, in their order', async () => {
  const marks = [
    aMark('gone', 1, 'stod här förr'),
    aMark('there', 1, 'står här'),
    aMark('beyond', 9, 'står här'),
    aMark('moved', 2, 'står här'),
  ];
  const texts = new Map([
    [1, 'Det står här nu.'],
    [2, 'Nytt först.  Det\nstår  här.'],
  ]);

  const lost = await lostMarks(marks, (page) => Promise.resolve(texts.get(page) ?? null));

  expect(lost).toEqual(['gone', 'beyond']);
});
