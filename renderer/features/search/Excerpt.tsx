import type { ExcerptPart } from '../../../shared/domain/search-passage';
import styles from './Search.module.css';

/** The words around what was found, which is marked. Text only: whatever stands in the document. */
export function Excerpt({ parts }: { parts: readonly ExcerptPart[] }) {
  return (
    <span className={styles.excerpt}>
      {parts.map(({ text, isMarked }, at) =>
        isMarked ? (
          // The parts of one excerpt never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <mark key={at} className={styles.found}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
