import type { ThemeWords } from './area';

export const other: ThemeWords = {
  associations: [
    ['Civilförsvarsförbundet {bygd}', 'civilforsvar'],
    ['Frivilligcentralen {namn}', null],
    ['Byalagen i {bygd}', null],
    ['Rödakorskretsen {bygd}', 'roda-korset'],
  ],
  topics: [
    'Lokal krisberedskap i {ort}',
    'Frivilligcentral och samordning',
    'Stöd till den idéburna sektorn i {ort}',
    'Levande landsbygd',
    'Samordning av frivilliga vid kris',
  ],
  targets: {
    all: {
      short: ['invånarna', 'föreningslivet', 'alla invånare'],
      long: [
        'samtliga invånare i {ort}',
        'ideella föreningar, trossamfund och stiftelser verksamma i {ort} och genom dem alla invånare',
        'alla boende i {ort}, oavsett ålder och bostadsort',
      ],
    },
  },
  goals: [
    'höja krisberedskapen i {ort} genom utbildade frivilliga',
    'stärka samarbetet mellan den idéburna sektorn och {K}',
    'ge {mål} bättre förutsättningar att ta hand om sig själva och andra vid en samhällsstörning',
    'samordna frivilliga krafter så att de kommer till nytta där behoven finns',
    'göra det enklare för ideella föreningar att samverka med {K}',
    'hålla kunskapen om hemberedskap levande bland {mål}',
    'ge mindre föreningar stöd i administration och utveckling',
    'utveckla landsbygden i {ort} utifrån invånarnas egna initiativ',
  ],
  activities: [
    'utbilda minst 40 frivilliga i första hjälpen och hemberedskap varje år',
    'hålla ett register över frivilliga som kan kallas in med kort varsel',
    'bemanna trygghetspunkter vid längre avbrott i el eller vatten',
    'ordna fyra nätverksträffar per år för föreningar',
    'erbjuda rådgivning till nya föreningar',
    'delta i {K}s krisövningar',
    'samla byalagens önskemål inför den årliga dialogen',
  ],
  support: [
    'larma {C} enligt en gemensam kontaktlista',
    'upplåta lokaler och materiel för övningar',
    'bjuda in {C} till krisledningens samverkansmöten',
    'utse en samordnare för samarbetet med civilsamhället',
  ],
  background: [
    'Erfarenheterna från stormen {å2} visade hur viktiga frivilliga är när samhället utsätts för påfrestningar.',
    'Den lokala överenskommelsen mellan {K} och föreningslivet antogs {å2} och pekar ut partnerskap som en form.',
    'Många mindre föreningar saknar stöd i frågor om ekonomi, försäkring och dataskydd.',
    'I {ort} finns fler än trettio byalag och bygdeföreningar.',
  ],
  indicators: [
    'antal utbildade frivilliga',
    'antal övningar',
    'antal föreningar som fått rådgivning',
    'antal deltagare vid nätverksträffar',
  ],
  secondary: {
    safety: 'En god beredskap bidrar också till att invånarna känner sig trygga.',
    labour_integration: 'Föreningar som arbetar med integration får del av samma stöd som andra.',
  },
  boards: ['Kommunstyrelsen', 'Samhällsbyggnadsnämnden'],
};
