/**
 * A document as the renderers take it: what it says, not how it looks. Texts may hold marks
 * (`rich-text.ts`); a block that holds a mark is never split over two pages.
 */
export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** Shares of the width. */
      readonly widths: readonly number[];
      readonly header: readonly string[] | null;
      readonly rows: readonly (readonly string[])[];
      readonly numeric: boolean;
    }
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'signatures'; readonly parties: readonly Signature[] }
  | { readonly kind: 'cover'; readonly cover: Cover }
  | { readonly kind: 'page-break' };

export interface Signature {
  readonly party: string;
  readonly name: string;
  readonly role: string;
  /** Written by hand when signed on paper; blank lines when `null`. */
  readonly placeAndDate: string | null;
  readonly signed: boolean;
}

export interface Cover {
  readonly overline: string;
  readonly title: string;
  readonly subtitle: string;
  /** Party names with `och` between them. */
  readonly parties: readonly string[];
  readonly lines: readonly string[];
}

export type Template = 'column' | 'centred' | 'band' | 'form';
export type Charge = 'waves' | 'tree' | 'star' | 'wheel' | 'chevron' | 'key' | 'tower' | 'leaf';

export interface Letterhead {
  readonly template: Template;
  readonly organisation: string;
  readonly unit: string | null;
  readonly colour: string;
  readonly charge: Charge;
  readonly postalAddress: string;
  readonly visitingAddress: string;
  readonly phone: string;
  readonly email: string;
  readonly web: string;
  readonly organisationNumber: string;
  /** Identity and version date of the form, which is not the agreement's date. */
  readonly formId: string | null;
}

export interface Look {
  readonly family: 'Times' | 'Helvetica';
  readonly size: number;
  readonly justified: boolean;
  /** Ruled tables or none. */
  readonly ruled: boolean;
  readonly draft: boolean;
  /** Stamp of the registry: lines of text, or none. */
  readonly stamp: readonly string[] | null;
}

export interface DocumentModel {
  readonly title: string;
  /** Shown at the top of the first page: "Överenskommelse", date, case number. */
  readonly kindLabel: string;
  readonly dateLabel: string | null;
  readonly caseNumber: string | null;
  readonly author: string;
  readonly letterhead: Letterhead;
  readonly look: Look;
  readonly blocks: readonly Block[];
}
