import { locatePassage } from '../../shared/domain/evidence';
import type { Mark } from '../document/protocol';

/**
 * The ids of the marks whose words are not on the page that they were on.
 *
 * @param textOf the text of a page, `null` when there is no such page
 */
export async function lostMarks(
  marks: readonly Mark[],
  textOf: (page: number) => Promise<string | null>,
): Promise<string[]> {
  const pages = [...new Set(marks.map(({ passage }) => passage.page))];
  const lost = new Set<string>();
  for (const page of pages) {
    const text = await textOf(page);
    for (const { id, passage } of marks) {
      if (passage.page !== page) continue;
      if (text === null || locatePassage(passage, text) === null) lost.add(id);
    }
  }
  return marks.map(({ id }) => id).filter((id) => lost.has(id));
}
