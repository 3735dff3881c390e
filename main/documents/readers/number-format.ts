/** The formats that a workbook may use without writing them down, by their number. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0 "kr"',
  6: '#,##0 "kr"',
  7: '#,##0.00 "kr"',
  8: '#,##0.00 "kr"',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0 "kr"',
  43: '#,##0.00',
  44: '#,##0.00 "kr"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '0.0E+0',
};

/** The format with a number of its own; General for those unknown. */
export function builtInFormat(id: number): string {
  const isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'yyyy-mm-dd' : (BUILT_IN[id] ?? 'General');
}

/**
 * A number as a workbook shows it: with its decimals, shares as per cent, units and signs that the
 * format adds. Dates come as ISO 8601, whatever their order in the workbook. Thousands are parted by
 * spaces; the decimal sign is a point. What is not understood of a format leaves the plain number.
 *
 * Formats as in ECMA-376 part 1, 18.8.31.
 */
export function formatNumber(value: number, format: string, { from1904 = false } = {}): string {
  if (!Number.isFinite(value)) return String(value);
  const { section, isNegated } = sectionFor(value, format);
  const pieces = piecesOf(section);
  const codes = pieces.flatMap((piece) => (piece.kind === 'code' ? [piece.text] : [])).join('');
  if (/^general$/i.test(codes) || codes === '' || codes === '@') {
    return codes === '' && pieces.length > 0 ? literal(pieces) : plain(value);
  }
  if (/[dmyhs]/i.test(codes)) return dateText(value, codes, from1904);
  return numberText(isNegated ? Math.abs(value) : value, pieces);
}

/** Positive; negative; zero. A section for negative numbers says itself how it shows that. */
function sectionFor(value: number, format: string): { section: string; isNegated: boolean } {
  const sections = splitSections(format.slice(0, 255));
  const [first = '', second, third] = sections;
  if (value < 0 && second !== undefined) return { section: second, isNegated: true };
  if (value === 0 && third !== undefined) return { section: third, isNegated: false };
  return { section: first, isNegated: false };
}

function splitSections(format: string): string[] {
  const sections = [''];
  for (const [part] of format.matchAll(/"[^"]*"?|\\.|[^;]|;/gs)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

type Piece = { kind: 'code'; text: string } | { kind: 'literal'; text: string };

/** What is to be written as it is, and what stands for the number. */
function piecesOf(section: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [part] of section.matchAll(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|General|[^"\\_*[]/gis)) {
    if (part.startsWith('"')) pieces.push({ kind: 'literal', text: part.replaceAll('"', '') });
    else if (part.startsWith('\\')) pieces.push({ kind: 'literal', text: part.slice(1) });
    else if (/^[_*]/.test(part)) continue;
    else if (part.startsWith('[')) {
      const currency = /^\[\$([^-\]]*)/.exec(part)?.[1];
      if (currency !== undefined) pieces.push({ kind: 'literal', text: currency });
      else if (/^\[[hms]+\]$/i.test(part)) pieces.push({ kind: 'code', text: part });
    } else if (/[ \-+()/:€$£]/.test(part)) pieces.push({ kind: 'literal', text: part });
    else pieces.push({ kind: 'code', text: part });
  }
  return pieces;
}

const literal = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim();

/** Up to twelve digits that count, as cells show numbers without a format. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function numberText(value: number, pieces: readonly Piece[]): string {
  const isPlace = ({ kind, text }: Piece): boolean => kind === 'code' && /[0#?.,]/.test(text);
  const first = pieces.findIndex(isPlace);
  const last = pieces.findLastIndex(isPlace);
  if (first < 0) return plain(value);
  const within = pieces.slice(first, last + 1);
  const pattern = within.map(({ text }) => text).join('');
  const before = pieces.slice(0, first);
  const behind = pieces.slice(last + 1);
  const isShare = pieces.some(({ kind, text }) => kind === 'code' && text === '%');
  const shown = isShare ? value * 100 : value;
  // Fractions, and places with signs between them, as in telephone numbers.
  if (!/^[#0?,]*\.?[#0?]*(?:E[+]?0+)?,*$/i.test(pattern)) return plain(value);
  const digits = /E/i.test(pattern)
    ? shown.toExponential(decimalsIn(pattern))
    : placed(shown, pattern);
  return literal([
    ...before,
    { kind: 'literal', text: digits },
    ...behind.map((piece): Piece => ({ kind: 'literal', text: piece.text })),
  ]);
}

const decimalsIn = (pattern: string): number =>
  Math.min(15, /\.([0#?]*)/.exec(pattern)?.[1]?.length ?? 0);

function placed(value: number, pattern: string): string {
  const scale = 1000 ** (/,*$/.exec(pattern)?.[0].length ?? 0);
  const decimals = decimalsIn(pattern);
  const required = Math.min(15, /\.(0*)/.exec(pattern)?.[1]?.length ?? 0);
  const [whole = '0', fraction = ''] = Math.abs(value / scale)
    .toFixed(decimals)
    .split('.');
  const least = (pattern.split('.')[0] ?? '').replace(/[^0]/g, '').length;
  const padded = whole.padStart(Math.min(least, 30), '0');
  const grouped = /[#0?],[#0?]/.test(pattern) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ' ') : padded;
  let kept = fraction;
  while (kept.length > required && kept.endsWith('0')) kept = kept.slice(0, -1);
  const isZero = !/[1-9]/.test(grouped + kept);
  return `${value < 0 && !isZero ? '-' : ''}${grouped}${kept === '' ? '' : `.${kept}`}`;
}

const DAY_SECONDS = 86_400;
/** 9999-12-31 */
const LAST_DAY = 2_958_465;

/** Days since the end of 1899 (or the beginning of 1904) as the date, the time, or both. */
function dateText(value: number, codes: string, from1904: boolean): string {
  const days = from1904 ? value + 1462 : value;
  if (days < 0 || days > LAST_DAY + 1) return plain(value);
  const seconds = Math.round(days * DAY_SECONDS);
  const elapsed = /\[(h+|m+|s+)\]/i.test(codes);
  const showsTime = /[hs]/i.test(codes);
  const bare = codes.replace(/\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, '');
  const showsDate = !elapsed && (/[dy]/i.test(bare) || (!showsTime && /m/i.test(bare)));
  const parts: string[] = [];
  if (showsDate) parts.push(isoDay(Math.floor(seconds / DAY_SECONDS)));
  if (showsTime || elapsed) {
    const hours = Math.floor(elapsed ? seconds / 3600 : (seconds % DAY_SECONDS) / 3600);
    const rest = [Math.floor((seconds % 3600) / 60), seconds % 60];
    const shown = /s/i.test(codes) ? rest : rest.slice(0, 1);
    parts.push([hours, ...shown].map((part) => String(part).padStart(2, '0')).join(':'));
  }
  return parts.join(' ');
}

/** Day 60 is the 29 February that 1900 did not have; before it, days count from one later. */
function isoDay(day: number): string {
  const counted = day < 60 ? day + 1 : day;
  return new Date((counted - 25_569) * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
