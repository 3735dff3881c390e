import type { Renewal } from '../answer';
import type { DateMention } from './date-mentions';
import type { FlatText } from './flat-text';
import { type LengthMention, readNumber } from './lengths';
import { anyOf, phrases } from './ocr';
import { reason, type Reason } from './proposal';
import type { Sentence } from './sentences';

/** A reading of how the agreement goes on after its end. */
export interface RenewalReading {
  readonly renewal: Renewal;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const prolongs = anyOf('förläng~', 'prolonger~', 'förnya~');
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
);
const unless = anyOf(
  'om ingen',
  'om inte',
  'om det inte',
  'om den inte',
  'såvida',
  'såvida inte',
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
  'upphör utan',
  'upphör automatiskt',
  'utan särskild uppsägning',
  'utan föregående uppsägning',
  'ingen automatisk förlängning',
  'förlängs inte',
  'förlängs ej',
);
/** What this document itself does to another: an extension, not a clause about one. */
const isDone = anyOf(
  'är överens om att förlänga',
  'har förlängts',
  'beslutar att förlänga',
  'förlängdes',
  'härmed',
);
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
    const ceases = noMore.exec(text);
    if (ceases === null && !prolongs.test(text) && !goesOn.test(text)) return;
    const { kind } = sentence.section;
    let score =
      kind === 'term' ? 3 : ['annex', 'log', 'signatures', 'background'].includes(kind) ? -2 : 2;
    const base = kind === 'term' ? [reason('in-section', sentence.section.heading)] : [];
    if (isDone.test(text)) return;
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
    const period = inside.lengths.find(
      (mention) => !notices.includes(mention) && mention.end > verbAt - 40,
    );
    const periodMonths = period?.months ?? (sameLength.test(text) ? baseMonths : null);

    let end = sentence.end;
    let notice = notices[0]?.months ?? null;
    if (automatic && notice === null) {
      // The notice often stands in the sentence after.
      const next = sentences[index + 1];
      const nextText = next === undefined ? '' : flat.level.slice(next.start, next.end);
      if (next !== undefined && next.section === sentence.section && noticeWords.test(nextText)) {
        const told = read(next.start, next.end).lengths[0];
        if (told !== undefined && /upps|säg|sag/iu.test(nextText) && !/förtid/iu.test(nextText)) {
          notice = told.months;
          end = next.end;
        }
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
      start: sentence.start,
      end,
      score,
      reasons,
    });
  });
  return found.sort((a, b) => b.score - a.score);
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
