import { CircleAlert, CircleCheck, Copy, Files, KeyRound } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportFailure, ImportProgress } from '../../../shared/ipc/shapes';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { copyText } from '../../ui/copy-text';
import { PasswordDialog } from '../documents/PasswordDialog';
import styles from './ImportPanel.module.css';
import { type Kind, useCountText } from './use-count-text';

/** More lines than anyone reads would only stall the window; the copied list has them all. */
const LINES_SHOWN = 500;

/** How many files were added, were there already, or failed; each list opens, and can be copied. */
export function ImportResult({ progress }: { progress: ImportProgress }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dismiss = useStore((store) => store.dismissAdding);
  const announce = useStore((store) => store.announce);
  const lines = useLines(progress);
  const countText = useCountText(progress);
  const listId = useId();
  // What went wrong is in view from the start.
  const [open, setOpen] = useState<Kind | null>(progress.failed.length > 0 ? 'failed' : null);

  const tab = (kind: Kind, icon: ReactNode) =>
    progress[kind].length > 0 && (
      <Button
        variant="quiet"
        icon={icon}
        aria-expanded={open === kind}
        aria-controls={listId}
        className={classNames(styles.tab, styles[kind], open === kind && styles.openTab)}
        onPress={() => setOpen(open === kind ? null : kind)}
      >
        {countText(kind)}
      </Button>
    );

  const copy = (): void => {
    const isCopied = copyText((['failed', 'known', 'added'] as const).flatMap(lines).join('\n'));
    announce(t(isCopied ? 'common:copied' : 'common:notCopied'), isCopied ? 'good' : 'bad');
  };

  const shown = open === null ? [] : lines(open);
  return (
    <div className={styles.result}>
      <div className={styles.line}>
        <strong role="status">
          {progress.state === 'cancelled'
            ? t('agreements:import.cancelled')
            : t('agreements:import.done')}
        </strong>
        {tab('added', <CircleCheck aria-hidden />)}
        {tab('known', <Files aria-hidden />)}
        {tab('failed', <CircleAlert aria-hidden />)}
        {progress.skipped > 0 && (
          <span className={styles.skipped}>
            {t('agreements:import.skipped', { count: progress.skipped })}
          </span>
        )}
        {(progress.passedOver ?? 0) > 0 && (
          <span className={styles.skipped}>
            {t('agreements:import.passedOver', { count: progress.passedOver ?? 0 })}
          </span>
        )}
        {progress.total === 0 && progress.failed.length === 0 && (
          <span>{t('agreements:import.nothing')}</span>
        )}
        <span className={styles.grow} />
        {progress.total + progress.failed.length > 0 && (
          <Button variant="quiet" icon={<Copy aria-hidden />} onPress={copy}>
            {t('agreements:import.copy')}
          </Button>
        )}
        <Button onPress={dismiss}>{t('common:close')}</Button>
      </div>
      <ul id={listId} className={styles.list} hidden={shown.length === 0}>
        {shown.slice(0, LINES_SHOWN).map((line, at) => {
          const [name, ...rest] = line.split('\t');
          return (
            <li key={at}>
              <span className={styles.fileName}>{name}</span>
              <span className={styles.reason}>
                <span>{rest.join(' ')}</span>
                {open === 'failed' && <GivePassword file={progress.failed[at]} />}
              </span>
            </li>
          );
        })}
        {shown.length > LINES_SHOWN && (
          <li>
            {t('agreements:import.more', { shown: format.number(shown.length - LINES_SHOWN) })}
          </li>
        )}
      </ul>
    </div>
  );
}

/** A file that asks for a password can be given it once; nothing for any other. */
function GivePassword({ file }: { file: ImportFailure | undefined }) {
  const { t } = useTranslation();
  const addLocked = useStore((store) => store.addLocked);
  const [isAsking, setAsking] = useState(false);
  const ticket = file?.ticket;
  if (file === undefined || ticket == null) return null;
  return (
    <>
      <Button variant="quiet" icon={<KeyRound aria-hidden />} onPress={() => setAsking(true)}>
        {t('documents:password.give')}
      </Button>
      {isAsking && (
        <PasswordDialog
          name={file.fileName}
          onTry={(password) => addLocked(ticket, password)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** The lines of each list: file name, a tab, what came of it. */
function useLines(progress: ImportProgress): (kind: Kind) => string[] {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const agreement = (number: number): string =>
    t('agreements:import.agreement', { number: String(number).padStart(4, '0') });
  /** Which mail an attachment came with is told after what came of it. */
  const lineOf = ({ attachedTo }: { attachedTo?: string | null | undefined }, line: string) =>
    attachedTo == null
      ? line
      : `${line} (${t('agreements:import.attachedTo', { name: attachedTo })})`;
  return (kind) => {
    switch (kind) {
      case 'added':
        return progress.added.map((file) =>
          lineOf(file, `${file.fileName}\t${agreement(file.number)}`),
        );
      case 'known':
        return progress.known.map((file) => {
          const same = t('agreements:import.sameAs', { name: file.sameAs });
          return lineOf(
            file,
            file.number === null
              ? `${file.fileName}\t${same}`
              : `${file.fileName}\t${same}, ${agreement(file.number)}`,
          );
        });
      case 'failed':
        return progress.failed.map((file) => lineOf(file, `${file.fileName}\t${errorText(file)}`));
    }
  };
}
