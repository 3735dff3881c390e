import { Codebook } from './codebook';
import { INTERVENTION_AREAS, TARGET_GROUPS } from './codebook-iop-categories';

/**
 * The built-in codebook: what the national survey of *idéburet offentligt partnerskap* asked of each
 * agreement, with the end split into end, renewal and early termination.
 *
 * It is data: a project adopts a copy of it, and another survey brings its own. A changed
 * instruction, category or variable is a new version; this one is never edited after release.
 */
export const IOP_CODEBOOK: Codebook = Codebook.parse({
  id: 'iop',
  version: 1,
  title: {
    sv: 'Idéburet offentligt partnerskap (IOP)',
    en: 'Partnerships between civil society and the public sector (IOP)',
  },
  source:
    'Famna, IOP – fakta och trender (2025): Metod för insamling och kategorisering, Insatsområde, Målgrupper och insatser. Definitions, examples and instructions in our own words.',
  variables: [
    {
      id: 'public_actors',
      type: 'public-actors',
      label: { sv: 'Offentlig aktör', en: 'Public actor' },
      hint: {
        sv: 'kommun eller region, med nämnd eller förvaltning',
        en: 'municipality or region, with the board or office that signed',
      },
      instruction: {
        sv: 'Ange varje kommun och region som är part. Står en nämnd, förvaltning eller stadsdel som part är det ändå kommunen eller regionen som är aktören: välj den och ange enheten som tillhörande. Läs partsuppgifterna på första sidan och underskrifterna. En kommun som bara nämns i ett föreningsnamn, i sidfoten eller som plats är inte part. Framgår inte: hela avtalet är läst och ingen offentlig part nämns. Kan inte avgöras: ett namn finns, men det går inte att säga vilken kommun eller region det hör till.',
        en: 'Give every municipality and region that is a party. Where a board, an office or a city district is named, the actor is still its municipality or region: choose that and give the unit with it. Read the parties on the first page and the signatures. A municipality that is only part of an association’s name, in the footer or a place is no party. Not stated: the whole agreement is read and names no public party. Cannot decide: there is a name, but not which municipality or region it belongs to.',
      },
      required: true,
      categories: [],
      secondary: false,
      key: 'o',
      colour: 1,
    },
    {
      id: 'civil_actors',
      type: 'civil-actors',
      label: { sv: 'Idéburen aktör', en: 'Civil-society actor' },
      hint: {
        sv: 'förening, stiftelse, trossamfund eller annan idéburen part',
        en: 'association, foundation, faith community or other party from civil society',
      },
      instruction: {
        sv: 'Ange varje idéburen organisation som är part, med namnet som avtalet använder. En lokalförening anges med sitt eget namn (Rädda Barnen Borås), inte som riksorganisationen; är båda parter anges båda. Samarbetspartner, finansiärer och paraplyorganisationer som inte har undertecknat är inte parter. Framgår inte: ingen idéburen part nämns. Kan inte avgöras: en benämning finns (”föreningen”) men inte vem som avses.',
        en: 'Give every civil-society organisation that is a party, by the name the agreement uses. A local branch is given by its own name (Rädda Barnen Borås), not as the national organisation; if both are parties, give both. Partners, funders and umbrella organisations that did not sign are no parties. Not stated: no such party is named. Cannot decide: there is a designation (“the association”) but not who is meant.',
      },
      required: true,
      categories: [],
      secondary: false,
      key: 'i',
      colour: 2,
    },
    {
      id: 'purpose',
      type: 'text',
      label: { sv: 'Innehåll', en: 'Content' },
      hint: {
        sv: 'syftet med avtalet, nära avtalets egna ord',
        en: 'the purpose, close to the agreement’s own words',
      },
      instruction: {
        sv: 'Skriv syftet i en eller två meningar, nära avtalets egna ord: vad parterna vill uppnå och för vem. Utgå från stycket Syfte eller Mål; saknas det, från bakgrunden och åtagandena. Ta inte med ekonomi, organisation eller uppföljning. Framgår inte: avtalet säger inte vad det ska leda till. Fritext räknas aldrig som oenighet, men ligger till grund för målgrupp och insatsområde.',
        en: 'Write the purpose in one or two sentences, close to the agreement’s own words: what the parties want to achieve and for whom. Start from the section on purpose or aims; if there is none, from the background and the undertakings. Leave out money, organisation and follow-up. Not stated: the agreement does not say what it is to lead to. Free text is never a disagreement, but target group and intervention area rest on it.',
      },
      required: true,
      categories: [],
      secondary: false,
      key: 'p',
      colour: 3,
    },
    {
      id: 'start',
      type: 'date',
      label: { sv: 'Startdatum', en: 'Start date' },
      hint: {
        sv: 'när avtalet börjar gälla: år, månad eller dag',
        en: 'when it begins to apply: year, month or day',
      },
      instruction: {
        sv: 'Ange när avtalet börjar gälla, så noga som avtalet säger och inte noggrannare: 2024, 2024-03 eller 2024-03-01. Det är inte beslutsdatum, diarienummer, utskriftsdatum eller datum i sidfoten. Gäller avtalet från undertecknandet används den sista underskriftens datum. Vid förlängning: när förlängningen börjar. Framgår inte: inget startdatum och ingen daterad underskrift. Kan inte avgöras: flera startdatum som motsäger varandra.',
        en: 'Give when the agreement begins to apply, as exactly as it says and no more: 2024, 2024-03 or 2024-03-01. It is not the date of a decision, a registration number, a print-out or a footer. If it applies from signing, use the date of the last signature. For an extension: when the extension begins. Not stated: no start and no dated signature. Cannot decide: several starts that contradict each other.',
      },
      required: true,
      categories: [],
      secondary: false,
      key: 's',
      colour: 4,
    },
    {
      id: 'end',
      type: 'end-date',
      label: { sv: 'Slutdatum', en: 'End date' },
      hint: {
        sv: 'när avtalet upphör, eller tills vidare',
        en: 'when it ceases, or until further notice',
      },
      instruction: {
        sv: 'Ange när avtalet upphör om ingenting mer händer: det första slutdatumet, utan förlängningar. Gäller det tills dess att någon säger upp det väljs Tills vidare. Anges bara en längd räknas slutet från startdatumet (tre år från 2024-01-01 är 2026-12-31). Förlängning och förtida uppsägning besvaras var för sig. Framgår inte: varken slut, längd eller tills vidare nämns. Kan inte avgöras: längden är känd men inte när den börjar löpa, eller uppgifterna motsäger varandra.',
        en: 'Give when the agreement ceases if nothing more happens: the first end, without extensions. Where it applies until someone gives notice, choose Until further notice. Where only a length is given, count it from the start (three years from 2024-01-01 is 2026-12-31). Renewal and early termination are questions of their own. Not stated: neither an end, a length nor “until further notice”. Cannot decide: the length is known but not from when, or the statements contradict each other.',
      },
      required: true,
      categories: [],
      secondary: false,
      key: 'e',
      colour: 5,
    },
    {
      id: 'renewal',
      type: 'renewal',
      label: { sv: 'Förlängning', en: 'Renewal' },
      hint: {
        sv: 'automatisk, efter överenskommelse eller ingen',
        en: 'automatic, by agreement or none',
      },
      instruction: {
        sv: 'Automatisk: avtalet löper vidare om ingen säger upp det. Ange i månader hur länge i taget och hur lång uppsägningstiden är, och taket om det finns (högst antal gånger, eller längst till ett datum). Efter överenskommelse: det får förlängas, men bara om parterna bestämmer det. Ingen: avtalet säger att det upphör. Fyll bara i tal som står i avtalet. Gäller avtalet tills vidare: Ej tillämpligt. Säger det ingenting om förlängning: Framgår inte.',
        en: 'Automatic: the agreement goes on unless someone gives notice. Give in months for how long at a time and the period of notice, and the ceiling if there is one (how many times at most, or until when). By agreement: it may be extended, but only if the parties decide so. None: the agreement says that it ceases. Fill in only numbers that stand in the agreement. For one that is open-ended: not applicable. If it says nothing about renewal: not stated.',
      },
      required: false,
      categories: [],
      secondary: false,
      key: 'f',
      colour: 6,
    },
    {
      id: 'terminated',
      type: 'date',
      label: { sv: 'Uppsagt', en: 'Terminated' },
      hint: {
        sv: 'när det upphörde i förtid, om det sagts upp',
        en: 'when it ceased early, if notice was given',
      },
      instruction: {
        sv: 'Fyll bara i om handlingarna visar att avtalet har sagts upp eller hävts: ange den dag det upphörde att gälla, inte den dag uppsägningen skickades. En klausul om uppsägning är inte en uppsägning. Har avtalet inte sagts upp lämnas frågan obesvarad. Kan inte avgöras: det är uppsagt men inte när det upphörde.',
        en: 'Fill in only if the documents show that the agreement was terminated: give the day it ceased to apply, not the day notice was sent. A clause about notice is no notice. Where the agreement was not terminated, leave it unanswered. Cannot decide: it was terminated, but not when it ceased.',
      },
      required: false,
      categories: [],
      secondary: false,
      key: 't',
      colour: 7,
    },
    {
      id: 'target_group',
      type: 'category',
      label: { sv: 'Målgrupp', en: 'Target group' },
      hint: { sv: 'vilka insatsen är till för', en: 'whom the work is for' },
      instruction: {
        sv: 'Välj den åldersgrupp som insatsen är till för, alltså de som ska få det bättre, inte de som utför arbetet. Nämns flera grupper väljs den som syftet sätter främst. Är ingen överordnad, eller vänder sig insatsen till invånarna i stort, väljs Samtliga. Stöd till föräldrar för barnens skull är Barn/unga vuxna. Äldre väljs bara när insatsen enbart gäller personer över 65 år. Framgår inte: avtalet säger inte vem insatsen är till för. Kan inte avgöras: det säger något, men två grupper är lika rimliga; skriv vilka i anteckningen.',
        en: 'Choose the age group that the work is for: those whose lives it is to better, not those who do it. Where several are named, choose the one that the purpose puts first. Where none comes first, or the work is for the inhabitants at large, choose Everyone. Support to parents for their children’s sake is Children and young adults. Choose Older people only where all are over 65. Not stated: the agreement does not say whom it is for. Cannot decide: it says something, but two groups are equally reasonable; write which in the note.',
      },
      required: true,
      categories: TARGET_GROUPS,
      secondary: false,
      key: 'm',
      colour: 8,
    },
    {
      id: 'intervention_area',
      type: 'category',
      label: { sv: 'Insatsområde', en: 'Intervention area' },
      hint: {
        sv: 'det överordnade området; fler kan anges som sekundära',
        en: 'the overriding area; others may be noted as secondary',
      },
      instruction: {
        sv: 'Välj det område som är överordnat. Låt syftet avgöra, inte aktiviteten och inte vem som utför den: fotboll för att ett område ska bli tryggt på kvällen är Trygghetsskapande, fotboll för en meningsfull fritid är Fritid/Utbildning. Passar flera områden: välj det som avtalet nämner först eller ägnar mest utrymme, och ange de andra som sekundära. Stöd till brottsutsatta är Brottsoffer/Brottsförebyggande också när stödet består av samtal eller boende. Övrigt är för syften som är klara men hör hemma någon annanstans. Framgår inte: avtalet säger varken syfte eller verksamhet. Kan inte avgöras: två områden väger lika; skriv vilka i anteckningen.',
        en: 'Choose the area that overrides the others. Let the purpose decide, not the activity nor who carries it out: football to make a district safe in the evening is Safety in public places, football for meaningful leisure is Leisure and education. Where several fit, choose the one the agreement names first or gives most room, and note the others as secondary. Support to victims of crime is Victims of crime and crime prevention also where it consists of counselling or housing. Other is for purposes that are clear but belong elsewhere. Not stated: the agreement gives neither purpose nor activity. Cannot decide: two areas weigh the same; write which in the note.',
      },
      required: true,
      categories: INTERVENTION_AREAS,
      secondary: true,
      key: 'a',
      colour: 9,
    },
  ],
});
