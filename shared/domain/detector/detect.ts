import { OPEN_ENDED } from '../answer';
import type { Codebook } from '../codebook';
import { readParties } from './actors';
import { dateMentions } from './date-mentions';
import { type Readings, readerOf } from './findings';
import { flatten } from './flat-text';
import { lengthMentions } from './lengths';
import { isAboutAgreements, papersIn } from './paper-kind';
import { organisationNumbers } from './organisation-number';
import { type DetectorPage, type Finding, reason } from './proposal';
import { purposeWordsOf, readPurpose } from './purpose';
import { prepareRegisters, type RegisterFiles } from './registers';
import { readRenewal } from './renewal';
import { sectionsOf } from './sections';
import { sentencesOf } from './sentences';
import { readTargetGroup } from './target-group';
import { readTerm, type TermReadings } from './term';

/** Finds what an agreement's documents say of the codebook's variables; answers nothing itself. */
export type Detector = (codebook: Codebook, pages: readonly DetectorPage[]) => Finding[];

/**
 * A detector over the registers. It reads the pages of an agreement's documents in their order; what
 * the first document says comes before what the later ones say, unless the first says nothing.
 */
export function createDetector(files: RegisterFiles): Detector {
  const registers = prepareRegisters(files);

  function readDocument(pages: readonly DetectorPage[]): Readings {
    const flat = flatten(pages);
    const sections = sectionsOf(flat);
    const sentences = sentencesOf(flat, sections);
    const dates = dateMentions(flat.text);
    const lengths = lengthMentions(flat.text);
    const numbers = organisationNumbers(flat);
    const purposeWords = purposeWordsOf(flat, sentences);
    const term = readTerm(flat, sentences, dates, lengths);
    return {
      flat,
      isAboutAgreements: isAboutAgreements(flat, sections),
      term,
      renewal: readRenewal(flat, sentences, dates, lengths, baseMonths(term)),
      parties: readParties(flat, sections, sentences, numbers, registers),
      purpose: readPurpose(flat, sentences, purposeWords),
      groups: readTargetGroup(flat, sentences, purposeWords),
    };
  }

  return (codebook, pages) => {
    const read = [...byDocument(pages)].flatMap(papersIn).map(readDocument);
    const documents = [
      ...read.filter((each) => !each.isAboutAgreements),
      ...read.filter((each) => each.isAboutAgreements),
    ];
    return codebook.variables.flatMap((variable) => {
      const reader = readerOf(variable);
      if (reader === null) return [];
      for (const document of documents) {
        const finding = reader(variable, document);
        if (finding !== null) return [document.isAboutAgreements ? leftOpen(finding) : finding];
      }
      return [];
    });
  };
}

/** What a paper about agreements says can be chosen, and is not offered. */
function leftOpen(finding: Finding): Finding {
  if (finding.outcome === 'unclear') return finding;
  return {
    ...finding,
    outcome: 'unclear',
    unclear: finding.candidates.flatMap(({ passages }) => passages).slice(0, 8),
    reasons: [reason('about-agreements')],
  };
}

/** How many months the term is, for a renewal *for the same length*; `null` where it is not sure. */
function baseMonths({ readings }: TermReadings): number | null {
  const best = (role: 'start' | 'end') =>
    readings.filter((each) => each.role === role).sort((a, b) => b.score - a.score)[0]?.date ??
    null;
  const [start, end] = [best('start'), best('end')];
  if (start === null || end === null || end === OPEN_ENDED || start === OPEN_ENDED) return null;
  if (start.length !== end.length) return null;
  const months = (date: string, until: boolean) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    if (date.length === 4) return (year + (until ? 1 : 0)) * 12;
    if (date.length === 7) return year * 12 + month - 1 + (until ? 1 : 0);
    // The end is the last day: the day after it decides.
    return year * 12 + month - 1 + (until ? (day >= 28 ? 1 : (day + 1) / 31) : (day - 1) / 31);
  };
  const length = Math.round(months(end, true) - months(start, false));
  return length >= 1 && length <= 1200 ? length : null;
}

function* byDocument(pages: readonly DetectorPage[]): Iterable<DetectorPage[]> {
  let current: DetectorPage[] = [];
  for (const page of pages) {
    if (current[0] !== undefined && current[0].document !== page.document) {
      yield current;
      current = [];
    }
    current.push(page);
  }
  if (current.length > 0) yield current;
}
