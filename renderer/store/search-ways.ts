import { type OtherWay, otherWays } from '../../shared/domain/search-other-ways';
import { isSearchable, parseSearch } from '../../shared/domain/search-query';
import type { Api } from '../../shared/ipc/contract';

/** Offered at most; more than a glance takes in helps nobody. */
const MOST = 3;

/**
 * The other ways to search that find something, the nearest first; of beginnings of a word only the
 * longest. None is offered that leads nowhere.
 *
 * @param isOurs false once something else was typed: then the rest is not asked for
 */
export async function waysThatLead(
  api: Api,
  typed: string,
  isOurs: () => boolean,
): Promise<OtherWay[]> {
  const found: OtherWay[] = [];
  for (const way of otherWays(typed)) {
    if (found.length >= MOST || !isOurs()) break;
    if (way.kind === 'shorter' && found.some(({ kind }) => kind === 'shorter')) break;
    if (await leads(api, way.text)) found.push(way);
  }
  return found;
}

async function leads(api: Api, text: string): Promise<boolean> {
  if (!isSearchable(parseSearch(text))) return false;
  const [passages, agreements] = await Promise.all([
    api.search.passages({ text, byDocument: true, offset: 0, limit: 1 }),
    api.agreements.list({ search: text, limit: 1 }),
  ]);
  return (passages.ok && passages.value.pages > 0) || (agreements.ok && agreements.value.total > 0);
}
