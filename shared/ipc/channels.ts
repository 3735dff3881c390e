/**
 * The names of all calls and nothing else: this is all that the preload sees.
 *
 * What goes in and out is in `contract.ts`, which does not compile when a name is missing there.
 */
export const channels = {
  app: ['about', 'readSettings', 'changeSettings'],
  projects: [
    'listRecent',
    'current',
    'createSample',
    'create',
    'open',
    'close',
    'suggestFolder',
    'chooseFolder',
    'verify',
    'stopVerifying',
    'revealFolder',
  ],
  reviewers: ['list', 'add', 'rename', 'choose', 'current'],
  documents: [
    'chooseFiles',
    'add',
    'cancelAdding',
    'progress',
    'readPages',
    'notices',
    'listOf',
    'place',
    'changeRole',
    'splitOff',
    'placeBack',
    'stateOfOriginal',
    'openOriginal',
    'saveOriginal',
    'addLocked',
    'unlock',
  ],
  scans: ['status', 'ofDocument', 'lookAt', 'again', 'pause', 'resume'],
  agreements: ['list', 'counts', 'get'],
  codings: [
    'next',
    'open',
    'recordAnswer',
    'attachEvidence',
    'removeEvidence',
    'undo',
    'redo',
    'submit',
    'reopen',
    'suggestActors',
  ],
  proposals: ['forAgreement', 'take', 'rule', 'allow'],
  disagreements: ['list', 'get', 'settle', 'countUnanimous', 'settleUnanimous', 'withdraw'],
  comparisons: ['list', 'open', 'template', 'say', 'takeBack', 'ofAgreement'],
  reliability: ['summarise', 'saveTable'],
  exports: ['chooseFolder', 'preview', 'run', 'revealFolder'],
  codebook: ['current'],
  journal: ['list'],
  search: ['passages', 'answers'],
} as const;

/** The one channel on which main tells the window that something changed. */
export const CHANGED_CHANNEL = 'samsyn:changed';

/** Name of a call on the wire: `topic:call`. */
export function channelName(topic: string, call: string): string {
  return `samsyn:${topic}:${call}`;
}
