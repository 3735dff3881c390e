import fc from 'fast-check';
import { expect, it } from 'vitest';

import { skeleton } from '../../../shared/domain/detector/ocr';

/** Step after step, as the skeleton is defined. */
function stepByStep(text: string): string {
  return text
    .slice(0, 400)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/rn/g, 'm')
    .replace(/m{2,}/g, 'm')
    .replace(/[1l|!í]/g, 'i')
    .replace(/[06]/g, 'o')
    .replace(/[5$]/g, 's')
    .replace(/8/g, 'b')
    .replace(/q/g, 'g')
    .replace(/c/g, 'e')
    .replace(/f/g, 't')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

it('levels what a recogniser takes for each other', () => {
  expect(skeleton('Modern  Förlåt-barn AB (org. 8020)')).toBe('modem toriat bam ab org bo2o');
});

it('is one pass that gives what its steps give one by one', () => {
  const alphabet = fc.constantFrom(...Array.from('rnmMRN1l|!í06$58qcfåäÖéß ­-.,\n\tx7€ΩIJ'));
  const words = fc.string({ unit: alphabet, maxLength: 40 });
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
      expect(skeleton(text)).toBe(stepByStep(text));
    }),
    { numRuns: 2_000 },
  );
});
