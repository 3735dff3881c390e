import { actorByName } from '../../shared/domain/actor';
import { Value } from '../../shared/domain/answer';
import { dateMentions } from '../../shared/domain/detector/date-mentions';
import {
  agreementNameOf,
  listMunicipalities,
  listRegions,
  listUmbrellas,
  umbrellaExpression,
} from '../../shared/reference';
import type { MeasuredVariable } from './detector-truth';

/** What the simplest rule one could think of would propose, named for the report. */
export const BASELINES: Readonly<Record<MeasuredVariable, string>> = {
  public_actors: 'the first municipality or region named in the text',
  civil_actors: 'the first name that fits an umbrella pattern',
  purpose: 'the first sentence with "syft"',
  start: 'the first date in the text',
  end: 'the last date in the text',
  renewal: 'one year at a time wherever "förläng" stands',
  target_group: 'the age word that comes most often',
};

const bodies = [...listMunicipalities(), ...listRegions()].map((body) => ({
  id: body.id,
  name: agreementNameOf(body),
}));
let expressions: RegExp[] | undefined;

/** The baseline's value; `null` when its rule finds nothing. */
export function baselineValue(text: string, variable: MeasuredVariable): Value | null {
  const level = text.replace(/\s+/g, ' ');
  const found = naive(level, variable);
  const parsed = Value.safeParse(found);
  return parsed.success ? parsed.data : null;
}

function naive(text: string, variable: MeasuredVariable): unknown {
  const dates = dateMentions(text).filter(({ form }) => form === 'full');
  switch (variable) {
    case 'start':
      return { type: 'date', date: dates[0]?.date };
    case 'end':
      return { type: 'end', end: dates.at(-1)?.date };
    case 'public_actors': {
      const first = bodies
        .map((body) => ({ ...body, at: text.indexOf(body.name) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)[0];
      return first && { type: 'actors', actors: [{ id: first.id, name: first.name, unit: null }] };
    }
    case 'civil_actors': {
      expressions ??= listUmbrellas().flatMap(({ patterns }) => patterns.map(umbrellaExpression));
      const head = text.slice(0, 20_000);
      const first = expressions
        .flatMap((expression) => [...head.matchAll(expression)].slice(0, 1))
        .sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0];
      return first && { type: 'actors', actors: [actorByName(first[0])] };
    }
    case 'purpose':
      return { type: 'text', text: /[^.]*syft[^.]*\./iu.exec(text)?.[0].trim() ?? '' };
    case 'renewal':
      return /förläng/iu.test(text)
        ? {
            type: 'renewal',
            renewal: { kind: 'automatic', periodMonths: 12, noticeMonths: null, ceiling: null },
          }
        : null;
    case 'target_group': {
      const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
      const counts = {
        children_youth: count(/\b(?:barn|unga|ungdomar)/giu),
        adults: count(/\bvuxna/giu),
        elderly: count(/\b(?:äldre|seniorer|pensionärer)/giu),
      };
      const [best] = Object.entries(counts).sort((a, b) => b[1] - a[1]);
      const category = best !== undefined && best[1] > 0 ? best[0] : 'all';
      return { type: 'category', category, secondary: [] };
    }
  }
}
