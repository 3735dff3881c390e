import { z } from 'zod';

import { AgreementId, DocumentId } from '../domain/ids';
import { menuCommands } from './menu-commands';

/** Main tells the window only *that* something changed; the window asks again. */
export const ChangeEvent = z.object({
  topic: z.enum([
    'project',
    'reviewers',
    'documents',
    /** Pages got their text, or the reading of scans stopped or went on; `document` names the one concerned. */
    'scans',
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
  command: z.enum(menuCommands).nullable(),
  document: DocumentId.nullable().optional(),
});
export type ChangeEvent = z.output<typeof ChangeEvent>;
