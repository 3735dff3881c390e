import { useEffect, useState } from 'react';

import { usePathForFile } from '../window/path-for-file';
import { useLatest } from '../../ui/use-latest';

/** Opens a project whose folder is dropped on the window; true while something is dragged over it. */
export function useProjectDrop(onFolder: (folder: string) => void): boolean {
  const pathForFile = usePathForFile();
  const [isDraggedOver, setDraggedOver] = useState(false);
  const open = useLatest(onFolder);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setDraggedOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDraggedOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDraggedOver(false);
      const file = event.dataTransfer?.files[0];
      const folder = file === undefined ? '' : pathForFile(file);
      if (folder !== '') open.current(folder);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [pathForFile, open]);
  return isDraggedOver;
}
