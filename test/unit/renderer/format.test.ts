import { describe, expect, it } from 'vitest';

import { formatIn } from '../../../renderer/i18n/format';

const spaces = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('numbers and dates', () => {
  it('are written as in Sweden', () => {
    const format = formatIn('sv');

    expect(format.decimal(0.8123)).toBe('0,81');
    expect(spaces(format.percent(0.618))).toBe('62 %');
    expect(spaces(format.number(12345))).toBe('12 345');
    expect(format.date('2024-12-31T12:00:00.000Z')).toBe('2024-12-31');
    expect(spaces(format.bytes(1_400_000))).toBe('1,4 MB');
  });

  it('are written as in English, with dates that cannot be mistaken', () => {
    const format = formatIn('en');

    expect(format.decimal(0.8123)).toBe('0.81');
    expect(format.percent(0.618)).toBe('62%');
    expect(format.date('2024-12-31T12:00:00.000Z')).toBe('2024-12-31');
  });

  it('count bytes from none to many', () => {
    const { bytes } = formatIn('en');

    expect([0, 1, 999, 1000, 2.5e9, 7e12].map(bytes)).toEqual([
      '0 byte',
      '1 byte',
      '999 byte',
      '1 kB',
      '2.5 GB',
      '7,000 GB',
    ]);
  });
});
