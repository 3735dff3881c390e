import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { locatePassage, Passage, passageAt } from '../../../shared/domain/evidence';
import { DocumentId } from '../../../shared/domain/ids';

const document = DocumentId.parse('a'.repeat(64));
const page = {
  number: 2,
  text: 'Avtalet gäller från 2024-01-01.\nBeslut 2024-01-01.\nAvtalet gäller tills vidare.',
};

function take(quote: string, text = page.text, from = 0) {
  const start = text.indexOf(quote, from);
  const passage = passageAt(document, { number: 2, text }, start, start + quote.length);
  if (passage === null) throw new Error(`${quote} is not there`);
  return passage;
}

const shownBy = (passage: ReturnType<typeof take>, text: string) => {
  const found = locatePassage(passage, text);
  return found && text.slice(found.start, found.end);
};

describe('a passage', () => {
  it('is cut to its words, with what stands around it', () => {
    const start = page.text.indexOf(' från ');
    expect(passageAt(document, page, start, start + ' från '.length)).toEqual({
      document,
      page: 2,
      start: start + 1,
      end: start + 5,
      quote: 'från',
      prefix: 'Avtalet gäller ',
      suffix: ' 2024-01-01.\nBeslut 2024-01-01.\nAvtalet gäller t',
    });
  });

  it('is none when nothing but space was selected', () => {
    expect(passageAt(document, page, 31, 32)).toBeNull();
  });
});

describe('finding a passage again', () => {
  it('takes its place when the quote still stands there', () => {
    const second = take('2024-01-01', page.text, 30);
    expect(locatePassage(second, page.text)).toEqual({ start: second.start, end: second.end });
  });

  it('follows the text that moved', () => {
    expect(locatePassage(take('tills vidare'), `Sida 2\n${page.text}`)?.start).toBe(
      page.text.indexOf('tills vidare') + 7,
    );
  });

  it('tells two equal quotes apart by what stands around them', () => {
    const moved = `Sida 2 av 4, ett långt sidhuvud\n${page.text}`;
    const second = take('2024-01-01', page.text, 30);
    expect(locatePassage(second, moved)?.start).toBe(moved.indexOf('2024-01-01', 60));
  });

  it('levels space and line breaks', () => {
    expect(shownBy(take('gäller tills vidare'), 'Avtalet gäller\n  tills vidare.')).toBe(
      'gäller\n  tills vidare',
    );
  });

  it('gives nothing when the quote is gone', () => {
    expect(locatePassage(take('tills vidare'), 'Något annat.')).toBeNull();
    expect(locatePassage(take('tills vidare'), '')).toBeNull();
  });

  const texts = fc
    .array(
      fc.constantFrom('avtal', 'år', 'a.b*c', '(1)', '[x]', '§', '2024-01-01', '\n', ' ', '😀'),
      {
        minLength: 4,
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(' '));

  it('shows the same words, wherever the page begins and however its spaces fall', () => {
    const cases = fc.record({
      text: texts,
      from: fc.nat({ max: 80 }),
      length: fc.integer({ min: 1, max: 40 }),
      before: texts,
      space: fc.constantFrom(' ', '\n', '  '),
    });
    fc.assert(
      fc.property(cases, ({ text, from, length, before, space }) => {
        // A selection never splits a character in two.
        const whole = [...text];
        const start = whole.slice(0, from).join('').length;
        const end = whole.slice(0, from + length).join('').length;
        const passage = passageAt(document, { number: 1, text }, start, end);
        if (passage === null) return;
        expect(Passage.parse(passage)).toEqual(passage);
        expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
        expect(locatePassage(passage, text)).toEqual({ start: passage.start, end: passage.end });

        const level = (words: string) => words.replace(/\s+/g, ' ').trim();
        const changed = before + space + text.replace(/\s+/g, space);
        expect(level(shownBy(passage, changed) ?? '')).toBe(level(passage.quote));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('finding a passage on a page that was recognised again', () => {
  const agreement = [
    'Överenskommelse om idéburet offentligt partnerskap',
    'mellan Hudiksvalls kommun och Rädda Barnens lokalförening i Övre Linådal.',
    'Avtalet godkändes av barn- och utbildningsnämnden den 23 oktober 2020 (§ 211).',
    'Syftet med partnerskapet är att bredda utbudet av aktiviteter för barn i Hudiksvall',
    'samt att ge barn tillgång till en meningsfull och avgiftsfri fritid.',
    'Kommunen utbetalar 300 000 kronor per år till föreningen.',
    'Avtalet gäller från den 1 januari 2021 till den 31 december 2022.',
    'Uppsägning ska ske skriftligen senast sex månader före avtalstidens utgång.',
  ].join('\n');

  it('follows words that were read otherwise', () => {
    const passage = take('barn- och utbildningsnämnden', agreement);
    const again = agreement
      .replace('utbildningsnämnden', 'utbildningsndmnden')
      .replace('den 23', 'den 28');

    expect(shownBy(passage, `Sida 1\n${again}`)).toBe('barn- och utbildningsndmnden');
  });

  it('does so where a line was broken or joined elsewhere', () => {
    const passage = take(
      'bredda utbudet av aktiviteter för barn i Hudiksvall\nsamt att ge',
      agreement,
    );
    const again = agreement.replaceAll('\n', ' ').replace('utbudet av', 'ut budet\nav');

    expect(shownBy(passage, again)).toBe(
      'bredda ut budet\nav aktiviteter för barn i Hudiksvall samt att ge',
    );
  });

  it('does not take the same words elsewhere when its own were read otherwise', () => {
    const text =
      'Föreningen ansvarar för verksamheten.\nKommunen utser två ledamöter.\nNärvarande var kommunen.';
    const passage = take('Kommunen', text);
    const again = text
      .replace('Kommunen utser', 'Kornrnunen utser')
      .replace('kommunen.', 'Kommunen.');

    expect(shownBy(passage, `Sida 2\n${again}`)).toBe('Kornrnunen');
  });

  it('says that it is gone rather than choose between two places that are as near', () => {
    const row = 'Kommunen utbetalar 300 000 kronor per år till föreningen.';
    const passage = take('300 000 kronor', `${row}\n`);
    const twice = `${row.replace('300', '3OO')}\n${row.replace('300', '8O0')}`;

    expect(shownBy(passage, `Sida 2\n${twice}`)).toBeNull();
  });

  /** Letters exchanged, put in and taken out, as a recogniser does. */
  const misreadings = fc.array(
    fc.record({
      at: fc.nat({ max: 10_000 }),
      kind: fc.constantFrom('exchange', 'insert', 'drop'),
      letter: fc.constantFrom('a', 'o', 'l', '1', 'n', '.', 'é', ' '),
    }),
    { maxLength: 30 },
  );

  it('never points to other words, however the page was misread', () => {
    const cases = fc.record({
      from: fc.nat({ max: agreement.length - 5 }),
      length: fc.integer({ min: 3, max: 90 }),
      wrong: misreadings,
    });
    let found = 0;
    let runs = 0;
    fc.assert(
      fc.property(cases, ({ from, length, wrong }) => {
        const passage = passageAt(document, { number: 1, text: agreement }, from, from + length);
        if (passage === null) return;
        // Each letter keeps its place in the first reading, so that it is known where the words are.
        const letters = [...agreement].map((letter, place) => ({ letter, place }));
        for (const { at, kind, letter } of wrong) {
          const index = at % letters.length;
          const place = letters[index]!.place;
          if (kind === 'exchange') letters[index] = { letter, place };
          else if (kind === 'insert') letters.splice(index, 0, { letter, place });
          else letters.splice(index, 1);
        }
        const again = `Sida 1 av 3\n${letters.map(({ letter }) => letter).join('')}`;
        const place = locatePassage(passage, again);
        runs += 1;
        if (place === null) return;
        found += 1;
        const placesOf = letters
          .slice(place.start - 12, place.end - 12)
          .map((letter) => letter.place);
        const middle = placesOf[Math.floor(placesOf.length / 2)] ?? -1;
        expect(middle).toBeGreaterThanOrEqual(passage.start - 2);
        expect(middle).toBeLessThanOrEqual(passage.end + 2);
      }),
      { numRuns: 1500 },
    );
    // And it finds nearly all of them.
    expect(found / runs).toBeGreaterThan(0.97);
  });
});
