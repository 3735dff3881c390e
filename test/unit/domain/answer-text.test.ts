import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { actorByName } from '../../../shared/domain/actor';
import { byName } from '../../../shared/domain/actor-text';
import { MissingKind, Value } from '../../../shared/domain/answer';
import {
  describeAnswer,
  formatValue,
  MISSING_LABELS,
  parseMissing,
  parseValue,
} from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import { createMatcher } from '../../../shared/domain/matching';
import { listMunicipalities, listRegions, listSubBodies } from '../../../shared/reference';
import {
  actors,
  anyDate,
  anyName,
  anyRenewal,
  anyValue,
  area,
  civilActors,
  end,
  missing,
  on,
  publicActors,
  purpose,
  renewal,
  renews,
  said,
  start,
  targetGroup,
  until,
  wrote,
} from './builders';

const bodies = [...listMunicipalities(), ...listRegions()];
const matcher = createMatcher(bodies, listSubBodies());

function read(variable: Variable, text: string) {
  const parsed = parseValue(variable, text, matcher);
  return parsed.ok ? parsed.value : parsed.reason;
}

describe('the text form of a value', () => {
  it.each([
    [area, 'crime_victims_prevention; safety', said('crime_victims_prevention', 'safety')],
    [area, 'Trygghetsskapande', said('safety')],
    [targetGroup, 'Barn/unga vuxna (0-25)', said('children_youth')],
    [targetGroup, 'Older people', said('elderly')],
    [start, '2024-03', on('2024-03')],
    [end, ' 2024-03-01 ', until('2024-03-01')],
    [end, 'open-ended', until('open-ended')],
    [end, 'Tills vidare', until('open-ended')],
    [renewal, 'none', renews({ kind: 'none' })],
    [renewal, 'By agreement', renews({ kind: 'by_agreement' })],
    [
      renewal,
      'automatic(period=12,notice=6,ceiling=2)',
      renews({ periodMonths: 12, noticeMonths: 6, ceiling: 2 }),
    ],
    [renewal, 'Automatisk ( period = 12 )', renews({ periodMonths: 12 })],
    [purpose, 'Stöd; råd (och "skydd")', wrote('Stöd; råd (och "skydd")')],
    [civilActors, 'Ada; Bojen;', actors('Ada', 'Bojen')],
    [civilActors, '"Ada; tjej- och kvinnojour"', actors('Ada; tjej- och kvinnojour')],
    [civilActors, 'Kvinnojouren (KIS)', actors('Kvinnojouren (KIS)')],
    [civilActors, 'Föreningen "Ada"', actors('Föreningen "Ada"')],
    [civilActors, 'Ada; ADA', actors('Ada')],
  ])('is read from $1', (variable, text, expected) => {
    expect(read(variable, text)).toEqual(expected.value);
  });

  it.each([
    [
      [{ id: 'municipality:0184', name: 'Solna stad', unit: 'Socialnämnden' }],
      'Solna stad (Socialnämnden)',
    ],
    [['Ada; Bojen', 'Jouren (KIS)'], '"Ada; Bojen"; "Jouren (KIS)"'],
    [['Föreningen "Ada"'], '"Föreningen ""Ada"""'],
    [[actorByName('Bolaget', 'Kansliet')], 'Bolaget ("Kansliet")'],
  ])('of actors keeps each name whole', (list, text) => {
    const { value } = actors(...list);
    expect(value && formatValue(value)).toBe(text);
  });

  it('reads codes, spellings and units of public actors', () => {
    expect(read(publicActors, '0184; Göteborgs stad (Socialnämnd Centrum); Folkets hus')).toEqual(
      actors(
        { id: 'municipality:0184', name: 'Solna stad', unit: null },
        { id: 'municipality:1480', name: 'Göteborgs Stad', unit: 'Socialnämnd Centrum' },
        'Folkets hus',
      ).value,
    );
  });

  it.each([
    [area, 'sport', '"sport" is no category of intervention_area; it has safety, leisure'],
    [area, 'safety; Trygghetsskapande', 'safety is given twice'],
    [targetGroup, 'adults; elderly', 'target_group takes one category, and 2 are given'],
    [start, '2024-02-30', '"2024-02-30" is no date; write 2024, 2024-03 or 2024-03-01'],
    [start, 'open-ended', 'is no date'],
    [end, '31/12/2024', 'is no date; write 2024, 2024-03 or 2024-03-01, or open-ended'],
    [renewal, 'automatic(12)', 'is no renewal; write none, by_agreement or automatic('],
    [renewal, 'automatic(period=12,period=24)', 'is no renewal'],
    [renewal, 'automatic(notice=2024)', 'is no renewal'],
    [renewal, 'sometimes', 'is no renewal'],
    [civilActors, ';;', 'no name is given'],
    [civilActors, 'Ada; "Bojen', 'the name at character 5 begins with a quotation mark'],
    [civilActors, 'x'.repeat(301), 'longer than 300 characters'],
    [purpose, '   ', 'the value is empty'],
    [purpose, 'x'.repeat(20_001), 'is too long'],
  ])('is refused for $1 with what to write instead', (variable, text, reason) => {
    expect(read(variable, text)).toContain(reason);
  });
});

const anyActor = fc
  .tuple(anyName, fc.option(anyName))
  .map(([name, unit]) => actorByName(name, unit));
const anyPublicActor = fc.oneof(
  anyActor.filter(({ name }) => matcher.matchPublicBody(name) === null),
  fc
    .tuple(fc.constantFrom(...bodies), fc.option(anyName))
    .map(([body, unit]) => ({ ...matcher.publicActor(body.code), unit })),
);
const listOf = (actor: fc.Arbitrary<ReturnType<typeof actorByName>>) =>
  fc
    .uniqueArray(actor, {
      minLength: 1,
      maxLength: 4,
      selector: ({ id, unit }) => `${id}\n${unit}`,
    })
    .map((list) => Value.parse({ type: 'actors', actors: list }));

const anyCase = fc.oneof(
  fc.tuple(fc.constant(publicActors), listOf(anyPublicActor)),
  fc.tuple(fc.constant(civilActors), listOf(anyActor)),
  fc.tuple(
    fc.constant(purpose),
    anyName.map((text) => Value.parse({ type: 'text', text })),
  ),
  fc.tuple(
    fc.constant(start),
    anyDate.map((date) => Value.parse({ type: 'date', date })),
  ),
  fc.tuple(fc.constant(end), anyValue(end)),
  fc.tuple(
    fc.constant(renewal),
    anyRenewal.map((parts) => Value.parse({ type: 'renewal', renewal: parts })),
  ),
  fc.tuple(fc.constant(targetGroup), anyValue(targetGroup)),
  fc.tuple(fc.constant(area), anyValue(area)),
);

describe('writing and reading', () => {
  it('gives every value back exactly', () => {
    fc.assert(
      fc.property(anyCase, ([variable, value]) => {
        expect(parseValue(variable, formatValue(value), matcher)).toEqual({ ok: true, value });
      }),
      { numRuns: 5000 },
    );
  });

  it('never throws at what somebody typed, and what it accepts it writes and reads the same', () => {
    const variables = [publicActors, civilActors, purpose, start, end, renewal, targetGroup, area];
    fc.assert(
      fc.property(fc.constantFrom(...variables), anyName, (variable, text) => {
        const parsed = parseValue(variable, text, byName);
        if (!parsed.ok) return;
        expect(parseValue(variable, formatValue(parsed.value), byName)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('kinds of missing', () => {
  it('are read by id and by label in either language', () => {
    for (const kind of MissingKind.options) {
      for (const text of [kind, MISSING_LABELS[kind].sv, ` ${MISSING_LABELS[kind].en} `]) {
        expect(parseMissing(text.toUpperCase())).toBe(kind);
      }
    }
    expect(parseMissing('tomt')).toBeNull();
  });
});

describe('an answer in words', () => {
  const full = renews({ periodMonths: 12, noticeMonths: 1, ceiling: 2 });
  it.each([
    [start, missing('not_stated'), 'Framgår inte', 'Not stated'],
    [start, null, 'Ej kodat', 'Not coded'],
    [start, on('2024-03'), '2024-03', '2024-03'],
    [end, until('open-ended'), 'tills vidare', 'until further notice'],
    [
      area,
      said('safety', 'other'),
      'Trygghetsskapande (+ Övrigt)',
      'Safety in public places (+ Other)',
    ],
    [
      civilActors,
      actors('Ada; Bojen', actorByName('Bolaget', 'Kansliet')),
      ...both('Ada; Bojen; Bolaget (Kansliet)'),
    ],
    [
      renewal,
      full,
      'automatisk, 12 månader i taget, 1 månad uppsägningstid, högst 2 gånger',
      'automatic, 12 months at a time, 1 month notice, at most 2 times',
    ],
  ])('is told in both languages: $2', (variable, answer, sv, en) => {
    expect(describeAnswer(variable, answer, 'sv')).toBe(sv);
    expect(describeAnswer(variable, answer, 'en')).toBe(en);
  });
});

function both(text: string): [string, string] {
  return [text, text];
}
