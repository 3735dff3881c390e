import { describe, expect, it } from 'vitest';

import { findingsIn, offered } from '../../support/detector';

const term = (...texts: string[]) => offered(['start', 'end'], ...texts);
const clause = (sentence: string) => term(`Samarbetsavtal\n5. Avtalstid\n${sentence}`);

describe('the dates of the term, in the ways agreements word it', () => {
  it.each([
    [
      'from one day through another',
      'Avtalet gäller från och med 2024-01-01 till och med 2026-12-31.',
      '2024-01-01',
      '2026-12-31',
    ],
    [
      'abbreviated',
      'Avtalet gäller fr.o.m. den 1 januari 2023 t.o.m. den 31 december 2025.',
      '2023-01-01',
      '2025-12-31',
    ],
    [
      'abbreviated with spaces, days as fractions',
      'Överenskommelsen gäller fr o m 1/7 2024 t o m 30/6 2026.',
      '2024-07-01',
      '2026-06-30',
    ],
    [
      'with a dash',
      'Överenskommelsen omfattar perioden 1 juli 2024 – 31 december 2027.',
      '2024-07-01',
      '2027-12-31',
    ],
    [
      'coming into force and ceasing',
      'Avtalet träder i kraft den 1 mars 2022 och upphör att gälla den 29 februari 2024.',
      '2022-03-01',
      '2024-02-29',
    ],
    [
      'eight digits',
      'Avtalstiden omfattar tiden från 20240101 till och med 20251231.',
      '2024-01-01',
      '2025-12-31',
    ],
    ['six digits', 'Avtalet gäller fr.o.m. 240101 t.o.m. 251231.', '2024-01-01', '2025-12-31'],
    ['a calendar year', 'Detta avtal gäller kalenderåret 2024.', '2024', '2024'],
    ['a bare year', 'Detta avtal gäller år 2009.', '2009', '2009'],
    ['years with a dash', 'Avtalet avser åren 2023–2025.', '2023', '2025'],
    ['a school year', 'Överenskommelsen gäller läsåret 2024/25.', '2024', '2025'],
    ['months of one year', 'Avtalet gäller april–oktober 2019.', '2019-04', '2019-10'],
    ['a season over New Year', 'Avtalet gäller november 2023–mars 2024.', '2023-11', '2024-03'],
    [
      'until further notice',
      'Avtalet gäller från och med 2021-04-01 och tills vidare med en ömsesidig uppsägningstid om sex månader.',
      '2021-04-01',
      'open-ended',
    ],
    [
      'a length from a day',
      'Avtalet gäller i tre år från och med 2024-01-01.',
      '2024-01-01',
      '2026-12-31',
    ],
    [
      'letters that a scanner misread',
      'Avta1et gäller från och rned den l januarí 2O23 till och med den 31 dccernber 2025.',
      '2023-01-01',
      '2025-12-31',
    ],
  ])('are read: %s', (_, sentence, start, end) => {
    expect(clause(sentence)).toEqual({ start, end });
  });

  it('are found under a heading that leads into its paragraph, and over a line break', () => {
    const found = term(
      'Avtal\n§ 1. Parter\nLunds kommun och föreningen.\n§ 7. Giltighetstid. Överenskommelsen gäller från och\nmed 2024-01-01 till och med\n2026-12-31. § 8 gäller därefter.',
    );

    expect(found).toEqual({ start: '2024-01-01', end: '2026-12-31' });
  });

  it('quote the words that say so', () => {
    const found = findingsIn(
      'Avtal\n5. Avtalstid\nAvtalet gäller från och med 2024-01-01 till och med 2026-12-31.',
    );

    expect(found['start']?.candidates[0]?.passages[0]?.quote).toBe('från och med 2024-01-01');
    expect(found['end']?.candidates[0]?.passages[0]?.quote).toBe('till och med 2026-12-31');
  });
});

describe('dates that are not the term', () => {
  it.each([
    ['the version of a form', 'UBK1005, v2.0, 2014-11-03'],
    ['the day of a decision', 'Beslutad av socialnämnden den 14 mars 2023, § 76.'],
    ['an approval', 'Avtalet godkändes av kommunstyrelsen 2023-03-14 (§ 76).'],
    [
      'an act',
      'Partnerskapet är inte en upphandling enligt lagen (2016:1145) om offentlig upphandling.',
    ],
    [
      'registration numbers that look like years',
      'Dnr KS/2012:628-805, SN 2019/0055, KSN-2016-1422',
    ],
    [
      'an earlier agreement',
      'Avtalet ersätter tidigare överenskommelse som gällde 2018-01-01 – 2020-12-31.',
    ],
    ['a deadline for a report', 'Verksamhetsberättelse lämnas senast den 28 februari 2025.'],
    [
      'the base year of an index',
      'Beloppet räknas upp med arbetskostnadsindex (AKI) med 2022 som basår.',
    ],
    ['a payment', 'Bidraget för 2024 är 400 000 kronor och betalas den 15 januari 2024.'],
    ['the stamp of a registry', 'Inkom 2023-11-29'],
    ['the founding of an association', 'Föreningen bildades 2011 och har 140 medlemmar.'],
  ])('give nothing: %s', (_, line) => {
    expect(term(`Samarbetsavtal\n${line}\n1. Bakgrund\n${line}\n2. Ekonomi\n${line}`)).toEqual({
      start: 'nothing',
      end: 'nothing',
    });
  });

  it('do not hide the term among them', () => {
    const found = term(
      [
        'Socialförvaltningen',
        'UBK1005, v2.0, 2014-11-03',
        'Dnr SN 2023/0055',
        'Beslutad av socialnämnden den 20 november 2023, § 104.',
        '1. Bakgrund',
        'Parterna har sedan tidigare ett avtal som gällde 2021-01-01 – 2023-12-31.',
        '2. Avtalstid',
        'Avtalet gäller från och med den 1 januari 2024 till och med den 31 december 2026.',
        '3. Uppföljning',
        'En rapport lämnas senast den 31 mars 2026.',
        'Underskrifter',
        'Solna 2023-12-05',
      ].join('\n'),
    );

    expect(found).toEqual({ start: '2024-01-01', end: '2026-12-31' });
  });

  it('in minutes, plans and a signing log after the agreement are left alone', () => {
    const found = term(
      'Avtal\n4. Avtalstid\nAvtalet gäller från och med 2024-01-01 till och med 2025-12-31.',
      'Bilaga 1. Protokollsutdrag\nSammanträdesdatum 2023-11-20\nAnslaget 2023-11-27 – 2023-12-18\nAvtalet gäller från och med 2020-01-01 till och med 2021-12-31.',
      'Signeringslogg\n2023-12-05 09:14:02 UTC',
    );

    expect(found).toEqual({ start: '2024-01-01', end: '2025-12-31' });
  });

  it('the last day of a renewal is not the end', () => {
    expect(
      clause(
        'Avtalet gäller 2022-01-01 – 2023-12-31. Därefter förlängs avtalet med ett år i sänder om ingen part säger upp det senast tre månader före avtalstidens utgång, dock längst till och med 2025-12-31.',
      ),
    ).toEqual({ start: '2022-01-01', end: '2023-12-31' });
  });
});

describe('a term that the text leaves open', () => {
  it.each([
    [
      'only a length',
      'Avtalet gäller i tre år från undertecknandet.',
      'unclear: vague-start',
      'unclear: only-length',
    ],
    [
      'dates left blank',
      'Avtalet gäller från och med 20XX-XX-XX till och med 20XX-XX-XX.',
      'unclear: left-blank',
      'unclear: left-blank',
    ],
    [
      'lines to fill in',
      'Avtalet gäller fr.o.m. den __ / __ 20__ t.o.m. den __ / __ 20__.',
      'unclear: left-blank',
      'unclear: left-blank',
    ],
    ['only an end', 'Avtalet gäller till och med 2025-12-31.', 'nothing', '2025-12-31'],
    ['only a beginning', 'Avtalet börjar gälla 2024-01-01.', '2024-01-01', 'nothing'],
    [
      'the turn of a year',
      'Avtalet gäller i tre år från och med årsskiftet.',
      'unclear: vague-start',
      'unclear: only-length',
    ],
  ])('is told so: %s', (_, sentence, start, end) => {
    expect(clause(sentence)).toEqual({ start, end });
  });

  it('shows the sentence that leaves it open', () => {
    const found = findingsIn('Avtal\n5. Avtalstid\nAvtalet gäller i tre år från undertecknandet.');

    expect(found['end']?.unclear.map(({ quote }) => quote)).toEqual([
      'Avtalet gäller i tre år från undertecknandet.',
    ]);
  });

  it('is told where two sentences contradict each other, with both to choose from', () => {
    const found = findingsIn(
      'Avtal\n5. Avtalstid\nAvtalet gäller från och med 2024-01-01 till och med 2025-12-31.\n6. Giltighet\nAvtalet gäller från och med 2024-01-01 till och med 2026-12-31.',
    );

    expect(found['end']?.reasons.map(({ code }) => code)).toEqual(['contradicts']);
    expect(found['end']?.candidates.map(({ value }) => value)).toEqual([
      { type: 'end', end: '2025-12-31' },
      { type: 'end', end: '2026-12-31' },
    ]);
  });
});
