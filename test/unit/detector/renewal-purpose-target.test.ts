import { describe, expect, it } from 'vitest';

import { findingsIn, offered } from '../../support/detector';

const renewal = (sentence: string) =>
  offered(
    ['renewal'],
    `Avtal\n5. Avtalstid\nAvtalet gäller från och med 2022-01-01 till och med 2023-12-31. ${sentence}`,
  )['renewal'];

describe('renewal', () => {
  it.each([
    [
      'Därefter förlängs avtalet årsvis om ingen av parterna säger upp det senast tre månader före avtalstidens utgång.',
      'automatic(period=12,notice=3)',
    ],
    [
      'Avtalet förlängs med ett (1) år i sänder om det inte sagts upp senast sex (6) månader innan avtalstiden löper ut, dock högst två gånger.',
      'automatic(period=12,notice=6,ceiling=2)',
    ],
    [
      'Avtalet förlängs automatiskt med tolv månader åt gången. Uppsägning ska ske skriftligen senast nio månader före avtalstidens utgång.',
      'automatic(period=12,notice=9)',
    ],
    [
      'Därefter förlängs avtalet år för år såvida inte någon part senast 3 månader dessförinnan har sagt upp det, dock längst till och med 2025-12-31.',
      'automatic(period=12,notice=3,ceiling=2025-12-31)',
    ],
    [
      'Därefter förlängs avtalet med en period av samma längd om det inte sägs upp minst en månad före avtalstidens utgång.',
      'automatic(period=24,notice=1)',
    ],
    [
      'Avtalet kan förlängas med ytterligare två år om parterna är överens.',
      'by_agreement(period=24)',
    ],
    ['Med möjlighet till förlängning i ett år.', 'by_agreement(period=12)'],
    ['Avtalet upphör därefter utan särskild uppsägning.', 'none'],
    ['Vardera parten kan säga upp avtalet i förtid med tre månaders uppsägningstid.', 'nothing'],
  ])('%s', (sentence, expected) => {
    expect(renewal(sentence)).toBe(expected);
  });

  it('that a document itself is, is no clause about one', () => {
    expect(
      offered(
        ['renewal', 'start', 'end'],
        'Förlängning av avtal\n3. Förlängning\nParterna är överens om att förlänga avtalet. Förlängningen omfattar perioden 2024-01-01 – 2024-12-31. Förlängningen kan sägas upp skriftligen med tre månaders uppsägningstid.',
      ),
    ).toEqual({ renewal: 'nothing', start: '2024-01-01', end: '2024-12-31' });
  });
});

describe('the purpose', () => {
  it('is the sentence under its heading, levelled, with the passage as it stands', () => {
    const found = findingsIn(
      'Avtal\n2. Bakgrund\nMånga är ensamma.\n3. Syfte\nSyftet med partnerskapet är att minska den ofrivilliga ensam-\nheten bland äldre i kommunen.\n4. Ekonomi\nKommunen bidrar med 100 000 kr.',
    );
    const [best] = found['purpose']?.candidates ?? [];

    expect(best?.value).toEqual({
      type: 'text',
      text: 'Syftet med partnerskapet är att minska den ofrivilliga ensamheten bland äldre i kommunen.',
    });
    expect(best?.passages[0]?.quote).toBe(
      'Syftet med partnerskapet är att minska den ofrivilliga ensam-\nheten bland äldre i kommunen.',
    );
  });

  it('is also found without a heading', () => {
    expect(
      offered(
        ['purpose'],
        'Avtal\n1. Inledning\nParterna samarbetar för att fler unga ska få en meningsfull fritid.',
      )['purpose'],
    ).toBe('Parterna samarbetar för att fler unga ska få en meningsfull fritid.');
  });
});

describe('the target group', () => {
  const group = (sentence: string) =>
    offered(['target_group'], `Avtal\n4. Målgrupp\n${sentence}`)['target_group'];

  it.each([
    ['Målgruppen är barn och unga mellan 12 och 20 år.', 'children_youth'],
    ['Insatserna riktar sig till ungdomar upp till 25 år.', 'children_youth'],
    ['Målgruppen är vuxna mellan 26 och 65 år som har utsatts för brott.', 'adults'],
    ['Verksamheten vänder sig till seniorer, 65 år och äldre.', 'elderly'],
    ['Målgruppen är pensionärer i kommunen.', 'elderly'],
    ['Målgruppen är alla invånare i kommunen, oavsett ålder.', 'all'],
    ['Målgruppen är barn såväl som vuxna och äldre.', 'all'],
    ['Målgruppen är kvinnor och deras barn.', 'unclear: several-groups'],
    ['Målgruppen är personer med försörjningsstöd.', 'unclear: no-group-words'],
  ])('%s', (sentence, expected) => {
    expect(group(sentence)).toBe(expected);
  });
});
