import { describe, expect, it } from 'vitest';

import { lanesOf, lineBoxes } from '../../../renderer/viewer/line-boxes';

const box = (left: number, top: number, width: number, height = 10) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('lineBoxes', () => {
  it('makes one box of the words of a line', () => {
    expect(lineBoxes([box(0, 0, 30), box(34, 1, 20), box(58, 0, 12)])).toEqual([box(0, 0, 70, 11)]);
  });

  it('keeps lines apart, also where they nearly touch', () => {
    expect(lineBoxes([box(0, 0, 100), box(0, 10, 60)])).toEqual([box(0, 0, 100), box(0, 10, 60)]);
  });

  it('keeps columns apart', () => {
    expect(lineBoxes([box(0, 0, 100), box(160, 0, 100)])).toHaveLength(2);
  });

  it('leaves out what cannot be seen', () => {
    expect(lineBoxes([box(0, 0, 0), box(5, 0, 20, 0), box(30, 0, 20)])).toEqual([box(30, 0, 20)]);
  });
});

describe('lanesOf', () => {
  const stretch = (start: number, end: number) => ({ start, end });

  it('gives stretches that overlap lanes of their own', () => {
    expect(lanesOf([stretch(0, 10), stretch(5, 15), stretch(8, 9)])).toEqual([0, 1, 2]);
  });

  it('uses a lane again once it is free', () => {
    expect(lanesOf([stretch(0, 10), stretch(5, 15), stretch(10, 20)])).toEqual([0, 1, 0]);
  });

  it('answers in the order asked, whatever the order in the text', () => {
    expect(lanesOf([stretch(5, 15), stretch(0, 10)])).toEqual([1, 0]);
  });
});
