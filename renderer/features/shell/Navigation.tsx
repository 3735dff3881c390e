import { useTranslation } from 'react-i18next';

import type { ProjectCounts } from '../../../shared/domain/views';
import { type Format, useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import type { Screen } from '../../store/route-slice';
import { classNames } from '../../ui/class-names';
import styles from './Navigation.module.css';
import { navigation, navigationGroups, type NavigationItem } from './navigation-items';
import { ScanProgress } from './ScanProgress';

/** Where one can go, with what there is to do there. */
export function Navigation() {
  const { t } = useTranslation();
  return (
    <nav className={styles.navigation} aria-label={t('common:nav.label')} data-part="navigation">
      {navigationGroups.map(({ id, label }) => (
        <div
          key={id}
          role="group"
          className={classNames(styles.group, id === 'about' && styles.last)}
          {...(label === null
            ? { 'aria-label': t('common:nav.about') }
            : { 'aria-labelledby': `nav-${id}` })}
        >
          {id === 'about' && <ScanProgress />}
          {label !== null && (
            <h2 id={`nav-${id}`} className={styles.heading}>
              {t(label)}
            </h2>
          )}
          {navigation
            .filter(({ group }) => group === id)
            .map((item) => (
              <Item key={item.screen} item={item} />
            ))}
        </div>
      ))}
    </nav>
  );
}

function Item({ item }: { item: NavigationItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const goTo = useStore((store) => store.goTo);
  const isHere = useStore((store) => store.route.screen === item.screen);
  const counts = useStore((store) => store.counts.value);
  const isSomeone = useStore((store) => store.reviewers.value?.current != null);
  const version = useStore((store) => store.codebook.value?.version);
  const count =
    item.screen === 'codebook'
      ? version === undefined
        ? null
        : { shown: `v${version}`, said: t('common:nav.version', { version }) }
      : counts && countOf(item.screen, counts, isSomeone, format);
  const said =
    count === null
      ? null
      : (count.said ??
        t(`common:nav.count.${item.screen}`, { count: count.value, shown: count.shown }));
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => goTo(item.screen)}
    >
      <span className={styles.label}>{t(item.label)}</span>
      {count !== null && (
        <>
          <span className={styles.count} aria-hidden="true">
            {count.shown}
          </span>
          <span className="visually-hidden">, {said}</span>
        </>
      )}
    </button>
  );
}

interface Count {
  /** Beside the name. */
  readonly shown: string;
  /** What the count is told by in words, when it is not by number. */
  readonly said?: string;
  readonly value?: number;
}

function countOf(
  screen: Screen,
  counts: ProjectCounts,
  isSomeone: boolean,
  format: Format,
): Count | null {
  const plain = (value: number): Count => ({ shown: format.number(value), value });
  switch (screen) {
    case 'agreements':
      return plain(counts.agreements);
    case 'coding':
      if (!isSomeone) return null;
      return {
        shown: shareOf(counts.ownSubmitted, counts.ownTotal, format),
        value: counts.ownSubmitted,
      };
    case 'duplicates':
      return plain(counts.openPairs);
    case 'reliability':
      return plain(counts.doubleCoded);
    case 'disagreements':
      return plain(counts.openDisagreements);
    case 'export':
      return plain(counts.settledAgreements);
    case 'codebook':
    case 'journal':
    case 'search':
      return null;
  }
}

/** `124/248`; in percent where the numbers would not fit. */
function shareOf(part: number, whole: number, format: Format): string {
  if (whole >= 10_000) return format.percent(part / whole);
  return `${format.number(part)}/${format.number(whole)}`;
}
