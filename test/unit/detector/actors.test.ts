import { describe, expect, it } from 'vitest';

import {
  organisationNumbers,
  passesCheckDigit,
} from '../../../shared/domain/detector/organisation-number';
import { flatten } from '../../../shared/domain/detector/flat-text';
import { findingsIn, offered, pagesOf } from '../../support/detector';

const parties = (...texts: string[]) => offered(['public_actors', 'civil_actors'], ...texts);

describe('parties', () => {
  it('are read from a sentence that defines them', () => {
    expect(
      parties(
        'Avtal\n1. Parter\nMellan Solna stad, org.nr 212000-0183, nedan kallad Staden, och Stiftelsen Tryggare Sverige, org.nr 802478-0000, nedan kallad Stiftelsen, har följande överenskommits.',
      ),
    ).toEqual({ public_actors: 'Solna stad', civil_actors: 'Stiftelsen Tryggare Sverige' });
  });

  it('are read with the association first and an office as party', () => {
    expect(
      parties(
        'Samarbetsavtal mellan Gävle Brottsofferförening och Socialtjänst Gävle\n§ 1. Parter\nDetta avtal har träffats mellan Gävle Brottsofferförening, nedan kallad föreningen, och Socialtjänst Gävle, nedan kallad socialtjänsten.',
      ),
    ).toEqual({
      public_actors: 'Gävle kommun (Socialtjänst)',
      civil_actors: 'Gävle Brottsofferförening',
    });
  });

  it('are read from a cover', () => {
    expect(
      parties(
        'Dnr KS/2015:438\nAvtal\nIdéburet Offentligt Partnerskap\nmellan\nUpplands Väsby kommun\noch\nKvinnojouren Klara',
        '1. Bakgrund\nDetta är en text om stöd.\nUnderskrifter\nFör Upplands Väsby kommun\nOrt och datum\nFör Kvinnojouren Klara\nOrt och datum',
      ),
    ).toEqual({ public_actors: 'Upplands Väsby kommun', civil_actors: 'Kvinnojouren Klara' });
  });

  it('are read from a table whose cells run together', () => {
    expect(
      parties(
        'Avtal\nParter\nKommunen Föreningen\nÖrebro kommun Kvinnojouren Lyktan i Åsby\nOrg.nr 212000-1967 Org.nr 899749-5877\nDrottninggatan 2 Storgatan 23',
      ),
    ).toEqual({ public_actors: 'Örebro kommun', civil_actors: 'Kvinnojouren Lyktan i Åsby' });
  });

  it('can be several on each side', () => {
    expect(
      parties(
        'Avtal\n1. Parter\nParter är Huddinge kommun, Botkyrka kommun, Rädda Barnen Södertörn och Kvinno- och tjejjouren Ada.',
      ),
    ).toEqual({
      public_actors: 'Huddinge kommun; Botkyrka kommun',
      civil_actors: 'Rädda Barnen Södertörn; Kvinno- och tjejjouren Ada',
    });
  });

  it('end where the next sentence begins', () => {
    expect(
      parties(
        'Avtal\n1 Parter\nOffentlig part är Göteborgs Stad, Socialförvaltningen Sydväst. Idéburna parter är:\n• Räddningsmissionen\n• Reningsborg\nUnderskrifter\nFör Socialförvaltningen Sydväst\nOrt och datum',
      ),
    ).toEqual({
      public_actors: 'Göteborgs Stad (Socialförvaltningen Sydväst)',
      civil_actors: 'Räddningsmissionen; Reningsborg',
    });
  });

  it('another municipality in an association’s name is no party', () => {
    expect(
      parties(
        'Avtal\n1. Parter\nOffentlig part: Huddinge kommun\nIdéburen part: Brottsofferjouren Huddinge-Botkyrka',
      ),
    ).toEqual({
      public_actors: 'Huddinge kommun',
      civil_actors: 'Brottsofferjouren Huddinge-Botkyrka',
    });
  });

  it('a municipality within an association’s name is no party either', () => {
    expect(
      parties(
        'Avtal\n1. Parter\nMellan Knivsta kommun, nedan kommunen, och Anhörigföreningen i Uppsala kommun, nedan föreningen, har följande överenskommits.',
      ).public_actors,
    ).toBe('Knivsta kommun');
  });

  it('an umbrella that the association belongs to, authorities and places are no parties', () => {
    expect(
      parties(
        'Avtal\n1. Parter\nMellan Lunds kommun, nedan kommunen, och Kvinnojouren Tuvan, nedan jouren, har följande överenskommits.\n2. Bakgrund\nJouren är ansluten till Unizon. Polisen, Länsstyrelsen Skåne och SKR deltar. Verksamheten bedrivs i Lund och Malmö stad.',
      ),
    ).toEqual({ public_actors: 'Lunds kommun', civil_actors: 'Kvinnojouren Tuvan' });
  });

  it('a district stands for its city, and a board for the body in the letterhead', () => {
    expect(
      parties(
        'Avtal\n1. Parter\nOffentlig part: Farsta stadsdelsnämnd\nIdéburen part: Nattvandrarna i Björkdal',
      ).public_actors,
    ).toBe('Stockholms stad (Farsta stadsdelsnämnd)');
    expect(
      parties('Motala kommun\nAvtal\n1. Parter\nParter: Socialnämnden och Kvinnojouren Lyktan.')
        .public_actors,
    ).toBe('Motala kommun (Socialnämnden)');
  });

  it('a board without any body is not guessed at', () => {
    expect(
      parties('Avtal\n1. Parter\nParter: Socialnämnden och Kvinnojouren Lyktan.').public_actors,
    ).toBe('nothing');
  });

  it('a municipality in the footer alone is unclear', () => {
    const found = findingsIn(
      'Avtal om stöd\n1. Parter\nKommunen och föreningen.\nPostadress: Gnesta kommun, 646 80 Gnesta\nOrg.nr 212000-2965',
    );

    expect(found['public_actors']?.outcome).toBe('unclear');
    expect(found['public_actors']?.candidates[0]?.reasons.map(({ code }) => code)).toEqual([
      'letterhead-only',
    ]);
  });

  it('misspelt and misread names are recognised', () => {
    expect(
      parties('Avtal\n1. Parter\nOffentlig part: Upplands Väsby kommmun\nIdéburen part: FUB Norrby')
        .public_actors,
    ).toBe('Upplands Väsby kommun');
    expect(
      parties('Avtal\n1. Parter\nOffentlig part: Hudiksva1ls kornrnun\nIdéburen part: FUB Norrby')
        .public_actors,
    ).toBe('Hudiksvalls kommun');
  });

  it('carry a passage for each party', () => {
    const found = findingsIn(
      'Avtal\n1. Parter\nMellan Solna stad, org.nr 212000-0183, nedan Staden, och Nattvandrarna i Åsby, org.nr 802478-0000, nedan Föreningen, har följande överenskommits.',
    );

    expect(found['public_actors']?.candidates[0]?.passages.map(({ quote }) => quote)).toEqual([
      'Solna stad',
    ]);
    expect(found['civil_actors']?.candidates[0]?.passages.map(({ quote }) => quote)).toEqual([
      'Nattvandrarna i Åsby',
    ]);
  });
});

describe('organisation numbers', () => {
  const numbersIn = (text: string) => organisationNumbers(flatten(pagesOf(text)));

  it('are checked by their tenth digit', () => {
    expect(passesCheckDigit('212000-0142')).toBe(true);
    expect(passesCheckDigit('232100-0016')).toBe(true);
    expect(passesCheckDigit('212000-0143')).toBe(false);
    expect(passesCheckDigit('212000-014')).toBe(false);
  });

  it('are found with any separator, and told when a digit is lost', () => {
    const found = numbersIn(
      'Org.nr 212000-0142, organisationsnummer 802478–0005, orgnr: 2321000016, org nr 21200-2916',
    );

    expect(found.map(({ digits, valid, side }) => [digits, valid, side])).toEqual([
      ['212000-0142', true, 'public'],
      ['802478-0005', passesCheckDigit('8024780005'), 'civil'],
      ['232100-0016', true, 'public'],
      ['21200-2916', false, 'other'],
    ]);
  });

  it('are not birth numbers or telephone numbers', () => {
    expect(numbersIn('Tfn 08-465 004 02, 811218-9876, mobil 070-174 06 31')).toEqual([]);
  });
});
