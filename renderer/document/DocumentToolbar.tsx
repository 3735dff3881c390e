import {
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  GalleryVertical,
  ListTree,
  Minus,
  MoveHorizontal,
  Plus,
  RectangleVertical,
  RotateCcw,
  RotateCw,
  Search,
} from 'lucide-react';
import { memo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import type { PaneCommand } from '../../shared/ipc/menu-commands';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import { Menu, type MenuEntry } from '../ui/Menu';
import styles from './DocumentPane.module.css';
import { PageField } from './PageField';
import { keysOf } from './pane-keys';
import { zoomLabel, type FrameView } from './use-document-frame';

/** What stands beside the pages. */
export type Side = 'none' | 'thumbnails' | 'outline';

interface DocumentToolbarProps {
  /** The document's name, or what chooses among several. */
  name: ReactNode;
  pageCount: number;
  view: FrameView | null;
  side: Side;
  pageInput: RefObject<HTMLInputElement | null>;
  onGoToPage: (page: number) => void;
  /** The page field gives the keys back. */
  onLeavePage: () => void;
  run: Readonly<Record<PaneCommand, () => void>>;
}

/** The document's name, its pages, its size, what stands beside it, and its search. */
export const DocumentToolbar = memo(function DocumentToolbar(props: DocumentToolbarProps) {
  const { name, pageCount, view, side, pageInput, onGoToPage, onLeavePage, run } = props;
  const { t } = useTranslation('document');
  const page = view?.page ?? 1;
  const canTurn = view !== null && view.turn !== null;
  const tools = {
    thumbnails: { label: t('thumbnails'), icon: <GalleryVertical />, id: 'document-thumbnails' },
    outline: { label: t('outline'), icon: <ListTree />, id: 'document-outline' },
    fitWidth: { label: t('fitWidth'), icon: <MoveHorizontal />, id: 'document-fit-width' },
    fitPage: { label: t('fitPage'), icon: <RectangleVertical />, id: 'document-fit-page' },
    turnRight: { label: t('turnRight'), icon: <RotateCw />, id: 'document-turn-right' },
    turnLeft: { label: t('turnLeft'), icon: <RotateCcw />, id: 'document-turn-left' },
  } as const;
  const isOn: Readonly<Record<string, boolean>> = {
    thumbnails: side === 'thumbnails',
    outline: side === 'outline',
    fitWidth: view?.fit === 'fit-width',
    fitPage: view?.fit === 'fit-page',
  };
  const button = (tool: keyof typeof tools): ReactNode => (
    <IconButton
      label={tools[tool].label}
      keys={keysOf(tools[tool].id)}
      icon={tools[tool].icon}
      className={classNames(isOn[tool] && styles.on)}
      {...(tool in isOn && { 'aria-pressed': isOn[tool] })}
      isDisabled={tool === 'turnRight' && !canTurn}
      onPress={run[tools[tool].id]}
    />
  );
  const entry = (tool: keyof typeof tools): MenuEntry => ({
    ...tools[tool],
    keys: keysOf(tools[tool].id),
    isChosen: isOn[tool] ?? false,
    isDisabled: tool.startsWith('turn') && !canTurn,
    run: run[tools[tool].id],
  });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('tools')}>
      <div className={classNames(styles.group, styles.wide)}>
        {button('thumbnails')}
        {button('outline')}
      </div>
      <div className={styles.name}>{name}</div>
      <div className={styles.group}>
        <IconButton
          label={t('previousPage')}
          icon={<ChevronLeft />}
          isDisabled={page <= 1}
          className={classNames(styles.step)}
          onPress={() => onGoToPage(page - 1)}
        />
        <PageField
          page={page}
          pageCount={pageCount}
          inputRef={pageInput}
          onGoToPage={onGoToPage}
          onLeave={onLeavePage}
        />
        <IconButton
          label={t('nextPage')}
          icon={<ChevronRight />}
          isDisabled={page >= pageCount}
          className={classNames(styles.step)}
          onPress={() => onGoToPage(page + 1)}
        />
      </div>
      <div className={styles.group}>
        <IconButton
          label={t('zoomOut')}
          keys={keysOf('document-zoom-out')}
          icon={<Minus />}
          onPress={run['document-zoom-out']}
        />
        <span className={styles.scale} role="status" aria-label={t('zoom')}>
          {zoomLabel(view)}
        </span>
        <IconButton
          label={t('zoomIn')}
          keys={keysOf('document-zoom-in')}
          icon={<Plus />}
          onPress={run['document-zoom-in']}
        />
      </div>
      <div className={classNames(styles.group, styles.spare)}>
        {button('fitWidth')}
        {button('fitPage')}
        {button('turnRight')}
      </div>
      <Button
        variant="quiet"
        icon={<Search />}
        keys={keysOf('find')}
        className={styles.find ?? ''}
        aria-label={t('find')}
        onPress={run['find']}
      >
        {t('find')}
      </Button>
      <Menu
        label={t('more')}
        trigger={<IconButton label={t('more')} icon={<Ellipsis />} />}
        groups={[
          [entry('thumbnails'), entry('outline')],
          [
            entry('fitWidth'),
            entry('fitPage'),
            {
              id: 'actual',
              label: t('actualSize'),
              keys: keysOf('document-zoom-actual'),
              run: run['document-zoom-actual'],
            },
          ],
          [entry('turnRight'), entry('turnLeft')],
        ]}
      />
    </div>
  );
});
