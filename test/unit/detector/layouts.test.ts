import { beforeAll, describe, expect, it } from 'vitest';

import { offered } from '../../support/detector';

// The registers are made ready once, which takes seconds on a machine with much else to do.
beforeAll(() => void offered(['civil_actors'], 'Avtal\nParter\nOrsa Ridklubb'), 60_000);

const parties = (...texts: string[]) => offered(['public_actors', 'civil_actors'], ...texts);

/** The same thing in the many ways in which offices lay it out. */
describe('parties', () => {
  const orsa = { public_actors: 'Orsa kommun', civil_actors: 'Orsa Ridklubb' };

  it.each([
    [
      'in columns',
      'Avtal\n\n1 Parter\n\n            Kommunen          Föreningen\nNamn        Orsa kommun       Orsa Ridklubb\nOrt         Orsa              Orsa',
    ],
    [
      'under labels without a colon',
      'Avtal\n\nAvtalspart 1\nOrsa kommun\n794 85 Orsa\n\nAvtalspart 2\nOrsa Ridklubb\n794 31 Orsa',
    ],
    [
      'with what one gives the other',
      'Avtal\nOrsa kommun upplåter härmed till Orsa Ridklubb, nedan klubben, en lokal.',
    ],
    [
      'as the ideal association',
      'Avtal\n\nAvtalsparter är Orsa kommun och den ideella föreningen Orsa Ridklubb.',
    ],
    [
      'with what they are called in brackets',
      'Avtal mellan Orsa kommun ("Kommunen") och Orsa Ridklubb (ORK), nedan parterna.',
    ],
    [
      'with their sides in brackets',
      'Avtal mellan Orsa kommun (offentlig part) och Orsa Ridklubb (idéburen part).',
    ],
    [
      'with a sentence about the parties after',
      'Avtal\nParter: Orsa kommun och Orsa Ridklubb (884400-1233)\n\nMellan parterna gäller sedan 2016 ett avtal.',
    ],
  ])('stand %s', (_, text) => {
    expect(parties(text)).toEqual(orsa);
  });

  it.each([
    ['Avtal mellan Orsa kommun (Offentlig part: socialnämnden) och Orsa Ridklubb, nedan parterna.'],
    ['Avtal\n\nParter\nOrsa kommun (socialnämnden)\nOrsa Ridklubb'],
    [
      'Avtal\n\nParter\nOrsa kommun, socialnämnden\nOrsa Ridklubb\n\nUnderskrifter\nFör Orsa kommun, socialförvaltningen\n\nFör Orsa Ridklubb',
    ],
  ])('name a body once, with its board: %s', (text) => {
    expect(parties(text).public_actors).toMatch(/^Orsa kommun \(socialnämnden\)$/i);
  });

  it('take a misread name and the right one for one association', () => {
    const text =
      'Avtal\nParter\nOrsa kommun\nOrsa Väntjänstförening\n\nUnderskrifter\nFör Orsa kommun\n\nFör Orsa Väntjänstförening\n\nFör Orsa Väntjinstfärening';
    expect(parties(text).civil_actors).toBe('Orsa Väntjänstförening');
  });

  it('take a misread part of a name for that name, in the form that a pattern knows', () => {
    const text =
      'Avtal\nParter\nOrsa kommun\nKRIS Vikåker\n\nUnderskrifter\nFör Orsa kommun\n\nFör Vikiker';
    expect(parties(text).civil_actors).toBe('KRIS Vikåker');
  });

  it.each([
    ['Föreningen Ekeby; Föreningen Ekerby', 'Föreningen Ekeby\nFöreningen Ekerby'],
    ['Tora Ridklubb; Mora Ridklubb', 'Tora Ridklubb\nMora Ridklubb'],
    ['Föreningen Trygga; Föreningen Trygge', 'Föreningen Trygga\nFöreningen Trygge'],
  ])('take two with nearly one name for two: %s', (names, lines) => {
    const text = `Avtal\nParter\nOrsa kommun\n${lines}\n\nUnderskrifter\nFör Orsa kommun\n\nFör ${lines.replace('\n', '\n\nFör ')}`;
    expect(parties(text).civil_actors).toBe(names);
  });

  it('are named without who signs for them', () => {
    const text =
      'Avtal\nParter\nMellan Orsa kommun och Stiftelsen Röda tråden har följande avtal träffats.\n\nUnderskrifter\nFör Orsa kommun: Anna Ek\n\nFör Stiftelsen Röda tråden: Björn Älvgren';
    expect(parties(text).civil_actors).toBe('Stiftelsen Röda tråden');
  });

  it('are never a municipality that no register knows and an association in one', () => {
    const text =
      'Avtal\n\nMellan Norrö kommun och Norrö Hembygdsförening har följande avtal träffats.';
    expect(parties(text).civil_actors).toBe('Norrö Hembygdsförening');
  });

  it('are listed where a line before announces them', () => {
    const text =
      'Överenskommelse\nmellan Orsa kommun och följande föreningar:\n– Orsa Ridklubb\n– PRO Orsa\nOrsa 2019-08-22';
    expect(parties(text).civil_actors).toBe('Orsa Ridklubb; PRO Orsa');
  });

  it('leave out authorities that are neither municipality nor region', () => {
    const text = 'Avtal\nParter\nOrsa kommun\nLänsstyrelsen Dalarnas hjälp\nOrsa Ridklubb';
    expect(parties(text)).toEqual(orsa);
  });

  it('keep the branch after the comma', () => {
    const text = 'Avtal\nParter\nOrsa kommun, Box 23\nSvenska kyrkan, Orsa församling, Box 7';
    expect(parties(text).civil_actors).toBe('Svenska kyrkan, Orsa församling');
  });

  it('are not the heads of a table of contents, nor is an annex there the end of the agreement', () => {
    const text =
      'Avtal\n\nInnehåll\n1 Parter ........ 1\nBilaga 1 Budget ........ 4\n\n1 Parter\nOrsa kommun och Orsa Ridklubb har ingått detta avtal.';
    expect(parties(text)).toEqual(orsa);
  });

  it('are two where a figure differs', () => {
    const text = 'Avtal\nParter\nOrsa kommun\nFiskeklubben 71\nFiskeklubben 72';
    expect(parties(text).civil_actors).toBe('Fiskeklubben 71; Fiskeklubben 72');
  });
});

describe('a letter or decision with an agreement after it', () => {
  const agreement =
    'Överenskommelse om samverkan\n\nParter: Orsa kommun och Orsa Ridklubb\n\nGiltighetstid\nÖverenskommelsen gäller 2023-01-01–2024-12-31.';

  it.each([
    [
      'Tjänsteskrivelse\nDatum 2022-11-02\n\nÖverenskommelsen löper som längst till 2027-12-31.',
      agreement,
    ],
    ['Följebrev\n\nDet gamla avtalet gällde 2020-01-01–2022-12-31.', `Bilaga 1\n${agreement}`],
  ])('gives the agreement: %s', (...pages) => {
    expect(offered(['start', 'end', 'civil_actors'], ...pages)).toEqual({
      start: '2023-01-01',
      end: '2024-12-31',
      civil_actors: 'Orsa Ridklubb',
    });
  });

  it('of which no page is an agreement gives nothing', () => {
    const pages = [
      'Tjänsteskrivelse\nDatum 2022-11-02',
      'Avtal som nämns i ärendet gäller 2023-01-01–2024-12-31.',
    ];
    expect(offered(['start'], ...pages)).toEqual({ start: 'unclear: about-agreements' });
  });
});

it.each(['Ansökan om partnerskap', 'Slutrapport', 'Riktlinje för partnerskap'])(
  'what only outlines an agreement answers nothing, whatever its headings: %s',
  (title) => {
    const text = `${title}\n\nAvtalsperiod\nAvtalet ska gälla 2023-01-01–2024-12-31.`;
    expect(offered(['start'], text)).toEqual({ start: 'unclear: about-agreements' });
  },
);

describe('the term', () => {
  it('is from the first to the last of years in a row', () => {
    const text = 'Avtal\nAvtalet omfattar verksamhetsåren 2020, 2021 och 2022.';
    expect(offered(['start', 'end'], text)).toEqual({ start: '2020', end: '2022' });
  });

  it('is unclear where two headings give two ends', () => {
    const text =
      'Avtal\nAvtalstid: 2022-01-01–2024-12-31\n\n9. Avtalets giltighet\nAvtalet gäller från 2022-01-01 till 2025-12-31.';
    expect(offered(['start', 'end'], text)).toEqual({
      start: '2022-01-01',
      end: 'unclear: contradicts',
    });
  });

  it('is unclear where a rule stands for its dates', () => {
    const text = 'Avtal\n\nGiltighetstid\nAvtalet gäller från ________ till ________.';
    expect(offered(['start', 'end'], text)).toEqual({
      start: 'unclear: left-blank',
      end: 'unclear: left-blank',
    });
  });
});

describe('an addition', () => {
  it('that prolongs outright gives the new end', () => {
    const text = 'Tilläggsavtal\nAvtalet förlängs till och med 2024-06-30.';
    expect(offered(['end'], text)).toEqual({ end: '2024-06-30' });
  });

  it('that prolongs on a condition does not', () => {
    const text =
      'Avtal\nAvtalet förlängs till och med 2024-06-30 om inte någon part säger upp det.';
    expect(offered(['end'], text).end).not.toBe('2024-06-30');
  });
});

describe('whom it is for', () => {
  it('is told by what is done, where nothing else says', () => {
    const text = 'Avtal\nFöreningen erbjuder äldre hembesök och gemensamma luncher.';
    expect(offered(['target_group'], text)).toEqual({ target_group: 'elderly' });
  });

  it('is not, where that is done for several groups', () => {
    const text = 'Avtal\nFöreningen erbjuder barn simskola. Föreningen erbjuder äldre promenader.';
    expect(offered(['target_group'], text)).toEqual({ target_group: 'nothing' });
  });
});

it('what a party wants is the purpose, unless it wants to be rid of it', () => {
  const text =
    'Avtal\nVi som skriver under vill att fler barn lär sig simma.\nParterna vill säga upp avtalet i god tid.';
  expect(offered(['purpose'], text)).toEqual({
    purpose: 'Vi som skriver under vill att fler barn lär sig simma.',
  });
});
