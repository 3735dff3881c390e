import type { DocumentModel } from './blocks';
import { composeAgreement, type Composition, type Facts } from './compose';
import { composeExtension } from './extension';
import { clean, inventFileName, uniqueName } from './file-names';
import { goodExamples } from './good-examples';
import { planCollection } from './plan';
import { Random } from './random';
import type { NoiseLevel, OfficeFormat, TextEncoding, Truth } from './truth';
import { profileOf } from './vocabulary/public-parties';

/** An agreement in words with a file name, as the office wrote it. */
export interface Draft {
  readonly fileName: string;
  readonly model: DocumentModel;
  readonly facts: Facts;
  readonly format: OfficeFormat;
  readonly encoding: TextEncoding | null;
  readonly noise: NoiseLevel;
  readonly related: Truth['related'];
  readonly random: Random;
}

/** The first `count` agreements of the collection of a seed; the report's good examples come first. */
export function draftCollection(seed: number, count: number): Draft[] {
  const random = new Random(seed);
  // Chains and the duplicate add four files to the planned ones and the examples.
  const planned = Math.max(44, count - goodExamples.length - 4);
  const takenNames = new Set<string>();
  const fileNames = new Set<string>();
  const drafts: Draft[] = goodExamples.map((example) => ({
    ...example,
    fileName: uniqueName(example.fileName, fileNames),
    format: 'pdf',
    encoding: null,
    noise: 0,
    related: null,
    random: random.fork(),
  }));

  for (const plan of planCollection(planned, random.fork())) {
    const own = random.fork();
    let composition = composeAgreement(plan, takenNames, own);
    let draft = asDraft(composition, null, fileNames, own);
    drafts.push(draft);
    if (plan.duplicated) {
      // The same agreement again, as it came from a scanner.
      const related = { kind: 'duplicates', fileName: draft.fileName } as const;
      const fileName = uniqueName(
        `${clean(`Kopia av ${draft.fileName.replace(/\.\w+$/, '')}`)}.pdf`,
        fileNames,
      );
      drafts.push({ ...draft, fileName, noise: 2, related, random: own.fork() });
    }
    for (let link = 0; link < plan.extensions; link += 1) {
      const related = { kind: 'extends', fileName: draft.fileName } as const;
      composition = composeExtension(composition, own);
      draft = asDraft(composition, related, fileNames, own);
      drafts.push(draft);
    }
  }
  return drafts.slice(0, count);
}

function asDraft(
  { model, facts, plan, associations }: Composition,
  related: Truth['related'],
  fileNames: Set<string>,
  random: Random,
): Draft {
  const [bodyId = ''] = plan.bodies;
  const fileName = inventFileName(
    {
      ...facts,
      noise: plan.noise,
      format: plan.format,
      place: profileOf(bodyId).place,
      association: associations[0]?.name ?? '',
    },
    random,
  );
  return {
    fileName: uniqueName(fileName, fileNames),
    model,
    facts,
    format: plan.format,
    encoding: plan.encoding,
    noise: plan.noise,
    related,
    random: random.fork(),
  };
}
