import styles from './Progress.module.css';

/** Something is under way and nobody knows how long. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className={styles.waiting} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      {label}
    </span>
  );
}
