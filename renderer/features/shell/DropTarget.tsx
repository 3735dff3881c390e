import { FileDown } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useStore } from '../../store';
import { usePathForFile } from '../window/path-for-file';
import styles from './DropTarget.module.css';

/**
 * Files and folders dropped anywhere on the window are added; the overlay says so while they hover.
 *
 * Over the document frame the window hears nothing of them: the frame says that they come, the overlay
 * is laid over it, and from then on the window has them.
 */
export function DropTarget({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation();
  const pathForFile = usePathForFile();
  const add = useStore((store) => store.addDocuments);
  const announce = useStore((store) => store.announce);
  const isOver = useStore((store) => store.documents.dragged);
  const setOver = useStore((store) => store.dragFiles);

  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isReadOnly ? 'none' : 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (isReadOnly) return;
      const paths = [...(event.dataTransfer?.files ?? [])].map(pathForFile);
      const found = paths.filter((path) => path !== '');
      if (found.length === 0) announce(t('agreements:drop.nothing'), 'bad');
      else void add(found);
    };
    // A drag that was given up over the frame ends without a word; the pointer moves only after it.
    const ended = (): void => setOver(false);
    window.addEventListener('pointermove', ended);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('pointermove', ended);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [add, announce, isReadOnly, pathForFile, setOver, t]);

  if (!isOver) return null;
  return (
    <div className={styles.overlay} role="status">
      <div className={styles.words}>
        <FileDown aria-hidden="true" />
        <strong>{t(isReadOnly ? 'agreements:drop.readOnly' : 'agreements:drop.here')}</strong>
        {!isReadOnly && <span>{t('agreements:drop.kinds')}</span>}
      </div>
    </div>
  );
}
