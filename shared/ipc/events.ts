import { z } from 'zod';

import { AgreementId } from '../domain/ids';

/** Main tells the window only *that* something changed; the window asks again. */
export const ChangeEvent = z.object({
  topic: z.enum([
    'project',
    'reviewers',
    'documents',
    'agreements',
    'codings',
    'decisions',
    /** Documents that are alike: found, or spoken of. */
    'comparisons',
    'settings',
    /** A menu item that the window carries out; `command` names it. */
    'command',
  ]),
  agreement: AgreementId.nullable(),
  command: z.string().nullable(),
});
export type ChangeEvent = z.output<typeof ChangeEvent>;
