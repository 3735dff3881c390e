import type { DocumentModel } from './blocks';
import { flowOf, type Flow } from './flow';
import type { Distort } from './noise';
import type { Rendered } from './render';
import { anOdt } from './writers/odt-files';
import { anRtf, rtfRow, rtfText } from './writers/rtf-files';

/** Formats that say what is a heading, a list or a table, each written in the simplest way it is met. */
export type FlowingFormat = 'odt' | 'rtf' | 'html' | 'md';

export function renderFlowing(
  model: DocumentModel,
  distort: Distort,
  format: FlowingFormat,
): Rendered {
  const { flow, placed } = flowOf(model, distort);
  const write = { odt: odtOf, rtf: rtfOf, html: htmlOf, md: markdownOf }[format];
  return { bytes: new Uint8Array(write(flow, model.title)), pages: null, placed };
}

/** The document as a part of a web page, such as the text of a mail. */
export function htmlBody(flow: readonly Flow[]): string {
  return flow
    .map((each) => {
      switch (each.kind) {
        case 'heading':
          return `<h${each.level}>${escaped(each.text)}</h${each.level}>`;
        case 'paragraph':
          return `<p>${each.lead === '' ? '' : `<b>${escaped(each.lead)}</b> `}${escaped(each.text)}</p>`;
        case 'list': {
          const tag = each.ordered ? 'ol' : 'ul';
          return `<${tag}>${each.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`;
        }
        case 'table': {
          const row = (cells: readonly string[], tag: string) =>
            `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
          const head = each.header === null ? '' : row(each.header, 'th');
          return `<table>${head}${each.rows.map((cells) => row(cells, 'td')).join('')}</table>`;
        }
      }
    })
    .join('\n');
}

function htmlOf(flow: readonly Flow[], title: string): Buffer {
  return Buffer.from(
    `<!doctype html>\n<html lang="sv">\n<head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n<body>\n${htmlBody(flow)}\n</body>\n</html>\n`,
  );
}

function markdownOf(flow: readonly Flow[]): Buffer {
  const text = flow.map((each) => {
    switch (each.kind) {
      case 'heading':
        return `${'#'.repeat(each.level)} ${plainMarkdown(each.text)}\n`;
      case 'paragraph':
        return `${each.lead === '' ? '' : `**${plainMarkdown(each.lead)}** `}${plainMarkdown(each.text)}\n`;
      case 'list':
        return `${each.items.map((item, at) => `${each.ordered ? `${at + 1}.` : '-'} ${plainMarkdown(item)}`).join('\n')}\n`;
      case 'table': {
        const row = (cells: readonly string[]) => `| ${cells.map(plainMarkdown).join(' | ')} |`;
        const columns = Math.max(
          each.header?.length ?? 0,
          ...each.rows.map((cells) => cells.length),
        );
        const head = each.header ?? Array.from({ length: columns }, () => '');
        return `${[row(head), `|${'---|'.repeat(columns)}`, ...each.rows.map(row)].join('\n')}\n`;
      }
    }
  });
  return Buffer.from(text.join('\n'));
}

/** Text that means nothing but itself. */
const plainMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, '\\$&');

function rtfOf(flow: readonly Flow[]): Buffer {
  const body = flow.map((each) => {
    switch (each.kind) {
      case 'heading':
        return `\\pard\\s${each.level === 1 ? 1 : 2} ${rtfText(each.text)}\\par\n`;
      case 'paragraph': {
        const lead = each.lead === '' ? '' : `{\\b ${rtfText(each.lead)} }`;
        return `\\pard\\plain ${lead}${rtfText(each.text)}\\par\n`;
      }
      case 'list':
        return each.items
          .map((item, at) => {
            const sign = each.ordered ? `${at + 1}.` : "\\'b7";
            return `{\\listtext\\f3 ${sign}\\tab}\\pard\\ls1 ${rtfText(item)}\\par\n`;
          })
          .join('');
      case 'table':
        return [...(each.header === null ? [] : [each.header]), ...each.rows]
          .map((cells) => rtfRow(cells))
          .join('');
    }
  });
  return anRtf(`${body.join('')}\\pard\\par`);
}

function odtOf(flow: readonly Flow[]): Buffer {
  const p = (inside: string) => `<text:p>${inside}</text:p>`;
  const body = flow.map((each) => {
    switch (each.kind) {
      case 'heading':
        return `<text:h text:outline-level="${each.level}">${escaped(each.text)}</text:h>`;
      case 'paragraph':
        return p(`${each.lead === '' ? '' : `${escaped(each.lead)} `}${spaced(each.text)}`);
      case 'list': {
        const items = each.items.map(
          (item) => `<text:list-item>${p(spaced(item))}</text:list-item>`,
        );
        const style = each.ordered ? ' text:style-name="Numrerad"' : '';
        return `<text:list${style}>${items.join('')}</text:list>`;
      }
      case 'table': {
        const row = (cells: readonly string[]) =>
          `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(spaced(cell))}</table:table-cell>`).join('')}</table:table-row>`;
        const head =
          each.header === null
            ? ''
            : `<table:table-header-rows>${row(each.header)}</table:table-header-rows>`;
        return `<table:table>${head}${each.rows.map(row).join('')}</table:table>`;
      }
    }
  });
  const numbered =
    '<text:list-style style:name="Numrerad"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>';
  return anOdt({ body: body.join('\n'), styles: numbered });
}

/** Runs of spaces are one in this format, unless they are said to be more. */
const spaced = (text: string): string =>
  escaped(text).replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
