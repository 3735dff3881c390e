import type { ForeignKind } from '../errors';
import type { SafeZip } from './safe-zip';

export type OfficeKind =
  | { kind: 'docx' }
  | { kind: 'odt' }
  | { kind: 'xlsx' }
  | { kind: 'foreign'; as: ForeignKind };

const ODF = 'application/vnd.oasis.opendocument.';

/**
 * What a zip is: an Office document by its parts, an OpenDocument by the type that it states.
 *
 * Errors: those of unpacking.
 */
export async function officeKindOf(zip: SafeZip): Promise<OfficeKind> {
  const has = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  if (has(/^\[Content_Types\]\.xml$/)) {
    if (has(/^word\//)) return { kind: 'docx' };
    if (has(/^xl\/workbook\.bin$/)) return { kind: 'foreign', as: 'xlsb' };
    if (has(/^xl\//)) return { kind: 'xlsx' };
    if (has(/^ppt\//)) return { kind: 'foreign', as: 'presentation' };
  }
  if (!has(/^content\.xml$/) || !has(/^(?:mimetype|META-INF\/manifest\.xml)$/)) {
    return { kind: 'foreign', as: 'zip' };
  }
  const parts = await zip.unpack((name) => /^(?:mimetype|META-INF\/manifest\.xml)$/.test(name));
  const textOf = (name: string): string => new TextDecoder().decode(parts.get(name));
  const manifest = textOf('META-INF/manifest.xml');
  if (/<(?:\w+:)?encryption-data\b/.test(manifest)) return { kind: 'foreign', as: 'locked-odf' };
  const type = parts.has('mimetype')
    ? textOf('mimetype').trim()
    : (/application\/vnd\.oasis\.opendocument\.[\w-]+/.exec(manifest)?.[0] ?? '');
  if (type.startsWith(`${ODF}text`)) return { kind: 'odt' };
  if (type.startsWith(`${ODF}spreadsheet`)) return { kind: 'foreign', as: 'ods' };
  if (type.startsWith(`${ODF}presentation`)) return { kind: 'foreign', as: 'presentation' };
  return { kind: 'foreign', as: 'zip' };
}
