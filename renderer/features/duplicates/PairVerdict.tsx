import { useTranslation } from 'react-i18next';

import { DocumentRelation } from '../../../shared/domain/comparison-of-documents';
import type { PairRow } from '../../../shared/ipc/comparison-shapes';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField } from '../../ui/TextField';
import styles from './Pair.module.css';

/** What a person says the two are; nothing is said until somebody does. */
export function PairVerdict({ pair }: { pair: PairRow }) {
  const { t } = useTranslation('duplicates');
  const errorText = useErrorText();
  const { note, problem, steps } = useStore((store) => store.comparisons);
  const change = useStore((store) => store.changePairView);
  const say = useStore((store) => store.sayOfPair);
  const undo = useStore((store) => store.undoPair);
  const takeBack = useStore((store) => store.takeBackPair);
  const openDialog = useStore((store) => store.openDialog);
  const isSomeone = useStore((store) => store.reviewers.value?.current != null);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const isDisabled = isReadOnly || !isSomeone;
  const { said } = pair;
  return (
    <footer className={styles.foot}>
      {problem !== null && <ErrorNote>{errorText(problem)}</ErrorNote>}
      <Said pair={pair} />
      <div className={styles.verdict}>
        <div role="group" aria-label={t('question')} className={styles.relations}>
          {DocumentRelation.options.map((relation, at) => (
            <Button
              key={relation}
              keys={[String(at + 1)]}
              isDisabled={isDisabled}
              aria-pressed={said?.relation === relation}
              className={styles.relation ?? ''}
              onPress={() => void say(relation)}
            >
              {t(`relation.${relation}`)}
            </Button>
          ))}
        </div>
        <TextField
          label={t('note')}
          hideLabel
          placeholder={t('note')}
          value={note}
          isDisabled={isDisabled}
          onChange={(next) => change({ note: next })}
          className={styles.note ?? ''}
        />
        {said !== null && (
          <Button variant="quiet" isDisabled={isDisabled} onPress={() => void takeBack()}>
            {t('takeBack')}
          </Button>
        )}
        {steps.length > 0 && (
          <Button variant="quiet" keys={['Ctrl', 'Z']} onPress={() => void undo()}>
            {t('undo')}
          </Button>
        )}
        {!isSomeone && !isReadOnly && (
          <Button variant="primary" onPress={() => openDialog('who')}>
            {t('who')}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** What was said, by whom, and what can be done next. */
function Said({ pair }: { pair: PairRow }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const place = useStore((store) => store.placeTogether);
  const step = useStore((store) => store.stepPair);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const { a, b, said } = pair;
  if (said === null) return null;
  const isTogether = a.agreement === b.agreement;
  // The one that nobody has begun to code moves; the later one where both may.
  const moved = b.uncoded ? 'b' : a.uncoded ? 'a' : null;
  const [from, to] = moved === 'a' ? [a, b] : [b, a];
  const numberOf = (number: number | null): string => String(number ?? 0).padStart(4, '0');
  const isSame = said.relation === 'same-agreement';
  return (
    <div className={styles.said} role="status">
      <p>
        <strong>{t(`relation.${said.relation}`)}</strong>
        {' · '}
        {t('saidBy', { name: said.reviewer ?? t('nobody'), at: format.date(said.at) })}
        {said.note !== '' && ` · ${said.note}`}
        {isSame && isTogether && ` · ${t('together.done')}`}
        {isSame && !isTogether && moved === null && ` · ${t('together.bothCoded')}`}
      </p>
      <div className={styles.next}>
        {isSame && !isTogether && moved !== null && (
          <Button isDisabled={isReadOnly} onPress={() => void place(moved)}>
            {t('together.move', { from: numberOf(from.number), to: numberOf(to.number) })}
          </Button>
        )}
        <Button keys={['PageDown']} onPress={() => void step(1)}>
          {t('nextPair')}
        </Button>
      </div>
    </div>
  );
}
