/** What a project's folder is called, as people see it in their file manager. */
const PROJECT_SUFFIX = '.samsyn';

/**
 * The folder for a project of that name: `Name.samsyn`, without what some system cannot have in a
 * file name. The project itself keeps its name as it was given. `null` when nothing is left of it.
 */
export function folderNameOf(name: string): string | null {
  const clean = name
    .normalize('NFC')
    .replace(/[\\/:|]/g, '-')
    .replace(/[*?"<>\p{Cc}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return null;
  // Names that Windows keeps for devices, whatever follows the dot.
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? `${clean}_` : clean;
  return `${safe}${PROJECT_SUFFIX}`;
}
