import { describe, expect, it } from 'vitest';

import { findingsIn, offered } from '../../support/detector';

/** The same thing in the many ways in which agreements word it. */
describe('other wordings', () => {
  it.each([
    ['Avtalstiden är 2023-01-01 till 2024-12-31.', '2023-01-01', '2024-12-31'],
    ['Avtalstiden är tre år från och med den 1 mars 2022.', '2022-03-01', '2025-02-28'],
    ['Avtalet gäller 1 januari–31 december 2023.', '2023-01-01', '2023-12-31'],
    ['Avtalet omfattar perioden 2022-2024.', '2022', '2024'],
    ['Avtalet är tvåårigt med start 2021-07-01.', '2021-07-01', '2023-06-30'],
    ['Samverkan påbörjas i mars 2021 och pågår på obestämd tid.', '2021-03', 'open-ended'],
    [
      'Avtalet träder i kraft den 1 maj 2021 och upphör utan uppsägning den 30 april 2023.',
      '2021-05-01',
      '2023-04-30',
    ],
    [
      'Avtalet förlängs härmed att gälla även under tiden 2021-01-01–2021-12-31.',
      '2021-01-01',
      '2021-12-31',
    ],
  ])('term: %s', (clause, start, end) => {
    expect(offered(['start', 'end'], `Avtal\n\n5. Upplåtelsetid\n${clause}`)).toEqual({
      start,
      end,
    });
  });

  it.each([
    [
      'Avtalet förlängs med ett år i taget om inte uppsägning sker senast sex månader före dess slut.',
      'automatic(period=12,notice=6)',
    ],
    [
      'Därefter förlängs avtalet ett år åt gången, dock längst till och med 2026-12-31.',
      'automatic(period=12,ceiling=2026-12-31)',
    ],
    [
      'Uppsägning ska ske senast 9 månader före avtalstidens utgång. Görs inte detta förlängs avtalet med 3 år.',
      'automatic(period=36,notice=9)',
    ],
    [
      'Uppsägning sker senast tre månader före utgången, i annat fall löper avtalet vidare ett år i sänder.',
      'automatic(period=12,notice=3)',
    ],
    ['Avtalet gäller i två år med option på ytterligare ett år.', 'by_agreement(period=12)'],
    ['Avtalet upphör därefter och kan inte förlängas.', 'none'],
    [
      'Avtalet förlängs därefter automatiskt med ett år i taget utan uppsägning.',
      'automatic(period=12)',
    ],
    [
      'Utan föregående uppsägning förlängs avtalet automatiskt med två år åt gången.',
      'automatic(period=24)',
    ],
    ['Avtalet upphör den 31 december 2023 utan föregående uppsägning.', 'none'],
    ['Avtalet upphör den 31 december 2023 utan särskild uppsägning om det inte förlängs.', 'none'],
    ['Utan särskild uppsägning upphör avtalet om det inte förlängs.', 'none'],
  ])('renewal: %s', (clause, renewal) => {
    expect(offered(['renewal'], `Avtal\n\n5. Löptid\n${clause}`)).toEqual({ renewal });
  });

  it.each([
    [
      'Upplåtare: Bodens kommun, fritidsförvaltningen\nNyttjare: Aspens SK',
      'Bodens kommun (fritidsförvaltningen)',
      'Aspens SK',
    ],
    [
      'Parter\nOmsorgsnämnden i Lunds kommun\nFUB Lund',
      'Lunds kommun (Omsorgsnämnden)',
      'FUB Lund',
    ],
    [
      'SAMVERKANSAVTAL\n\nVäxjö kommun\noch\nVäxjö Väntjänst Förening',
      'Växjö kommun',
      'Växjö Väntjänst Förening',
    ],
    [
      'Avtalet tecknas mellan föreningen Nattvandrarna i Åby och Norrköpings kommun.',
      'Norrköpings kommun',
      'Nattvandrarna i Åby',
    ],
    [
      'Parter\nNacka kommun, 131 81 Nacka\nAspens Scoutkår, Box 12, 131 21 Nacka',
      'Nacka kommun',
      'Aspens Scoutkår',
    ],
    [
      'Parter\nHalmstads kommun, 212000-1215\nHalmstads Ryttarförening, 849200-1111',
      'Halmstads kommun',
      'Halmstads Ryttarförening',
    ],
  ])('parties: %s', (text, publicActors, civilActors) => {
    expect(offered(['public_actors', 'civil_actors'], `Överenskommelse\n\n${text}`)).toEqual({
      public_actors: publicActors,
      civil_actors: civilActors,
    });
  });

  it('the purpose names the group where nothing says so outright', () => {
    const text =
      'Avtal\nSyftet med avtalet är att bryta äldres isolering genom gemensamma måltider.';
    expect(offered(['target_group'], text)).toEqual({ target_group: 'elderly' });
  });

  it('the purpose does not outvote what is said outright', () => {
    const text =
      'Avtal\nSyfte\nSyftet är att barn ska lära av äldre.\nMålgrupp\nMålgruppen är barn i skolåldern.';
    expect(offered(['target_group'], text)).toEqual({ target_group: 'children_youth' });
  });

  it('without a sentence on the purpose the first of the goals says it', () => {
    const text = 'Avtal\n\nMål\nFler barn i kommunen kan simma. Fler simmar ofta.';
    expect(offered(['purpose'], text)).toEqual({ purpose: 'Fler barn i kommunen kan simma.' });
  });

  it.each(['PROTOKOLLSUTDRAG', 'Tjänsteskrivelse', 'Riktlinjer för partnerskap'])(
    'a paper about agreements answers nothing: %s',
    (title) => {
      const text = `${title}\nSocialnämnden\nAvtalet ska gälla från 2022-04-01 till 2023-03-31.`;
      const { start, end } = findingsIn(text);
      for (const finding of [start, end]) {
        expect(finding).toMatchObject({
          outcome: 'unclear',
          reasons: [{ code: 'about-agreements' }],
        });
        expect(finding?.candidates).not.toEqual([]);
      }
    },
  );

  it.each([
    'Överenskommelse enligt riktlinjer',
    'Överenskommelse om idéburet offentligt partnerskap\nAnsökan 2022-02-01',
    'Samverkan enligt ansökan 2022-02-01',
  ])('an agreement without headings is one, whatever its first lines refer to: %s', (lines) => {
    const text = `${lines}\nSocialnämnden\nAvtalet ska gälla från 2022-04-01 till 2023-03-31.`;
    expect(offered(['start', 'end'], text)).toEqual({ start: '2022-04-01', end: '2023-03-31' });
  });

  it('an agreement that quotes a decision at its top is an agreement', () => {
    const text =
      'Avtal\nProtokoll KS § 3\nParter\nLunds kommun och FUB Lund\nAvtalstid\nAvtalet gäller 2022-04-01–2023-03-31.';
    expect(offered(['start'], text)).toEqual({ start: '2022-04-01' });
  });
});
