import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
const [lightPart = '', darkPart = ''] = css.split(":root[data-theme='dark']");

function colours(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]),
  );
}

const light = colours(lightPart);
const themes = { light, dark: { ...light, ...colours(darkPart) } };

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const numbers = (to: number): number[] => Array.from({ length: to }, (_, at) => at + 1);

const TEXT: [text: string, grounds: string[]][] = [
  ['ink', ['paper', 'ground', 'sunk', 'hover', 'accent-soft']],
  ['ink-2', ['paper', 'ground', 'sunk', 'hover', 'accent-soft']],
  ['ink-3', ['paper', 'ground', 'sunk', 'hover', 'accent-soft']],
  ['accent', ['paper', 'ground', 'sunk', 'hover', 'accent-soft']],
  ['warn', ['paper', 'ground', 'warn-soft']],
  ['bad', ['paper', 'ground', 'bad-soft']],
  ['good', ['paper', 'ground', 'good-soft']],
  ['on-accent', ['accent-fill', 'accent-fill-hover']],
  ['on-accent-2', ['accent-fill']],
  ...numbers(9).map((n): [string, string[]] => ['ink', [`evidence-${n}-soft`]]),
  ...numbers(8).map((n): [string, string[]] => ['on-accent', [`reviewer-${n}`]]),
];

const SHAPES: [shape: string, grounds: string[]][] = [
  ['line-field', ['paper', 'ground']],
  ['focus', ['paper', 'ground']],
  ...numbers(9).map((n): [string, string[]] => [`evidence-${n}`, ['paper']]),
];

describe.each(Object.entries(themes))('the %s theme', (_name, theme) => {
  const tooFaint = (pairs: [string, string[]][], least: number): string[] =>
    pairs.flatMap(([above, grounds]) =>
      grounds
        .filter((ground) => contrast(theme[above] ?? '', theme[ground] ?? '') < least)
        .map((ground) => `${above} on ${ground}`),
    );

  it('has text that can be read, 4.5:1', () => {
    expect(tooFaint(TEXT, 4.5)).toEqual([]);
  });

  it('has edges and marks that can be made out, 3:1', () => {
    expect(tooFaint(SHAPES, 3)).toEqual([]);
  });
});

it('gives every colour of the light theme a dark value, where it needs one', () => {
  // Behind white initials and on a white page the same colour serves in both.
  const shared = /^(reviewer-\d|evidence-\d-mark|on-accent)$/;
  const dark = colours(darkPart);

  const missing = Object.keys(light).filter((name) => !(name in dark) && !shared.test(name));

  expect(missing).toEqual([]);
});
