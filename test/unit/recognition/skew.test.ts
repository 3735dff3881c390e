import { expect, it } from 'vitest';

import { skewOf } from '../../../main/documents/recognition/skew';
import { textCanvas } from '../../../scripts/sample/writers/pictures';

const LINES = Array.from(
  { length: 18 },
  (_, index) => `${index + 1} § Parterna är överens om att samverka enligt denna punkt.`,
);

function greyPage(skew: number, lines = LINES) {
  const canvas = textCanvas(lines, { width: 1000, height: 700, skew, dpi: 150 });
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const grey = Uint8Array.from({ length: canvas.width * canvas.height }, (_, at) => data[4 * at]!);
  return { width: canvas.width, height: canvas.height, data: grey };
}

it.each([-5, -2.3, -0.6, 0.4, 1.7, 4.8])(
  'measures that a page lies %s degrees askew',
  (degrees) => {
    expect(Math.abs((skewOf(greyPage(degrees)) * 180) / Math.PI - degrees)).toBeLessThan(0.15);
  },
);

it('leaves a straight page and a blank one as they are', () => {
  expect(skewOf(greyPage(0))).toBe(0);
  expect(skewOf(greyPage(0, []))).toBe(0);
});
