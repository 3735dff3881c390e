import type { DocumentModel } from '../blocks';
import { drawShield } from './shield';
import { breakLines, drawLine, fontsOf } from './text-layout';

type Document = PDFKit.PDFDocument;

/** A4 in points, and where running text may stand. */
export const page = { width: 595.28, height: 841.89, left: 76, right: 519 } as const;

/** Vertical room for running text on the first and on the following pages. */
export function textArea(
  model: DocumentModel,
  pageNumber: number,
): { top: number; bottom: number } {
  const { template } = model.letterhead;
  const first = { column: 148, centred: 168, band: 128, form: 152 }[template];
  const later = { column: 86, centred: 84, band: 78, form: 92 }[template];
  return {
    top: pageNumber === 1 ? first : later,
    bottom: page.height - (template === 'centred' ? 92 : 98),
  };
}

/** What the sender prints at the head of a page. */
export function drawHeader(doc: Document, model: DocumentModel, pageNumber: number): void {
  const { letterhead } = model;
  const { regular, bold } = fontsOf(model.look.family);
  const grey = '#444444';
  const small = { name: regular, size: 9 };
  const name = (size: number) => ({ name: bold, size });
  const details = [
    ...(model.dateLabel === null ? [] : [['Datum', model.dateLabel]]),
    ...(model.caseNumber === null ? [] : [['Diarienummer', model.caseNumber]]),
  ] as [string, string][];

  if (pageNumber > 1) {
    drawLine(doc, letterhead.organisation, { x: page.left, y: 44 }, small, { colour: grey });
    if (letterhead.template === 'form') rule(doc, 58, '#999999');
    return;
  }

  switch (letterhead.template) {
    case 'column': {
      drawShield(doc, { x: 60, y: 38, height: 50 }, letterhead.colour, letterhead.charge);
      drawLine(doc, letterhead.organisation, { x: 112, y: 48 }, name(15));
      if (letterhead.unit !== null)
        drawLine(doc, letterhead.unit, { x: 112, y: 67 }, small, { colour: grey });
      drawLine(doc, model.kindLabel.toUpperCase(), { x: 340, y: 48 }, name(10));
      details.forEach(([label, value], at) => {
        const line = label === 'Datum' ? value : `Dnr ${value}`;
        drawLine(doc, line, { x: 340, y: 64 + at * 13 }, small);
      });
      return;
    }
    case 'centred': {
      drawShield(
        doc,
        { x: page.width / 2 - 21, y: 34, height: 52 },
        letterhead.colour,
        letterhead.charge,
      );
      const across = { width: page.width, align: 'center' } as const;
      drawLine(doc, letterhead.organisation.toUpperCase(), { x: 0, y: 94 }, name(13), across);
      if (letterhead.unit !== null)
        drawLine(doc, letterhead.unit, { x: 0, y: 111 }, small, { ...across, colour: grey });
      details.forEach(([label, value], at) =>
        drawLine(
          doc,
          label === 'Datum' ? value : `Dnr: ${value}`,
          { x: page.left, y: 128 + at * 12 },
          small,
          {
            width: page.right - page.left,
            align: 'right',
          },
        ),
      );
      return;
    }
    case 'band': {
      doc.save().rect(0, 0, page.width, 16).fill(letterhead.colour).restore();
      drawShield(
        doc,
        { x: page.right - 38, y: 32, height: 46 },
        letterhead.colour,
        letterhead.charge,
      );
      drawLine(doc, letterhead.organisation, { x: page.left, y: 36 }, name(17), {
        colour: letterhead.colour,
      });
      const line = [
        letterhead.unit,
        ...details.map(([label, value]) => (label === 'Datum' ? value : `Dnr ${value}`)),
      ]
        .filter((each) => each !== null)
        .join('  |  ');
      drawLine(doc, line, { x: page.left, y: 60 }, small, { colour: grey });
      rule(doc, 84, letterhead.colour);
      return;
    }
    case 'form': {
      const [top, bottom] = [36, 122];
      doc.save().lineWidth(0.7).strokeColor('#333333');
      doc.rect(60, top, 475, bottom - top).stroke();
      doc.moveTo(330, top).lineTo(330, bottom).stroke();
      doc
        .moveTo(330, top + 43)
        .lineTo(535, top + 43)
        .stroke();
      doc.moveTo(432, top).lineTo(432, bottom).stroke();
      doc.restore();
      drawShield(doc, { x: 70, y: top + 14, height: 56 }, letterhead.colour, letterhead.charge);
      drawLine(doc, letterhead.organisation, { x: 128, y: top + 26 }, name(14));
      if (letterhead.unit !== null)
        drawLine(doc, letterhead.unit, { x: 128, y: top + 45 }, small, { colour: grey });
      const cell = (x: number, y: number, label: string, value: string) => {
        drawLine(doc, label, { x: x + 5, y: y + 5 }, { name: regular, size: 7 }, { colour: grey });
        breakLines(doc, value, { name: regular, size: 9.5 }, 96)
          .slice(0, 2)
          .forEach((line, at) =>
            drawLine(doc, line, { x: x + 5, y: y + 17 + at * 11 }, { name: regular, size: 9.5 }),
          );
      };
      cell(330, top, 'Handlingstyp', model.kindLabel);
      cell(330, top + 43, 'Datum', model.dateLabel ?? '');
      cell(432, top + 43, 'Diarienummer', model.caseNumber ?? '');
      drawLine(doc, 'Sida', { x: 437, y: top + 5 }, { name: regular, size: 7 }, { colour: grey });
      return;
    }
  }
}

/** What stands at the foot of each page, and the page number, which knows how many pages there are. */
export function drawFooter(
  doc: Document,
  model: DocumentModel,
  number: number,
  count: number,
): void {
  const { letterhead } = model;
  const { regular, bold } = fontsOf(model.look.family);
  const tiny = { name: regular, size: 7.5 };
  const grey = '#444444';
  const width = page.right - page.left;
  const short = `${number} (${count})`;
  const long = `Sida ${number} av ${count}`;

  switch (letterhead.template) {
    case 'column': {
      const y = page.height - 72;
      rule(doc, y - 8, '#777777');
      const columns = [
        ['Postadress', letterhead.organisation, letterhead.postalAddress],
        ['Besöksadress', letterhead.visitingAddress],
        ['Telefon', `${letterhead.phone} (växel)`],
        ['E-post', letterhead.email, letterhead.web],
        ['Org.nr', letterhead.organisationNumber],
      ];
      columns.forEach((lines, column) =>
        lines.forEach((line, at) =>
          drawLine(
            doc,
            line,
            { x: [76, 180, 280, 376, 472][column] ?? 76, y: y + at * 9.5 },
            { name: at === 0 ? bold : regular, size: 7 },
            { colour: grey },
          ),
        ),
      );
      drawLine(
        doc,
        short,
        { x: page.left, y: 44 },
        { name: regular, size: 9 },
        { width, align: 'right' },
      );
      if (letterhead.formId !== null)
        drawLine(
          doc,
          letterhead.formId,
          { x: page.left, y: y + 34 },
          { name: regular, size: 6.5 },
          { colour: grey },
        );
      return;
    }
    case 'centred': {
      const y = page.height - 66;
      const across = { width: page.width, align: 'center', colour: grey } as const;
      drawLine(
        doc,
        `${letterhead.organisation}  •  ${letterhead.visitingAddress}  •  ${letterhead.postalAddress}`,
        { x: 0, y },
        tiny,
        across,
      );
      drawLine(
        doc,
        `Telefon ${letterhead.phone}  •  ${letterhead.email}  •  ${letterhead.web}  •  Organisationsnummer ${letterhead.organisationNumber}`,
        { x: 0, y: y + 10 },
        tiny,
        across,
      );
      drawLine(
        doc,
        long,
        { x: 0, y: y + 26 },
        { name: regular, size: 9 },
        { width: page.width, align: 'center' },
      );
      return;
    }
    case 'band': {
      const y = page.height - 70;
      rule(doc, y - 8, letterhead.colour);
      drawLine(
        doc,
        `${letterhead.organisation}, ${letterhead.visitingAddress}, ${letterhead.postalAddress}`,
        { x: page.left, y },
        tiny,
        { colour: grey },
      );
      drawLine(
        doc,
        `Tel ${letterhead.phone}   ${letterhead.email}   ${letterhead.web}`,
        { x: page.left, y: y + 10 },
        tiny,
        { colour: grey },
      );
      drawLine(
        doc,
        `Org.nr ${letterhead.organisationNumber}${letterhead.formId === null ? '' : `   ${letterhead.formId}`}`,
        { x: page.left, y: y + 20 },
        tiny,
        { colour: grey },
      );
      drawLine(doc, short, { x: page.left, y }, { name: bold, size: 9 }, { width, align: 'right' });
      return;
    }
    case 'form': {
      const y = page.height - 66;
      rule(doc, y - 6, '#333333');
      drawLine(doc, letterhead.formId ?? letterhead.web, { x: page.left, y }, tiny, {
        colour: grey,
      });
      drawLine(
        doc,
        `${letterhead.postalAddress}   Tfn ${letterhead.phone}   ${letterhead.email}`,
        { x: page.left, y },
        tiny,
        { width, align: 'right', colour: grey },
      );
      drawLine(
        doc,
        `Besök: ${letterhead.visitingAddress}   Orgnr: ${letterhead.organisationNumber}`,
        { x: page.left, y: y + 11 },
        tiny,
        { width, align: 'right', colour: grey },
      );
      if (number === 1) drawLine(doc, short, { x: 437, y: 53 }, { name: regular, size: 10 });
      else
        drawLine(
          doc,
          short,
          { x: page.left, y: 44 },
          { name: regular, size: 9 },
          { width, align: 'right' },
        );
      return;
    }
  }
}

function rule(doc: Document, y: number, colour: string): void {
  doc.save().lineWidth(0.6).moveTo(page.left, y).lineTo(page.right, y).stroke(colour).restore();
}
