import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PairDocument } from '../../../shared/ipc/comparison-shapes';
import { DocumentPane } from '../../document/DocumentPane';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import type { PairMode, ShownPair } from '../../store/comparisons-slice';
import { Checkbox } from '../../ui/Checkbox';
import { IconButton } from '../../ui/IconButton';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { DifferenceRows } from './DifferenceRows';
import styles from './Pair.module.css';
import { PairReasons } from './PairReasons';
import { PairVerdict } from './PairVerdict';
import { differentRows, stepThrough } from './pair-rows';
import { usePairKeys } from './use-pair-keys';

const MODES: readonly PairMode[] = ['difference', 'template', 'originals'];

/** Two documents side by side, what differs in them, and what they are to each other. */
export function PairView({ view }: { view: ShownPair }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const { mode, onlyDifferences, slips } = useStore((store) => store.comparisons);
  const change = useStore((store) => store.changePairView);
  const template = useTemplate(view);
  const [current, setCurrent] = useState<{ of: ShownPair['difference']; at: number } | null>(null);
  const { pair, difference } = view;
  const places = useMemo(() => differentRows(difference.rows, slips), [difference, slips]);
  const at = current?.of === difference ? current.at : null;
  const move = (step: 1 | -1): void => {
    const next = stepThrough(places, at, step);
    if (next !== null) setCurrent({ of: difference, at: next });
  };
  usePairKeys({ onMove: move });
  const place = at === null ? -1 : places.indexOf(at);
  return (
    <section className={styles.pair} aria-label={t('pair')} data-part="pair">
      <header className={styles.head}>
        <Heading side={pair.a} />
        <Heading side={pair.b} />
      </header>
      <PairReasons pair={pair} />
      <div className={styles.tools}>
        <SegmentedControl
          label={t('mode.label')}
          hideLabel
          value={mode}
          onChange={(next) => change({ mode: next })}
          options={MODES.map((id) => ({ id, label: t(`mode.${id}`) }))}
        />
        {mode === 'difference' && (
          <>
            <Checkbox
              isSelected={onlyDifferences}
              onChange={(next) => change({ onlyDifferences: next })}
            >
              {t('onlyDifferences')}
            </Checkbox>
            {difference.slips > 0 && (
              <Checkbox isSelected={slips} onChange={(next) => change({ slips: next })}>
                {t('slips', { count: difference.slips, shown: format.number(difference.slips) })}
              </Checkbox>
            )}
            <span className={styles.steps}>
              <span className={styles.count} role="status">
                {places.length === 0
                  ? t('noDifference')
                  : place < 0
                    ? t('count', { count: places.length, shown: format.number(places.length) })
                    : t('countAt', {
                        at: format.number(place + 1),
                        of: format.number(places.length),
                      })}
              </span>
              <IconButton
                label={t('previous')}
                keys={['P']}
                icon={<ChevronUp />}
                isDisabled={places.length === 0}
                onPress={() => move(-1)}
              />
              <IconButton
                label={t('next')}
                keys={['N']}
                icon={<ChevronDown />}
                isDisabled={places.length === 0}
                onPress={() => move(1)}
              />
            </span>
          </>
        )}
        {mode === 'template' && (
          <span className={styles.count} role="status">
            <TemplateCount view={view} />
          </span>
        )}
      </div>
      {(view.a.cut || view.b.cut) && mode !== 'originals' && (
        <p className={styles.cut}>{t('cut')}</p>
      )}
      {mode === 'originals' ? (
        <div className={styles.originals}>
          <DocumentPane document={pair.a.document} marks={[]} />
          <DocumentPane document={pair.b.document} marks={[]} />
        </div>
      ) : (
        <DifferenceRows
          rows={difference.rows}
          template={mode === 'template' ? template : null}
          label={t('texts')}
          {...{ onlyDifferences, slips, current: at }}
        />
      )}
      <PairVerdict pair={pair} />
    </section>
  );
}

/** What the template gave each; `null` until it is known, and where neither has one. */
function useTemplate({ pair }: ShownPair) {
  const templates = useStore((store) => store.comparisons.templates);
  const a = templates[pair.a.document.id];
  const b = templates[pair.b.document.id];
  return useMemo(() => {
    const [ofA, ofB] = [a, b].map((each) => (each?.others.length ? each.ranges : null));
    return ofA == null && ofB == null ? null : { a: ofA ?? null, b: ofB ?? null };
  }, [a, b]);
}

function TemplateCount({ view: { pair } }: { view: ShownPair }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const templates = useStore((store) => store.comparisons.templates);
  const others = (side: PairDocument) => templates[side.document.id]?.others.length;
  const [a, b] = [others(pair.a), others(pair.b)];
  if (a === undefined || b === undefined) return t('template.loading');
  if (a === 0 && b === 0) return t('template.none');
  return t('template.others', { a: format.number(a), b: format.number(b) });
}

function Heading({ side: { document, agreement, number } }: { side: PairDocument }) {
  const { t } = useTranslation('duplicates');
  const goTo = useStore((store) => store.goTo);
  return (
    <div className={styles.heading}>
      <h2 className={styles.name} title={document.fileName}>
        {document.fileName}
      </h2>
      <p className={styles.about}>
        <button
          type="button"
          className={styles.link}
          onClick={() => goTo('coding', agreement)}
          title={t('openAgreement')}
        >
          {t('agreement', { number: String(number ?? 0).padStart(4, '0') })}
        </button>
        {' · '}
        {t('pages', { count: document.pageCount })}
        {' · '}
        {t(`agreements:format.${document.format}`)}
      </p>
    </div>
  );
}
