import { RotateCw, ScanText } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentId } from '../../shared/domain/ids';
import { HIGHER_DPI, isHardToRead, type ScannedPage } from '../../shared/domain/recognition';
import { useFormat } from '../i18n/format';
import { useStore } from '../store';
import { Button } from '../ui/Button';
import { Menu, type MenuEntry } from '../ui/Menu';
import styles from './DocumentNotices.module.css';

/** Pages named one by one; more are told by their number. */
const NAMED = 5;

/**
 * Of a scanned document: how far its text has been read, and which pages came out badly.
 *
 * @param page the page that is shown
 */
export function ScanLine({
  document,
  pageCount,
  page,
  onGoToPage,
}: {
  document: DocumentId;
  pageCount: number;
  page: number;
  onGoToPage: (page: number) => void;
}) {
  const { t } = useTranslation('document');
  const lookAt = useStore((store) => store.lookAtScans);
  const readAgain = useStore((store) => store.readScanAgain);
  const scans = useStore((store) => store.scans);
  // Once more where what is known of the pages was given up, as when the project's settings change.
  const known = scans.pages?.document;
  useEffect(() => {
    if (known !== document) void lookAt(document);
  }, [lookAt, document, known]);

  const list = scans.pages?.document === document ? scans.pages.list : [];
  if (list.length === 0) return null;
  const waiting = list.filter(({ state }) => state === 'waiting');
  const failed = list.filter(({ state }) => state === 'failed');
  const hard = list.filter(isHardToRead);
  const kept = list.filter((each) => each.kept);
  const here = list.find((each) => each.page === page);
  const entry = (id: string, label: string, of: number | null, dpi: number | null): MenuEntry => ({
    id,
    label,
    run: () => void readAgain(document, of, dpi),
  });
  const ofPage =
    here === undefined
      ? []
      : [
          entry('page', t('scan.pageAgain', { page }), page, null),
          entry('page-higher', t('scan.pageHigher', { page }), page, HIGHER_DPI),
        ];
  const ofAll = [
    entry('all', t('scan.allAgain'), null, null),
    entry('all-higher', t('scan.allHigher'), null, HIGHER_DPI),
  ];
  return (
    <div className={styles.notices} role="group" aria-label={t('scan.label')}>
      <ScanText size={15} aria-hidden="true" />
      <ul role="status">
        <li>
          <Progress
            waiting={waiting.length}
            failed={failed.length}
            pages={list.map((each) => each.page)}
            isWhole={list.length === pageCount}
            paused={scans.status.value?.paused === true}
          />
          {here !== undefined && <Confidence page={here} />}
          {here !== undefined && here.turn !== 0 && <> {t('scan.turned', { page })}</>}
        </li>
        <Flagged pages={failed} text="scan.failed" onGoToPage={onGoToPage} />
        <Flagged pages={hard} text="scan.hard" onGoToPage={onGoToPage} />
        <Flagged pages={kept} text="scan.kept" onGoToPage={onGoToPage} />
      </ul>
      <Menu
        label={t('scan.again')}
        trigger={
          <Button variant="quiet" className={styles.again ?? ''} icon={<RotateCw />}>
            {t('scan.again')}
          </Button>
        }
        groups={[ofPage, ofAll]}
      />
    </div>
  );
}

function Progress({
  waiting,
  failed,
  pages,
  isWhole,
  paused,
}: {
  waiting: number;
  failed: number;
  /** The scanned ones. */
  pages: readonly number[];
  /** Every page of the document is scanned. */
  isWhole: boolean;
  paused: boolean;
}) {
  const { t } = useTranslation('document');
  const total = pages.length;
  if (waiting === 0 && failed === total) return null;
  if (waiting === 0 && total === 1 && !isWhole)
    return <>{t('scan.donePage', { page: pages[0] })}</>;
  if (waiting === 0) return <>{t('scan.done', { count: total - failed })}</>;
  const key = paused ? 'scan.paused' : 'scan.reading';
  return <>{t(key, { done: total - waiting, total })}</>;
}

function Confidence({ page }: { page: ScannedPage }) {
  const { t } = useTranslation('document');
  const format = useFormat();
  if (page.state !== 'done') return null;
  if (page.confidence === null) return <> {t('scan.noWords', { page: page.page })}</>;
  return (
    <> {t('scan.confidence', { page: page.page, share: format.percent(page.confidence / 100) })}</>
  );
}

/** Pages that there is something to tell of, each one press away. */
function Flagged({
  pages,
  text,
  onGoToPage,
}: {
  pages: readonly ScannedPage[];
  text: 'scan.failed' | 'scan.hard' | 'scan.kept';
  onGoToPage: (page: number) => void;
}) {
  const { t } = useTranslation('document');
  const [first] = pages;
  if (first === undefined) return null;
  return (
    <li className={text === 'scan.kept' ? styles.told : styles.flagged}>
      {t(text, { count: pages.length })}{' '}
      {pages.slice(0, NAMED).map(({ page, error }) => (
        <Button key={page} variant="quiet" onPress={() => onGoToPage(page)}>
          {error === null
            ? t('scan.page', { page })
            : `${t('scan.page', { page })}: ${t(`scan.why.${error}`, { defaultValue: error })}`}
        </Button>
      ))}
      {pages.length > NAMED && ' …'}
    </li>
  );
}
