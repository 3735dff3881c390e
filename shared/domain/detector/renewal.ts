import type { Renewal } from '../answer';
import type { DateMention } from './date-mentions';
import type { FlatText } from './flat-text';
import { type LengthMention, readNumber } from './lengths';
import { anyOf, phrases } from './ocr';
import { reason, type Reason } from './proposal';
import type { Sentence } from './sentences';
import { extendsNow } from './term-words';

/** A reading of how the agreement goes on after its end. */
export interface RenewalReading {
  readonly renewal: Renewal;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const prolongs = anyOf('förläng~', 'prolonger~', 'förnya~', 'option~');
const goesOn = anyOf(
  'förlängs',
  'förlängas',
  'prolongeras',
  'förnyas',
  'löper vidare',
  'löper på',
  'fortsätter att gälla',
  'fortsätter gälla',
  'gäller det ytterligare',
  'gäller den ytterligare',
  'gäller avtalet ytterligare',
  'gäller överenskommelsen ytterligare',
  'löper avtalet vidare',
  'löper överenskommelsen vidare',
  'löper det vidare',
  'löper den vidare',
  'fortsätter avtalet',
  'fortsätter överenskommelsen',
  'fortsätter partnerskapet',
  'fortsätter det',
  'fortsätter den',
  'fortlöper',
  'är förlängt',
  'är förlängd',
  'anses förlängt',
  'anses förlängd',
  'är avtalet förlängt',
  'är överenskommelsen förlängd',
  'anses avtalet förlängt',
  'anses överenskommelsen förlängd',
);
const unless = anyOf(
  'om ingen',
  'om inte',
  'om det inte',
  'om den inte',
  'såvida',
  'såvida inte',
  'i annat fall',
  'annars',
  'därest',
  'om det ej',
  'om ej',
  'om så inte sker',
  'sker inte',
  'sker ej',
  'görs inte',
  'görs ej',
  'varje gång',
  'med mindre',
  'om uppsägning inte',
  'om avtalet inte',
  'om överenskommelsen inte',
  'automatiskt',
  'i sänder',
  'åt gången',
  'i taget',
  'årsvis',
  'år för år',
);
const mayBe = anyOf(
  'kan',
  'får',
  'möjlighet',
  'möjlighet till',
  'option',
  'rätt',
  'optioner',
  'optionsår',
  'överens',
  'överenskommelse',
  'gemensamt',
  'skriftlig överenskommelse',
);
const noMore = anyOf(
  'upphör därefter utan',
  'upphör därefter',
  'därefter upphör',
  'upphör utan',
  'upphör automatiskt',
  'ingen automatisk förlängning',
  'förlängs inte',
  'förlängs ej',
  'kan inte förlängas',
  'kan ej förlängas',
  'får inte förlängas',
  'ingen förlängning',
  'utan förlängning',
  'utan rätt till förlängning',
  'utan möjlighet till förlängning',
);
/** Says of an end that it comes by itself, and of a renewal just the same. */
const unasked = anyOf('utan särskild uppsägning', 'utan föregående uppsägning', 'utan uppsägning');
const noticeWords = anyOf(
  'uppsägning~',
  'säg~ upp',
  'säger upp',
  'sagt upp',
  'sagts upp',
  'sägs upp',
  'sägas upp',
  'senast',
  'minst',
  'före',
  'innan',
  'dessförinnan',
);
const sameLength = anyOf(
  'samma längd',
  'samma tid',
  'samma period',
  'motsvarande period',
  'lika lång tid',
  'samma tidsperiod',
);
const times = new RegExp(
  `(?:${phrases('högst', 'maximalt', 'max', 'som mest', 'längst')})[ \\n]([\\p{L}\\d]{1,6})[ \\n](?:${phrases('gång', 'gånger', 'gag', 'gåg', 'gångcr', 'ggr', 'tillfällen')})`,
  'iu',
);
const until = new RegExp(
  `(?:${phrases('längst till och med', 'längst t.o.m.', 'längst till', 'dock längst till och med', 'som längst till', 'längst')})[ \\n](?:den )?$`,
  'iu',
);

/** Reads renewal from the sentences that speak of it, with the notice that the next ones may give. */
export function readRenewal(
  flat: FlatText,
  sentences: readonly Sentence[],
  dates: readonly DateMention[],
  lengths: readonly LengthMention[],
  baseMonths: number | null,
): RenewalReading[] {
  const found: RenewalReading[] = [];
  sentences.forEach((sentence, index) => {
    const text = flat.level
      .slice(sentence.start, Math.min(sentence.end, sentence.start + 1_500))
      // An extension speaks of itself: that it can be terminated is no renewal.
      .replace(/f[öo6]rl[äa]ngning(?=[ec]n)/giu, (word) => '-'.repeat(word.length));
    const ceases = noMore.exec(text) ?? endsUnasked(text);
    if (ceases === null && !prolongs.test(text) && !goesOn.test(text)) return;
    const { kind } = sentence.section;
    let score =
      kind === 'term' ? 3 : ['annex', 'log', 'signatures', 'background'].includes(kind) ? -2 : 2;
    const base = kind === 'term' ? [reason('in-section', sentence.section.heading)] : [];
    if (extendsNow.test(text)) return;
    const read = (start: number, end: number) => ({
      lengths: lengths.filter((each) => each.start >= start && each.end <= end),
      dates: dates.filter((each) => each.start >= start && each.end <= end),
    });

    if (ceases !== null) {
      if (!/upph/iu.test(ceases[0]) && !prolongs.test(text) && !/upph/iu.test(text)) return;
      found.push({
        renewal: { kind: 'none', periodMonths: null, noticeMonths: null, ceiling: null },
        start: sentence.start,
        end: sentence.end,
        score: score + 1,
        reasons: [...base, reason('renewal-words', spaced(ceases[0]))],
      });
      return;
    }
    const automatic =
      goesOn.test(text) &&
      unless.test(text) &&
      !/(?<!\p{L})(?:kan|får)(?!\p{L})/iu.test(text.slice(0, text.search(goesOn)));
    const optional = mayBe.exec(text);
    if (!automatic && optional === null) return;
    const verb = (automatic ? goesOn : prolongs).exec(text);
    const verbAt = sentence.start + (verb?.index ?? 0);
    const inside = read(sentence.start, sentence.end);
    const condition = unless.exec(text);
    const isNotice = (mention: LengthMention) =>
      noticeWords.test(
        flat.level.slice(Math.max(sentence.start, mention.start - 28), mention.start),
      ) ||
      /^[ \n](?:f[öo6]r[ec]|innan|d[ec]ssf|upps)/iu.test(
        flat.level.slice(mention.end, mention.end + 8),
      );
    const notices = inside.lengths.filter(isNotice);
    const periods = inside.lengths.filter((mention) => !notices.includes(mention));
    const period =
      periods.find(({ start: at }) => at > verbAt) ??
      periods.find(({ end: at }) => at > verbAt - 40);
    const periodMonths = period?.months ?? (sameLength.test(text) ? baseMonths : null);

    let { start, end } = sentence;
    let notice = notices[0]?.months ?? null;
    if (automatic && notice === null) {
      // The notice often stands in the sentence after, or in the one before:
      // *Uppsägning ska ske senast … I annat fall förlängs avtalet …*
      for (const beside of [sentences[index + 1], sentences[index - 1]]) {
        if (beside === undefined || beside.section !== sentence.section) continue;
        const told = noticeIn(flat.level.slice(beside.start, beside.end));
        const length = told ? read(beside.start, beside.end).lengths[0] : undefined;
        if (length === undefined) continue;
        notice = length.months;
        start = Math.min(start, beside.start);
        end = Math.max(end, beside.end);
        break;
      }
    }
    const count = times.exec(text)?.[1];
    const last = inside.dates.find((mention) =>
      until.test(flat.level.slice(Math.max(sentence.start, mention.start - 40), mention.start)),
    );
    const ceiling = last?.date ?? (count === undefined ? null : readNumber(count));
    const reasons: Reason[] = [
      ...base,
      reason(
        'renewal-words',
        spaced(
          `${verb?.[0] ?? ''}${automatic && condition ? ` … ${condition[0]}` : !automatic && optional ? ` … ${optional[0]}` : ''}`,
        ),
      ),
    ];
    if (automatic && notice !== null) reasons.push(reason('notice', String(notice)));
    if (ceiling !== null) reasons.push(reason('ceiling', String(ceiling)));
    if (periodMonths !== null) score += 1;
    found.push({
      renewal: {
        kind: automatic ? 'automatic' : 'by_agreement',
        periodMonths,
        noticeMonths: automatic ? notice : null,
        ceiling,
      },
      start,
      end,
      score,
      reasons,
    });
  });
  return found.sort((a, b) => b.score - a.score);
}

/**
 * That something ends without notice being given, if the sentence says so. Where it says that the
 * agreement goes on, the words belong to the verb that stands nearest before them, or else first after.
 */
function endsUnasked(text: string): RegExpExecArray | null {
  const words = unasked.exec(text);
  if (words === null) return null;
  const before = text.slice(0, words.index);
  const [lastEnd, lastOn] = [lastOf(ends, before), lastOf(continues, before)];
  if (lastEnd !== lastOn) return lastEnd > lastOn ? words : null;
  const after = text.slice(words.index);
  const [firstEnd, firstOn] = [after.search(ends), after.search(continues)];
  return firstOn === -1 || (firstEnd !== -1 && firstEnd < firstOn) ? words : null;
}

const ends = /upph(?!\p{L}*[ \n](?:inte|ej)(?!\p{L}))/iu;
/** What goes on or may be prolonged, where that is not denied. */
const continues = new RegExp(
  `(?<!(?<!\\p{L})(?:inte|ej)[ \\n])(?:${goesOn.source}|${prolongs.source})`,
  goesOn.flags,
);

/** Where the last of such words stands; -1 where there is none. */
const lastOf = (words: RegExp, text: string): number =>
  [...text.matchAll(new RegExp(words.source, `${words.flags}g`))].at(-1)?.index ?? -1;

/** Whether a sentence tells the time of giving notice, and not of ending it early. */
const noticeIn = (text: string): boolean =>
  noticeWords.test(text) &&
  /upps|säg|sag|fr[åa]ntr[äa]d|avsluta/iu.test(text) &&
  !/förtid/iu.test(text);

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
