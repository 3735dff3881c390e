import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { OdtReader } from './odt-blocks';
import { readOdtStyles } from './odt-styles';
import { givePages } from './page-breaks';
import type { SafeZip } from './safe-zip';
import { XmlError } from './xml';

/**
 * Reads an OpenDocument text (.odt): page headers first, then the body, then notes and page footers.
 *
 * Errors: `file-damaged`, `unpacks-too-large`.
 */
export async function readOdt(
  zip: SafeZip,
  fileName: string,
  { onPage }: ReadOptions,
): Promise<ReadSummary> {
  const parts = await zip.unpack((name) => name === 'content.xml' || name === 'styles.xml');
  const damaged = (reason: string) =>
    documentError('file-damaged', fileName, { context: 'structure', reason });
  const content = parts.get('content.xml');
  if (content === undefined) throw damaged('content.xml');
  try {
    const stylesPart = parts.get('styles.xml');
    const styles = readOdtStyles(stylesPart === undefined ? [content] : [stylesPart, content]);
    const reader = new OdtReader(styles);
    if (stylesPart !== undefined) reader.readMasterPages(stylesPart);
    reader.readContent(content);
    const { blocks, notices } = reader.finish();
    const pageCount = givePages(blocks, onPage);
    return { format: 'odt', pageCount, notices };
  } catch (error) {
    if (error instanceof XmlError) throw damaged(error.message);
    throw error;
  }
}
