import { formatValue } from '../../shared/domain/answer-text';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { createDetector, type Detector } from '../../shared/domain/detector/detect';
import type { DetectorPage, Finding } from '../../shared/domain/detector/proposal';
import { DocumentId } from '../../shared/domain/ids';
import {
  listMunicipalities,
  listRegions,
  listSubBodies,
  listUmbrellas,
  umbrellaExpression,
} from '../../shared/reference';

let made: Detector | undefined;

/** The detector over the registers that come with the program. */
export function aDetector(): Detector {
  return (made ??= createDetector({
    publicBodies: [...listMunicipalities(), ...listRegions()],
    subBodies: listSubBodies(),
    umbrellas: listUmbrellas(),
    expression: umbrellaExpression,
  }));
}

const DOCUMENT = DocumentId.parse('d'.repeat(64));

/** Texts as the pages of one document. */
export function pagesOf(...texts: readonly string[]): DetectorPage[] {
  return texts.map((text, at) => ({ document: DOCUMENT, number: at + 1, text }));
}

/** What the detector finds in the pages, by variable. */
export function findingsIn(...texts: readonly string[]): Readonly<Record<string, Finding>> {
  const findings = aDetector()(IOP_CODEBOOK, pagesOf(...texts));
  return Object.fromEntries(findings.map((finding) => [finding.variable, finding]));
}

/** The finding in words: the value that is offered, `unclear: ` and the reasons, or `nothing`. */
function told(finding: Finding | undefined): string {
  if (finding === undefined) return 'nothing';
  if (finding.outcome === 'unclear') {
    return `unclear: ${finding.reasons.map(({ code }) => code).join(', ')}`;
  }
  const [best] = finding.candidates;
  return best === undefined ? 'nothing' : formatValue(best.value);
}

/** What is offered for each of the named variables. */
export function offered(
  variables: readonly string[],
  ...texts: readonly string[]
): Record<string, string> {
  const findings = findingsIn(...texts);
  return Object.fromEntries(variables.map((id) => [id, told(findings[id])]));
}
