/**
 * Clauses that any agreement can have. {A} the agreement in definite form ("avtalet"), {DA} "detta
 * avtal", {AS} its genitive, {K} and {C} the parties, {y} a year of the term, {kr} and {halv} amounts.
 * {LOU}, {KL}, {PUL}, {BK} and {SoL} acts as they were then.
 * Dates, sections of acts and years in them are traps: none of them is the agreement's own term.
 */
export const clauses = {
  values: [
    'Samverkan bygger på ömsesidig respekt, öppenhet och tillit. Parterna är självständiga och jämbördiga, och {C} behåller sin rätt att kritiskt granska och påverka.',
    'Parterna utgår från principerna om självständighet, dialog, kvalitet, långsiktighet, öppenhet och mångfald så som de uttrycks i den lokala överenskommelsen från {å3}.',
    'All verksamhet inom partnerskapet bedrivs utifrån allas lika värde. Den är öppen oavsett kön, könsöverskridande identitet, etnisk tillhörighet, tro, funktionsnedsättning, sexuell läggning eller ålder.',
    'Barnets bästa ska vara vägledande. Parterna beaktar {BK} i allt arbete som rör barn.',
  ],
  form: [
    'Partnerskapet är inte en upphandling enligt {LOU}. Det finns ingen marknad att vårda, och båda parter bidrar med egna resurser.',
    'Verksamheten sker på {C}s eget initiativ och regleras inte i detalj av {K}.',
    'Parterna konstaterar att {DA} inte är ett köp av tjänst utan ett gemensamt åtagande för ett allmännyttigt ändamål.',
  ],
  steering: [
    'En styrgrupp med två företrädare för vardera parten leder samarbetet. Styrgruppen möts minst två gånger per år och {K} är sammankallande.',
    'Parterna bildar en styrgrupp som sammanträder en gång i kvartalet. Beslut fattas i samförstånd och protokollförs.',
    'Samverkan leds av en styrgrupp. Till sitt stöd har den en arbetsgrupp som träffas månadsvis och ansvarar för det löpande arbetet.',
    'Vardera parten utser en kontaktperson. Kontaktpersonerna stämmer av läget varje månad och bereder frågor till det årliga partsmötet.',
  ],
  economy: [
    '{K} bidrar med {kr} kronor per år. {C} bidrar med ideell tid motsvarande minst 1 800 timmar per år, lokaler och administration.',
    '{K} lämnar ett ekonomiskt stöd om {kr} kronor årligen. Beloppet betalas ut med hälften i januari och hälften i juli mot rekvisition.',
    'Ersättningen uppgår till {kr} kr per kalenderår och betalas i fyra lika stora delar under första veckan i varje kvartal. {C} medfinansierar verksamheten med {halv} kr, huvudsakligen i form av ideellt arbete.',
    '{K}s bidrag är {kr} kronor för det första året. Beloppet räknas därefter upp med 80 procent av förändringen i arbetskostnadsindex (AKI) med {å1} som basår, avrundat nedåt till helt hundratal kronor.',
  ],
  economyMore: [
    'Bidraget är inte momspliktigt. Medel som inte har använts för ändamålet ska återbetalas senast två månader efter {AS} utgång.',
    'Utbetalning sker under förutsättning att kommunfullmäktige anslår medel för respektive år.',
    'Faktura eller rekvisition ställs till {K} med angivande av referens och diarienummer.',
    '{C} ska föra räkenskaper så att partnerskapets kostnader kan särskiljas från övrig verksamhet.',
  ],
  followUp: [
    '{C} lämnar en verksamhetsberättelse och en ekonomisk redovisning för föregående år senast den 28 februari varje år.',
    'Uppföljning sker genom en skriftlig rapport senast den 31 januari och ett gemensamt dialogmöte i maj.',
    'Parterna följer upp partnerskapet två gånger om året. En samlad utvärdering ska vara klar senast sex månader före {AS} utgång.',
    'Årlig redovisning lämnas senast den 31 mars. {K} kan låta en utomstående utvärdera samarbetet.',
  ],
  insight: [
    '{K} har rätt att ta del av de uppgifter som behövs för att följa upp verksamheten. Handlingar som kommer in till {K} blir allmänna och kan lämnas ut enligt offentlighets- och sekretesslagen (2009:400).',
    'Enligt {KL} ska allmänheten ges insyn i verksamheten. {C} lämnar på begäran de uppgifter som krävs.',
  ],
  privacy: [
    'Vardera parten är personuppgiftsansvarig för sin behandling av personuppgifter enligt {PUL}. Uppgifter om enskilda lämnas endast ut med den enskildes samtycke.',
    'Personal och frivilliga hos {C} ska underteckna en försäkran om tystnadsplikt. Brott mot tystnadsplikten är grund för uppsägning.',
  ],
  staff: [
    '{C} är arbetsgivare för sin personal och svarar för rekrytering, ledning och arbetsmiljö. Registerutdrag enligt lagen (2013:852) begärs av den som ska arbeta med barn.',
    '{C} ansvarar för att de frivilliga får introduktion, utbildning och handledning.',
  ],
  insurance: [
    '{C} ska ha ansvarsförsäkring och olycksfallsförsäkring som omfattar anställda, frivilliga och deltagare.',
    'Vardera parten svarar för sina egna försäkringar. {K} svarar för fastighetsförsäkring i upplåtna lokaler.',
  ],
  communication: [
    'Parterna informerar gemensamt om partnerskapet. Båda parters logotyper används i tryckt och digitalt material.',
    'Vid kontakter med medier talar vardera parten för sin egen del. Större nyheter stäms av i förväg.',
  ],
  changes: [
    'Ändringar och tillägg ska vara skriftliga och undertecknade av båda parter för att gälla.',
    'Ändring av {A} sker genom skriftligt tillägg efter beslut i styrgruppen. Muntliga utfästelser binder inte parterna.',
  ],
  breach: [
    'Bryter en part i väsentligt avseende mot {A} och sker inte rättelse inom 30 dagar efter skriftlig erinran, får den andra parten säga upp {A} med omedelbar verkan.',
    'Om förutsättningarna för partnerskapet förändras väsentligt ska parterna omförhandla. Enas de inte har vardera parten rätt att säga upp {A} i förtid.',
  ],
  disputes: [
    'Tvist med anledning av {A} ska i första hand lösas genom förhandling mellan parterna och i andra hand av allmän domstol på {K}s hemort.',
    'Parterna ska söka lösa meningsskiljaktigheter i samförstånd. Tvist prövas av svensk domstol med tillämpning av svensk rätt.',
  ],
  forceMajeure: [
    'Part befrias från sina åtaganden om fullgörandet hindras av omständighet utanför partens kontroll, såsom krig, upplopp, pandemi, arbetskonflikt eller myndighetsbeslut.',
  ],
  copies: [
    '{DAC} har upprättats i två likalydande exemplar, av vilka parterna har tagit var sitt.',
    'Parterna har tagit del av och godkänner {A} genom underskrift nedan.',
  ],
} as const;

/** Headings for one and the same section. */
export const headings = {
  parties: ['Parter', 'Avtalsparter', 'Samverkande parter', 'Partnerskapets parter'],
  background: ['Bakgrund', 'Inledning', 'Bakgrund och utgångspunkter', 'Förutsättningar'],
  purpose: ['Syfte', 'Syfte och mål', 'Ändamål', 'Partnerskapets syfte'],
  goals: ['Mål', 'Gemensamma mål', 'Målsättning'],
  target: ['Målgrupp', 'Målgrupper', 'Vem partnerskapet vänder sig till'],
  values: ['Värdegrund', 'Principer för samverkan', 'Gemensam värdegrund'],
  form: ['Partnerskapets form', 'Rättslig utgångspunkt', 'Om samverkansformen'],
  activities: ['Verksamhet', 'Innehåll', 'Insatser', 'Verksamhetens innehåll'],
  civilDuties: ['{C}s åtaganden', '{C}s ansvar', '{C} åtar sig'],
  publicDuties: ['{K}s åtaganden', '{K}s ansvar', '{K} åtar sig'],
  steering: ['Samverkan och styrning', 'Styrgrupp', 'Organisation', 'Samverkansformer'],
  economy: ['Ekonomi', 'Ekonomiska villkor', 'Finansiering', 'Ersättning och kostnader'],
  followUp: ['Uppföljning', 'Uppföljning och utvärdering', 'Redovisning'],
  insight: ['Insyn', 'Insyn och allmänna handlingar'],
  privacy: ['Personuppgifter och sekretess', 'Sekretess', 'Dataskydd och tystnadsplikt'],
  staff: ['Personal och frivilliga', 'Bemanning'],
  insurance: ['Försäkring', 'Försäkringar och ansvar'],
  communication: ['Kommunikation', 'Information och marknadsföring'],
  term: [
    'Avtalstid',
    'Avtalsperiod',
    'Giltighetstid',
    'Giltighet',
    'Löptid',
    'Tidsperiod',
    'Omfattning och varaktighet',
  ],
  termination: ['Uppsägning', 'Uppsägning och hävning', 'Förtida upphörande'],
  termAndTermination: ['Avtals- och uppsägningstid', 'Avtalstid och uppsägning'],
  changes: ['Ändringar och tillägg', 'Ändringar'],
  disputes: ['Tvist', 'Tvister', 'Tvistlösning'],
  forceMajeure: ['Befrielsegrunder', 'Force majeure'],
  signatures: ['Underskrifter', 'Undertecknande', 'Parternas underskrifter'],
} as const;
