import {
  ChevronLeft,
  ChevronRight,
  Minus,
  MoveHorizontal,
  Plus,
  RectangleVertical,
  Search,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import styles from './DocumentPane.module.css';
import type { ZoomWish } from './protocol';
import { zoomLabel, type FrameView } from './use-document-frame';

export interface DocumentToolbarProps {
  title: string;
  pageCount: number;
  view: FrameView | null;
  onGoToPage: (page: number) => void;
  onZoom: (wish: ZoomWish) => void;
  onFind: () => void;
}

/** The document's name, its pages, its size and its search. */
export function DocumentToolbar(props: DocumentToolbarProps) {
  const { title, pageCount, view, onGoToPage, onZoom, onFind } = props;
  const { t } = useTranslation('document');
  const page = view?.page ?? 1;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('tools')}>
      <span className={styles.title} title={title}>
        {title}
      </span>
      <div className={styles.group}>
        <IconButton
          label={t('previousPage')}
          icon={<ChevronLeft />}
          isDisabled={page <= 1}
          onPress={() => onGoToPage(page - 1)}
        />
        <PageField page={page} pageCount={pageCount} onGoToPage={onGoToPage} />
        <IconButton
          label={t('nextPage')}
          icon={<ChevronRight />}
          isDisabled={page >= pageCount}
          onPress={() => onGoToPage(page + 1)}
        />
      </div>
      <div className={styles.group}>
        <IconButton
          label={t('zoomOut')}
          keys={['Ctrl', '−']}
          icon={<Minus />}
          onPress={() => onZoom('out')}
        />
        <span className={styles.scale} role="status" aria-label={t('zoom')}>
          {zoomLabel(view)}
        </span>
        <IconButton
          label={t('zoomIn')}
          keys={['Ctrl', '+']}
          icon={<Plus />}
          onPress={() => onZoom('in')}
        />
      </div>
      <div className={classNames(styles.group, styles.fits)}>
        <IconButton
          label={t('fitWidth')}
          icon={<MoveHorizontal />}
          className={classNames(view?.fit === 'fit-width' && styles.on)}
          aria-pressed={view?.fit === 'fit-width'}
          onPress={() => onZoom('fit-width')}
        />
        <IconButton
          label={t('fitPage')}
          icon={<RectangleVertical />}
          className={classNames(view?.fit === 'fit-page' && styles.on)}
          aria-pressed={view?.fit === 'fit-page'}
          onPress={() => onZoom('fit-page')}
        />
      </div>
      <Button
        variant="quiet"
        icon={<Search />}
        keys={['Ctrl', 'F']}
        className={styles.find ?? ''}
        aria-label={t('find')}
        onPress={onFind}
      >
        {t('find')}
      </Button>
    </div>
  );
}

/** The page one is on, to be written over with the one to go to. */
function PageField({
  page,
  pageCount,
  onGoToPage,
}: {
  page: number;
  pageCount: number;
  onGoToPage: (page: number) => void;
}) {
  const { t } = useTranslation('document');
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) {
      onGoToPage(Math.min(wanted, pageCount));
    }
    setTyped(null);
  };
  return (
    <span className={styles.page}>
      <input
        className={styles.pageInput}
        style={{ inlineSize: `${Math.max(2, String(pageCount).length) + 1.4}ch` }}
        inputMode="numeric"
        aria-label={t('page', { total: pageCount })}
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span aria-hidden="true">/ {pageCount}</span>
    </span>
  );
}
