import type { VerifyReport } from '../../shared/ipc/shapes';

type Details = Readonly<Record<string, string | number>>;

/** What is found wrong, or was mended, in a project; `VerifyReport` says of which part. */
export type Finding = Omit<VerifyReport['problems'][number], 'check'>;

/**
 * What the terminal prints of each finding; the window has the same in both languages, in
 * `verify:finding`. Details in double braces; `reason` and `said` are the system's or SQLite's own words.
 */
export const findingSentences = {
  'sqlite-flaw': 'project.db: {{said}}',
  'row-without-parent': 'project.db: a row of {{table}} has none in {{parent}} to belong to',
  'sqlite-unreadable': 'project.db cannot be checked: {{reason}}',
  'first-entry-missing':
    'the first entry, which makes the project, is missing: put the folder back from a backup',
  'journal-unreadable': 'the journal cannot be read: {{reason}}',
  'entry-missing': 'entry {{n}} of {{replica}} is missing',
  'entries-missing': 'entries {{from}} to {{to}} of {{replica}} are missing',
  'entry-unreadable':
    'entry {{n}} of {{replica}} cannot be read: its columns or payload are damaged',
  'entry-altered': 'entry {{n}} of {{replica}} is not what its hash says',
  'payload-altered': 'the payload of entry {{n}} of {{replica}} is not what its hash says',
  'entry-unlinked': 'entry {{n}} of {{replica}} does not name the hash of the entry before it',
  'copy-unreadable': '{{file}} cannot be compared with the journal: {{reason}}',
  'copy-missing': '{{file}} is missing: it should hold {{count}} entries',
  'line-no-entry': '{{file}}, line {{line}} is no entry',
  'line-cut-off': '{{file}}, line {{line}} is cut off',
  'line-unknown': '{{file}}, line {{line}}: the journal has no entry {{n}} of {{replica}}',
  'line-differs': '{{file}}, line {{line}}: entry {{n}} is not what the journal holds',
  'line-twice': '{{file}}, line {{line}}: entry {{n}} is there twice',
  'copy-lacks': '{{file}} lacks entry {{n}}',
  'project-remade':
    'project.db was missing or empty and was made anew from the journal folder: {{count}} entries',
  'copy-had-more': '{{file}} had {{count}} entries that project.db lacked: taken over',
  'copy-cut': '{{file}} ended in the middle of a line: that beginning of an entry was cut off',
  'whole-in-neither':
    '{{file}} differs from project.db and was left as it is: entry {{n}} is whole in neither',
  'copy-completed': '{{file}} lacked {{count}} entries: written anew from project.db',
  'copy-damaged': '{{file}} had lines that hold no whole entry ({{lines}}): it is kept as {{kept}}',
  'copy-differed':
    '{{file}} had other entries than project.db ({{entries}}): it is kept as {{kept}}',
  'table-differs': 'the table {{table}} is not what the journal gives',
  'tables-unreadable': 'the tables cannot be compared with the journal: {{reason}}',
  'documents-unlisted': 'the list of documents cannot be read: {{reason}}',
  more: 'and {{count}} more of the kind',
} as const;

/** A finding with its sentence filled in. */
export function finding(code: keyof typeof findingSentences, details: Details = {}): Finding {
  const message = findingSentences[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(details[name] ?? ''),
  );
  return { code, message, details: { ...details } };
}
