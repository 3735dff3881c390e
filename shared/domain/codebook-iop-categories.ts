import type { z } from 'zod';

import type { Category } from './codebook';

/**
 * The allowed answers of the built-in codebook's two single choices, in the order of their digit
 * keys. Labels and what belongs where follow the report; definitions and examples are our words.
 */
export const TARGET_GROUPS: z.input<typeof Category>[] = [
  {
    id: 'children_youth',
    label: { sv: 'Barn/unga vuxna', en: 'Children and young adults' },
    span: '0–25',
    definition: {
      sv: 'Insatsen vänder sig till personer upp till och med 25 år. Hit hör också stöd som ges till familjer för barnens skull.',
      en: 'The work is for people up to and including 25 years of age, also when it reaches them through support to their families.',
    },
    examples: [
      { sv: 'Läxhjälp för elever i grundskolan.', en: 'Help with homework for pupils.' },
      {
        sv: 'Samtalsgrupper för barn vars förälder är svårt sjuk.',
        en: 'Support groups for children who have a seriously ill parent.',
      },
      { sv: 'Nattfotboll för unga i ett bostadsområde.', en: 'Midnight football for local youth.' },
    ],
  },
  {
    id: 'adults',
    label: { sv: 'Vuxna', en: 'Adults' },
    span: '26–65',
    definition: {
      sv: 'Insatsen vänder sig till vuxna i åldern 26–65 år.',
      en: 'The work is for adults between 26 and 65 years of age.',
    },
    examples: [
      {
        sv: 'Arbetsträning för personer som länge stått utan arbete.',
        en: 'Work training for people who have long been out of work.',
      },
      {
        sv: 'Skyddat boende för våldsutsatta kvinnor, när barnen inte är en egen målgrupp.',
        en: 'Sheltered housing for women exposed to violence, where children are no group of their own.',
      },
    ],
  },
  {
    id: 'elderly',
    label: { sv: 'Äldre', en: 'Older people' },
    span: '65+',
    definition: {
      sv: 'Insatsen vänder sig enbart till personer över 65 år (seniorer, pensionärer).',
      en: 'The work is only for people over 65 years of age (senior citizens, pensioners).',
    },
    examples: [
      {
        sv: 'Besöksverksamhet mot ofrivillig ensamhet bland seniorer.',
        en: 'A visiting service against loneliness among senior citizens.',
      },
      {
        sv: 'Fysisk aktivitet och social samvaro för pensionärer.',
        en: 'Physical exercise and company for pensioners.',
      },
    ],
  },
  {
    id: 'all',
    label: { sv: 'Samtliga', en: 'Everyone' },
    span: null,
    definition: {
      sv: 'Insatsen vänder sig till flera åldersgrupper utan att någon av dem är överordnad, eller till invånarna i stort.',
      en: 'The work is for several age groups of which none comes first, or for the inhabitants at large.',
    },
    examples: [
      {
        sv: 'Brottsofferstöd till alla som bor i kommunen.',
        en: 'Support to victims of crime for everyone who lives in the municipality.',
      },
      {
        sv: 'Boende och mat till flyktingar i alla åldrar.',
        en: 'Housing and food for refugees of all ages.',
      },
      {
        sv: 'Trygghetsskapande arbete för invånare och anställda.',
        en: 'Making a district safer for those who live and work there.',
      },
    ],
  },
];

export const INTERVENTION_AREAS: z.input<typeof Category>[] = [
  {
    id: 'safety',
    label: { sv: 'Trygghetsskapande', en: 'Safety in public places' },
    span: null,
    definition: {
      sv: 'Syftet är att en plats eller ett område ska bli tryggare att vistas i, särskilt kvällar och nätter.',
      en: 'The purpose is that a place or a district becomes safer to be in, above all in the evening and at night.',
    },
    examples: [
      { sv: 'Nattvandring i bostadsområden.', en: 'Adults walking the neighbourhood at night.' },
      {
        sv: 'Nattfotboll och andra öppna aktiviteter när området annars känns otryggt.',
        en: 'Midnight football and other open activities when a district feels unsafe.',
      },
    ],
  },
  {
    id: 'leisure_education',
    label: { sv: 'Fritid/Utbildning', en: 'Leisure and education' },
    span: null,
    definition: {
      sv: 'Syftet är en meningsfull fritid, eller att klara och komma vidare i skolan.',
      en: 'The purpose is meaningful leisure time, or to manage and move on in school.',
    },
    examples: [
      { sv: 'Aktiviteter efter skoltid.', en: 'Activities after school.' },
      { sv: 'Läxhjälp och studiestöd.', en: 'Help with homework and studies.' },
    ],
  },
  {
    id: 'health_rehabilitation',
    label: { sv: 'Hälsa/Rehabilitering', en: 'Health and rehabilitation' },
    span: null,
    definition: {
      sv: 'Syftet är bättre fysisk eller psykisk hälsa, rehabilitering, eller mindre ofrivillig ensamhet.',
      en: 'The purpose is better physical or mental health, rehabilitation, or less loneliness.',
    },
    examples: [
      {
        sv: 'Träffar som bryter ofrivillig ensamhet bland seniorer.',
        en: 'Gatherings that break loneliness among senior citizens.',
      },
      {
        sv: 'Vård och stöd till människor som skadats av tortyr eller krig.',
        en: 'Care for people injured by torture or war.',
      },
      {
        sv: 'Samtalsstöd till barn och familjer vid sjukdom eller sorg.',
        en: 'Counselling for children and families in illness or grief.',
      },
    ],
  },
  {
    id: 'crime_victims_prevention',
    label: { sv: 'Brottsoffer/Brottsförebyggande', en: 'Victims of crime and crime prevention' },
    span: null,
    definition: {
      sv: 'Syftet är att stödja dem som utsatts för, bevittnat eller begått brott, att ge skydd mot våld i nära relationer, eller att förebygga brott.',
      en: 'The purpose is to support those who have suffered, witnessed or committed a crime, to protect from violence in close relationships, or to prevent crime.',
    },
    examples: [
      {
        sv: 'Brottsofferjourens stöd till brottsutsatta, vittnen och anhöriga.',
        en: 'Support to victims, witnesses and their families by a victim support association.',
      },
      {
        sv: 'Kvinnojour med stöd och skyddat boende för våldsutsatta kvinnor och barn.',
        en: "A women's shelter that supports and protects women and children exposed to violence.",
      },
      {
        sv: 'Kartläggning och kunskapshöjande insatser för att minska brottsligheten i en stad.',
        en: 'Mapping and training to bring down crime in a town.',
      },
    ],
  },
  {
    id: 'labour_integration',
    label: { sv: 'Arbete/Integration', en: 'Work and integration' },
    span: null,
    definition: {
      sv: 'Syftet är att fler ska kunna få ett arbete, eller att nyanlända och andra ska komma in i samhället.',
      en: 'The purpose is that more people become able to find work, or that newcomers and others become part of society.',
    },
    examples: [
      {
        sv: 'Arbetsträning eller praktik för den som står långt från arbetsmarknaden.',
        en: 'Work training or a placement for those far from the labour market.',
      },
      {
        sv: 'Språkträning och mötesplatser där människor med olika bakgrund möts.',
        en: 'Language practice and places where people of different backgrounds meet.',
      },
    ],
  },
  {
    id: 'disability',
    label: { sv: 'Funktionsnedsättning', en: 'Disability' },
    span: null,
    definition: {
      sv: 'Syftet gäller särskilt personer med funktionsnedsättning, vad insatsen än består av.',
      en: 'The purpose concerns people with disabilities in particular, whatever is done.',
    },
    examples: [
      { sv: 'Parasport.', en: 'Sports for people with disabilities.' },
      {
        sv: 'En verksamhet i äldreomsorgen som framför allt anställer personer med funktionsnedsättning.',
        en: 'A service in elderly care that above all employs people with disabilities.',
      },
    ],
  },
  {
    id: 'basic_needs',
    label: { sv: 'Akut basbehov', en: 'Urgent basic needs' },
    span: null,
    definition: {
      sv: 'Syftet är att lindra akut nöd: boende, mat, kläder eller hygien för dem som saknar det, medborgare som flyktingar.',
      en: 'The purpose is to relieve urgent need: housing, food, clothes or hygiene for those who lack them, citizens and refugees alike.',
    },
    examples: [
      {
        sv: 'Härbärge och dagcenter för människor i hemlöshet.',
        en: 'A night shelter and a day centre for homeless people.',
      },
      {
        sv: 'Boende, mat och kläder till flyktingar i ett akut läge.',
        en: 'Housing, food and clothes for refugees in an emergency.',
      },
    ],
  },
  {
    id: 'other',
    label: { sv: 'Övrigt', en: 'Other' },
    span: null,
    definition: {
      sv: 'Syftet är klart men hör inte till något av de sju områdena. Välj inte Övrigt för att syftet är otydligt.',
      en: 'The purpose is clear but belongs to none of the seven areas. Do not choose this because the purpose is unclear.',
    },
    examples: [
      { sv: 'Bättre krisberedskap.', en: 'Better preparedness for a crisis.' },
      {
        sv: 'Närmare samarbete mellan föreningslivet och kommunen.',
        en: 'Closer cooperation between associations and the municipality.',
      },
    ],
  },
];
