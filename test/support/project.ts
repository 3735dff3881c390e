import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Answer, Value } from '../../shared/domain/answer';
import { CategoryId, type AgreementId, type ReviewerId } from '../../shared/domain/ids';
import { PartialDate } from '../../shared/domain/partial-date';
import { createProject } from '../../main/store/open-project';
import type { ProjectStore } from '../../main/store/project-store';
import { addReviewer } from '../../main/work/reviewers';
import { type CodingStep, recordAnswer, submitCoding } from '../../main/work/codings';
import { ids } from './entries';

export const now = '2026-01-01T00:00:00.000Z';

/** A project in a folder of its own with two reviewers and some agreements, each with a document. */
export interface TestProject {
  readonly store: ProjectStore;
  readonly folder: string;
  readonly anna: ReviewerId;
  readonly bo: ReviewerId;
  readonly agreements: readonly AgreementId[];
  /** One reviewer's steps in one agreement. */
  step(agreement: AgreementId, reviewer: ReviewerId): CodingStep;
  close(): void;
}

export function aProject({ agreements = 2, codersWanted = 2 } = {}): TestProject {
  const home = mkdtempSync(join(tmpdir(), 'samsyn-project-'));
  const folder = join(home, 'Prov.samsyn');
  const opener = { program: 'the test', now };
  const store = createProject(folder, { name: 'Prov', codersWanted }, opener);
  const anna = addReviewer(store, 'Anna', now).id;
  const bo = addReviewer(store, 'Bo', now).id;
  const named = Array.from({ length: agreements }, (_, index) => ids.agreement(String(index + 1)));
  store.append(
    named.flatMap((agreement, index) => [
      { kind: 'agreement.opened' as const, payload: { agreement, number: index + 1 } },
      {
        kind: 'document.received' as const,
        payload: {
          document: ids.document(String(index + 1)),
          agreement,
          fileName: `avtal ${index + 1}.pdf`,
          size: 1000,
          format: 'pdf' as const,
          pageCount: 3,
        },
      },
    ]),
    { reviewer: null, at: now },
  );
  return {
    store,
    folder,
    anna,
    bo,
    agreements: named,
    step: (agreement, reviewer) => ({ store, agreement, reviewer, at: now }),
    close: () => {
      store.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** An answer with only what matters said. */
export function anAnswer(given: Partial<Answer>): Answer {
  return { value: null, missing: null, unsure: false, note: '', ...given };
}

export const category = (name: string, ...secondary: string[]): Value => ({
  type: 'category',
  category: CategoryId.parse(name),
  secondary: secondary.map((each) => CategoryId.parse(each)),
});

export const date = (text: string): Value => ({ type: 'date', date: PartialDate.parse(text) });

/** Codes and hands in: variable → value. */
export function handIn(step: CodingStep, values: Record<string, Value>): void {
  for (const [variable, value] of Object.entries(values)) {
    recordAnswer(step, variable, anAnswer({ value }));
  }
  submitCoding(step);
}
