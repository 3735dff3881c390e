import type { Codebook } from '../../shared/domain/codebook';
import type { DatasetCounts, UnsettledReason } from '../store/queries/dataset';

/** What is not settled of one variable: numbers of agreements, by why. */
export interface Unsettled {
  readonly variable: string;
  readonly agreements: readonly { number: number; reason: UnsettledReason }[];
}

const reasons: Readonly<Record<UnsettledReason, string>> = {
  'not-coded': 'not coded yet',
  blind: 'codings still blind to each other',
  unanswered: 'left out in every coding',
  single: 'answered in one coding only',
  agreed: 'agreed, not settled yet',
  'text-differs': 'worded differently, wording not chosen',
  disputed: 'disputed',
};

/** The dataset's own account: what it is, how it came about, and what is not in it. */
export function datasetReadme(dataset: {
  name: string;
  version: string;
  codersWanted: number;
  codebook: Codebook;
  counts: DatasetCounts;
  unsettled: readonly Unsettled[];
}): string {
  return `${[
    `# ${oneLine(dataset.name)}: dataset`,
    whatItIs(dataset.version),
    howItWasMade(dataset.codebook, dataset.codersWanted),
    howMuch(dataset.counts),
    notSettled(dataset.unsettled, dataset.counts),
    howToRead(),
    formulas(),
    inSwedish(dataset.counts),
  ].join('\n\n')}\n`;
}

function whatItIs(version: string): string {
  return `A Frictionless Data Package (tabular-data-package), written by Samsyn ${version}. \`datapackage.json\` gives
every column's type and constraints and every table's hash.

| File | One row per |
|---|---|
| \`agreements.csv\` | agreement that was received, with its settled values |
| \`codings.csv\` | agreement, variable and reviewer: the answers as they were handed in |
| \`decisions.csv\` | agreement and variable that is settled: how, why and by whom |
| \`evidence.csv\` | passage that a reviewer attached to an answer |
| \`codebook.json\` | – (variables, categories, definitions and coding instructions) |`;
}

function howItWasMade(codebook: Codebook, codersWanted: number): string {
  const coded =
    codersWanted === 1
      ? 'Each agreement is coded once.'
      : `Each agreement is to be coded by ${codersWanted} reviewers, who see nothing of each other's coding until all of them have handed theirs in.`;
  return `## How it was made

${coded} What all who answered agree on is settled as *unanimous*; where they differ somebody decides, with a
rationale (*adjudicated*), or those who coded it do so together (*consensus*). A decision edits no coding: what a
reviewer answered stays in \`codings.csv\`. Where dates agree but are not equally precise, the settled date has the
precision that all share.

Codebook: ${codebook.title.en} (\`${codebook.id}\`, version ${codebook.version}). Source: ${codebook.source}`;
}

function howMuch(counts: DatasetCounts): string {
  const rows: [string, number][] = [
    ['agreements received', counts.agreements],
    ['documents received', counts.documents],
    ['agreements with at least one coding handed in', counts.coded],
    ['agreements whose codings are revealed, and so in `codings.csv`', counts.revealed],
    ['agreements left out of `codings.csv`: codings still blind to each other', counts.blind],
    ['agreements settled in every variable that was answered', counts.settledAgreements],
    ['settled values', counts.settledValues],
  ];
  return `## How much\n\n| | |\n|---|---:|\n${rows.map(([what, n]) => `| ${what} | ${n} |`).join('\n')}`;
}

function notSettled(unsettled: readonly Unsettled[], { agreements }: DatasetCounts): string {
  const open = unsettled.filter((each) => each.agreements.length > 0);
  if (open.length === 0) {
    return `## What is not settled\n\nNothing: every value that ${agreements === 0 ? 'could' : 'should'} be settled is.`;
  }
  const lines = open.flatMap(({ variable, agreements: lacking }) => [
    `- \`${variable}\`: ${lacking.length} of ${agreements}`,
    ...(Object.keys(reasons) as UnsettledReason[]).flatMap((reason) => {
      const numbers = lacking.filter((each) => each.reason === reason).map(({ number }) => number);
      return numbers.length === 0
        ? []
        : [`  - ${reasons[reason]} (${numbers.length}): agreement ${inRanges(numbers)}`];
    }),
  ]);
  return `## What is not settled

Empty in \`agreements.csv\`, by variable and by the number of the agreement. A variable that need not be answered
counts only where somebody answered it or the codings cannot be seen yet.

${lines.join('\n')}`;
}

function howToRead(): string {
  return `## How to read the cells

- Encoding UTF-8 without byte order mark, separator \`,\`, lines end in LF, quoted as in RFC 4180. An empty cell is a
  missing value.
- A value **or** a kind of missing, never both. Kinds: \`not_stated\` (the agreement was read and does not say),
  \`illegible\`, \`page_missing\`, \`not_applicable\`, \`cannot_decide\`. Neither: not coded, or not settled.
- Dates are ISO 8601 and as precise as the agreement: \`2024\`, \`2024-03\` or \`2024-03-01\`. An end may be \`open-ended\`.
- Sets have \`; \` between their parts; a part that holds \`;\` or a quotation mark stands in quotation marks, doubled
  inside it.
- \`value\` in \`codings.csv\` and \`decisions.csv\`: actors by name with the signing unit in parentheses
  (\`Solna stad (Socialnämnden); Boden kommun\`), a category by id with secondary ones after it
  (\`crime_victims_prevention; safety\`), a renewal as \`automatic(period=12,notice=3,ceiling=2)\` with months and what is
  stated. \`agreements.csv\` has the parts in columns of their own.`;
}

function formulas(): string {
  return `## Cells that a spreadsheet would run

A text that begins with \`=\`, \`+\`, \`-\`, \`@\` or a look-alike, after any white space and quotation marks, could run as
a formula when the file is opened in a spreadsheet. Such a text has an apostrophe \`'\` put in front of it. The same goes for what
follows a \`;\`, a tab or a line break inside a cell, since a spreadsheet may split there; and a text that begins with
an apostrophe gets one more. To have the text as it was, take one apostrophe away at the start of a cell and after
each \`;\`, tab and line break, wherever there is one:

\`\`\`
Python  re.sub(r"(^|[;\\t\\r\\n])'", r"\\1", cell)
R       gsub("(^|[;\\t\\r\\n])'", "\\\\1", cell, perl = TRUE)
\`\`\`

Offsets in \`evidence.csv\` are those of the text without the apostrophes.`;
}

function inSwedish(counts: DatasetCounts): string {
  return `## På svenska

Datasetet är gjort i Samsyn: överenskommelser som granskare har kategoriserat var för sig och sedan stämt av.
\`agreements.csv\` har en rad per avtal med fastställda värden, \`codings.csv\` granskarnas inlämnade svar,
\`decisions.csv\` hur och av vem varje värde fastställdes, \`evidence.csv\` beläggen och \`codebook.json\` kodboken.
Inkomna avtal: ${counts.agreements}. Med minst en inlämnad kodning: ${counts.coded}. Fastställda i sin helhet: ${counts.settledAgreements}.
Vad som inte är fastställt räknas upp per variabel ovan (*What is not settled*). Utelämnade för att kodningarna ännu
inte visas för varandra: ${counts.blind}. Celler som ett kalkylprogram skulle köra som formler har fått en apostrof framför
sig; ovan står hur den tas bort.`;
}

/** `1–4, 7, 9–10` for numbers in order. */
export function inRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number <= last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
