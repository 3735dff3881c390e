import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { DifferenceRow, Piece, PieceKind } from '../../../shared/domain/similarity/difference';
import type { TemplateRange } from '../../../shared/domain/similarity/template';
import { useFormat } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import virtual from '../../ui/VirtualRows.module.css';
import styles from './DifferenceRows.module.css';
import { isDifferent, shownRows, templatePieces, type ShownRow } from './pair-rows';

interface DifferenceRowsProps {
  rows: readonly DifferenceRow[];
  onlyDifferences: boolean;
  slips: boolean;
  /** What is the template's in each, when the texts are held against it instead of each other; `null` for one that has none. */
  template: { a: readonly TemplateRange[] | null; b: readonly TemplateRange[] | null } | null;
  /** Place of the row that was stepped to. */
  current: number | null;
  label: string;
}

/** How each kind of row is marked besides its colour: what left and right stand for. */
const SIGNS: Readonly<Record<PieceKind, string>> = { same: '', slip: '~', changed: '≠', only: '' };

/** Both texts, paragraph by paragraph, in one scrolling area: they can but scroll together. */
export function DifferenceRows(props: DifferenceRowsProps) {
  const { rows, onlyDifferences, slips, template, current, label } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () => shownRows(rows, { onlyDifferences: onlyDifferences && template === null, slips }),
    [rows, onlyDifferences, slips, template],
  );
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  useEffect(() => {
    const at = shown.findIndex((each) => each.kind === 'row' && each.at === current);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' });
    // Only when another one is stepped to.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [rows]);
  return (
    // A text that is scrolled by keys must be reached by them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
      <div className={virtual.all} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = shown[item.index];
          return row === undefined ? null : (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={virtual.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row
                shown={row}
                before={rowBefore(shown, item.index)}
                {...{ slips, template, current }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps extends Pick<DifferenceRowsProps, 'slips' | 'template' | 'current'> {
  shown: ShownRow;
  /** The row above it that is shown. */
  before: DifferenceRow | null;
}

function rowBefore(shown: readonly ShownRow[], at: number): DifferenceRow | null {
  const [one, other] = [shown[at - 1], shown[at - 2]];
  if (one?.kind === 'row') return one.row;
  return other?.kind === 'row' ? other.row : null;
}

function Row({ shown, before, slips, template, current }: RowProps) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  if (shown.kind === 'gap') {
    return (
      <p className={styles.gap}>
        {t('row.alike', { count: shown.count, shown: format.number(shown.count) })}
      </p>
    );
  }
  const { row, at } = shown;
  const differs = template === null && isDifferent(row, slips);
  return (
    <div
      className={classNames(
        styles.row,
        differs && styles.differs,
        at === current && template === null && styles.current,
      )}
      data-kind={row.kind}
    >
      {differs && <span className="visually-hidden">{t(`row.${row.kind}`)}: </span>}
      <Side
        pieces={row.a}
        page={before?.pageA === row.pageA ? null : row.pageA}
        side="a"
        {...{ slips, ranges: template?.a ?? null }}
      />
      <span className={styles.sign} aria-hidden="true">
        {differs && signOf(row)}
      </span>
      <Side
        pieces={row.b}
        page={before?.pageB === row.pageB ? null : row.pageB}
        side="b"
        {...{ slips, ranges: template?.b ?? null }}
      />
    </div>
  );
}

/** `−` where the left alone has something, `+` where the right has. */
function signOf({ kind, a, b }: DifferenceRow): string {
  if (kind !== 'only') return SIGNS[kind];
  const [left, right] = [a, b].map((pieces) => pieces.some((piece) => piece.kind === 'only'));
  return left && right ? '±' : left ? '−' : '+';
}

interface SideProps {
  pieces: readonly Piece[];
  /** The page that begins here. */
  page: number | null;
  side: 'a' | 'b';
  slips: boolean;
  ranges: readonly TemplateRange[] | null;
}

function Side({ pieces, page, side, slips, ranges }: SideProps) {
  const { t } = useTranslation('duplicates');
  return (
    <div className={styles.side} data-side={side}>
      {page !== null && pieces.length > 0 && (
        <span className={styles.page}>{t('row.page', { page })}</span>
      )}
      <p className={styles.text} lang="sv">
        {ranges === null
          ? pieces.map((piece) => <Marked key={piece.start} piece={piece} {...{ side, slips }} />)
          : templatePieces(pieces, ranges).map(({ text, isTemplate, start }) => (
              <span key={start} className={isTemplate ? styles.template : styles.own}>
                {text}
              </span>
            ))}
      </p>
    </div>
  );
}

function Marked({ piece, side, slips }: { piece: Piece; side: 'a' | 'b'; slips: boolean }) {
  const { kind, text } = piece;
  if (kind === 'same' || (kind === 'slip' && !slips)) return text;
  const mark = kind === 'only' ? (side === 'a' ? 'removed' : 'added') : kind;
  return <mark className={classNames(styles.mark, styles[mark])}>{text}</mark>;
}
