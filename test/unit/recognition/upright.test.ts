import { describe, expect, it } from 'vitest';

import type { FoundLine } from '../../../shared/domain/recognition';
import { Turn } from '../../../shared/domain/turn';
import { clearlyUpright, turnsToTry } from '../../../shared/domain/upright';

const SENTENCE = 'Överenskommelse om idéburet offentligt partnerskap';

/** A line of words, wider than high unless it runs down the page. */
function line(text: string, confidence: number, isSideways = false): FoundLine {
  const [w, h] = isSideways ? [30, 600] : [600, 30];
  const box = { x0: 100, y0: 100, x1: 100 + w, y1: 100 + h };
  return { box, words: text.split(' ').map((word) => ({ text: word, box, confidence })) };
}

describe('a page that was laid in the wrong way up', () => {
  it('is looked for only where the reading is doubtful or runs up or down the page', () => {
    expect(turnsToTry([line(SENTENCE, 94)])).toEqual([]);
    // Hard to read, and yet far surer than any page on its head.
    expect(turnsToTry([line(SENTENCE, 62)])).toEqual([]);
    expect(turnsToTry([line(SENTENCE, 24)])).toEqual([180]);
    expect(turnsToTry([line(SENTENCE, 94, true)])).toEqual([90, 270]);
  });

  it('is looked for where nothing was read: lines that are askew, too, are not seen', () => {
    expect(turnsToTry([])).toEqual([90, 270]);
  });

  it('is not looked for by the few letters of a stamp', () => {
    expect(turnsToTry([line('Dnr 12', 20)])).toEqual([]);
    expect(turnsToTry([line(SENTENCE, 94), line('Justeras', 94, true)])).toEqual([]);
  });

  it('is turned the way that reads clearly better than as it lies and all others', () => {
    const poor = [line(SENTENCE, 24)];
    const tried = (turn: 90 | 180 | 270, confidence: number) => ({
      turn,
      lines: [line(SENTENCE, confidence)],
    });

    expect(clearlyUpright(poor, [tried(180, 71)])).toBe(180);
    expect(clearlyUpright([line(SENTENCE, 12)], [tried(180, 38)])).toBeNull();
    expect(clearlyUpright([line(SENTENCE, 48)], [tried(180, 60)])).toBeNull();
    expect(clearlyUpright([], [tried(90, 71), tried(270, 66)])).toBeNull();
    expect(clearlyUpright([], [tried(90, 22), tried(270, 66)])).toBe(270);
    expect(clearlyUpright(poor, [{ turn: 180, lines: [line('Dnr 12', 96)] }])).toBeNull();
  });

  it('is told by a line or two only where they read surely the other way', () => {
    const few = (confidence: number) => [line('För kommunen Anna Ek', confidence)];

    expect(turnsToTry(few(41))).toEqual([180]);
    expect(turnsToTry(few(96))).toEqual([]);
    expect(clearlyUpright(few(41), [{ turn: 180, lines: few(96) }])).toBe(180);
    expect(clearlyUpright(few(41), [{ turn: 180, lines: few(85) }])).toBeNull();
    expect(clearlyUpright([], [{ turn: 90, lines: few(96) }])).toBe(90);
    expect(
      clearlyUpright(
        [],
        [90, 270].map((turn) => ({ turn: Turn.parse(turn), lines: few(96) })),
      ),
    ).toBeNull();
    expect(clearlyUpright([], [{ turn: 90, lines: [line('Dnr 12', 99)] }])).toBeNull();
  });

  it('is not told by a line along the edge, as beside a photograph', () => {
    const along = (confidence: number) => [line('Foto Anna Ek', confidence, true)];

    expect(turnsToTry(along(39))).toEqual([]);
    expect(turnsToTry(along(96))).toEqual([]);
    expect(clearlyUpright([], [{ turn: 90, lines: along(96) }])).toBeNull();
  });

  it('is turned from its side however well it reads there', () => {
    const sideways = [line(SENTENCE, 94, true)];

    expect(
      clearlyUpright(sideways, [
        { turn: 90, lines: [line(SENTENCE, 23)] },
        { turn: 270, lines: [line(SENTENCE, 93)] },
      ]),
    ).toBe(270);
  });
});
