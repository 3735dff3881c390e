import type { AgreementId } from '../../shared/domain/ids';
import type { Api } from '../../shared/ipc/contract';

const PAGE = 500;

/**
 * The agreement before or after another in number order; `null` at the ends, or when the list
 * cannot be read.
 *
 * Numbers mostly run without gaps, so it looks first where the number says, then at all of them.
 */
export async function findNeighbour(
  api: Api,
  of: { readonly agreement: AgreementId; readonly number: number },
  step: 1 | -1,
): Promise<AgreementId | null> {
  const guess = await readAround(api, of.agreement, step, Math.max(0, of.number - 3), 5);
  if (guess !== 'unknown') return guess;
  for (let offset = 0; ; offset += PAGE - 2) {
    const found = await readAround(api, of.agreement, step, offset, PAGE);
    if (found !== 'unknown') return found;
  }
}

/** Looks in one stretch; `unknown` when the agreement is not in it or its neighbour is outside. */
async function readAround(
  api: Api,
  agreement: AgreementId,
  step: 1 | -1,
  offset: number,
  limit: number,
): Promise<AgreementId | null | 'unknown'> {
  const reply = await api.agreements.list({ sort: 'number', offset, limit });
  if (!reply.ok || reply.value.rows.length === 0) return null;
  const { rows, total } = reply.value;
  const at = rows.findIndex(({ id }) => id === agreement);
  const neighbour = rows[at + step];
  if (at >= 0 && neighbour !== undefined) return neighbour.id;
  const isFirst = at === 0 && step === -1 && offset === 0;
  const isLast = at >= 0 && step === 1 && offset + at === total - 1;
  if (isFirst || isLast) return null;
  return offset + rows.length >= total && at < 0 ? null : 'unknown';
}
