import { useTranslation } from 'react-i18next';

import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { EvidenceId } from '../../../shared/domain/ids';
import type { DisagreementView } from '../../../shared/domain/views';
import { useStore } from '../../store';
import { openVariables } from '../../store/settling';
import { Pill } from '../../ui/Pill';
import { Elsewhere } from '../coding/Elsewhere';
import { OpenVariable } from './OpenVariable';
import { AgreedList, NotCodedList, SettledList } from './SettledLists';
import { SettlingFooter } from './SettlingFooter';
import styles from './Settling.module.css';

interface SettlingProps {
  view: DisagreementView;
  codebook: Codebook;
  shown: EvidenceId | null;
  onShow: (evidence: EvidenceId) => void;
}

/** One agreement's codings side by side, and what is decided about them. */
export function Settling({ view, codebook, shown, onShow }: SettlingProps) {
  const { t } = useTranslation('disagreements');
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const coded = view.variables.filter(({ verdict }) => verdict !== 'not-coded');
  const agreed = coded.filter(({ verdict }) => verdict === 'agreed');
  const number = String(view.number).padStart(4, '0');
  return (
    <section
      className={styles.settling}
      data-coding
      data-part="form"
      aria-label={t('agreement', { number })}
    >
      <header className={styles.bar}>
        <h2 className={styles.title}>{t('agreement', { number })}</h2>
        <Pill>{t('agreedOf', { agreed: agreed.length, total: coded.length })}</Pill>
      </header>
      <Elsewhere documents={view.elsewhere} />
      <div className={styles.variables}>
        {openVariables(view).map((comparison) => {
          const variable = variableOf(codebook, comparison.variable);
          return variable === undefined ? null : (
            <OpenVariable
              key={`${view.agreement}/${variable.id}`}
              view={view}
              variable={variable}
              comparison={comparison}
              shown={shown}
              onShow={onShow}
            />
          );
        })}
        <AgreedList view={view} codebook={codebook} isReadOnly={isReadOnly} />
        <SettledList view={view} codebook={codebook} isReadOnly={isReadOnly} />
        <NotCodedList view={view} codebook={codebook} />
      </div>
      <SettlingFooter view={view} isReadOnly={isReadOnly} />
    </section>
  );
}
