import type { Canvas } from '@napi-rs/canvas';

import { SAMPLE_COUNT, SAMPLE_SEED } from '../../scripts/sample';
import { type Draft, draftCollection } from '../../scripts/sample/draft';
import { mapTexts } from '../../scripts/sample/noise';
import { Random } from '../../scripts/sample/random';
import { drawDraft } from '../../scripts/sample/render-draft';
import { printOf } from '../../scripts/sample/scan/print';
import { SCANNERS, scannedPage } from '../../scripts/sample/scan/scanner';
import { scannedPdf } from '../../scripts/sample/writers/pictures';

/** An agreement on paper: what stands on its pages, and a scan of them. */
interface Paper {
  readonly pages: readonly string[];
  readonly scan: Uint8Array;
}

/**
 * Another agreement that a municipality wrote from one that the sample collection has twice, clean and
 * scanned: the same clauses, with another association and what hangs on that. Scanned poorly.
 */
export async function templateSibling(): Promise<Paper> {
  const drafts = draftCollection(SAMPLE_SEED, SAMPLE_COUNT);
  const name = drafts.find(({ related }) => related?.kind === 'duplicates')?.related?.fileName;
  const draft = drafts.find(({ fileName }) => fileName === name);
  if (draft === undefined) throw new Error('No agreement of the sample is there twice');
  return paperOf({ ...draft, model: mapTexts(draft.model, written) });
}

/** What the other agreement says instead. Marks of evidence stand around names and figures. */
const instead: readonly (readonly [RegExp, string])[] = [
  [/Brottsofferjouren Björnhult/g, 'Hästsportens Vänner i Kvarnåsen'],
  [/\bJouren(s?)\b/g, 'Vännerna$1'],
  [/899443/g, '802461'],
  [/3996/g, '1175'],
  [/310 000/g, '485 000'],
  [/2021/g, '2023'],
  [/2020/g, '2022'],
  [/sedan 2009/g, 'sedan 1987'],
  [/Östra Lunden/g, 'Gammelstaden'],
  [/Åsa Bergström/g, 'Gunnar Ståhl'],
  [/öka tilliten till rättsväsendet/g, 'ge unga en meningsfull fritid vid stallet'],
  [
    /ge brottsutsatta råd, stöd och praktisk hjälp/g,
    'öppna ridning för barn med funktionsnedsättning',
  ],
  [/brottsutsatta, vittnen och anhöriga/g, 'barn och unga som annars inte rider'],
  [/antal vittnesstödsuppdrag/g, 'antal ridpass'],
  [/ge stödsamtal, vid behov på fler språk än svenska/g, 'hålla ridskola tre kvällar i veckan'],
];
const written = (text: string): string =>
  instead.reduce((all, [pattern, words]) => all.replace(pattern, words), text);

async function paperOf(draft: Draft): Promise<Paper> {
  const drawn = await drawDraft(draft);
  if (drawn === null) throw new Error('It is no PDF');
  const print = await printOf(drawn.bytes);
  const scanner = SCANNERS[3];
  const random = new Random(1);
  const pages: string[] = [];
  const canvases: Canvas[] = [];
  for (let page = 1; page <= (drawn.pages ?? 0); page += 1) {
    pages.push(await print.text(page));
    canvases.push(scannedPage(await print.picture(page, scanner.dpi), scanner, random.fork()));
  }
  await print.close();
  return { pages, scan: new Uint8Array(await scannedPdf(canvases, scanner.dpi)) };
}
