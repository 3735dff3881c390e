import { useTranslation } from 'react-i18next';

import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import type { Evidence } from '../../../shared/domain/evidence';
import type { EvidenceId } from '../../../shared/domain/ids';
import { initialsOf } from '../../../shared/domain/reviewer';
import type { DocumentView, SubmittedCoding } from '../../../shared/domain/views';
import { useLanguage } from '../../i18n/format';
import { Breakable } from '../../ui/Breakable';
import { Avatar } from '../../ui/Avatar';
import { classNames } from '../../ui/class-names';
import { Kbd } from '../../ui/Kbd';
import { Pill } from '../../ui/Pill';
import { EvidenceLines } from '../coding/EvidenceLines';
import styles from './OpenVariable.module.css';
import { markColourOf } from './settling-marks';

interface ReadingCardProps {
  variable: Variable;
  coding: SubmittedCoding;
  /** Those of the agreement. */
  documents: readonly DocumentView[];
  /** Name of the group of choices. */
  group: string;
  /** Its digit key. */
  place: number;
  isChosen: boolean;
  shown: EvidenceId | null;
  onChoose: () => void;
  onShow: (evidence: Evidence) => void;
}

/** What one reader answered: the answer, their doubts and the passages they rest it on. */
export function ReadingCard({
  variable,
  coding,
  group,
  place,
  isChosen,
  shown,
  documents,
  onChoose,
  onShow,
}: ReadingCardProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const { reviewer } = coding;
  const given = coding.answers.find((each) => each.variable === variable.id);
  const answer = given?.answer ?? null;
  const isCoded = answer !== null && (answer.value !== null || answer.missing !== null);
  const said = describeAnswer(variable, answer, language);
  return (
    <div className={classNames(styles.card, isChosen && styles.chosen)}>
      <label className={styles.choice}>
        <span className={styles.reader}>
          <Avatar initials={initialsOf(reviewer.name)} colour={reviewer.colour} size="small" />
          <span className={styles.name} title={reviewer.name}>
            {reviewer.name}
          </span>
          {answer?.unsure && <Pill tone="warn">{t('unsure')}</Pill>}
          <span className={styles.key}>{isCoded && <Kbd keys={[String(place)]} />}</span>
        </span>
        <input
          type="radio"
          className="visually-hidden"
          name={group}
          checked={isChosen}
          disabled={!isCoded}
          aria-label={t('reading', { reviewer: reviewer.name, answer: said })}
          onChange={onChoose}
        />
        <span
          className={classNames(
            styles.answer,
            (!isCoded || variable.type === 'text') && styles.running,
            !isCoded && styles.none,
          )}
        >
          <Breakable text={said} />
        </span>
      </label>
      {answer !== null && answer.note !== '' && (
        <p className={styles.readerNote}>{t('note', { note: answer.note })}</p>
      )}
      <EvidenceLines
        variable={variable}
        evidence={given?.evidence ?? []}
        documents={documents}
        shown={shown}
        colour={`var(--evidence-${markColourOf(reviewer.colour)})`}
        onShow={onShow}
      />
    </div>
  );
}
