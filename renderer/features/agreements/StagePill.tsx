import { useTranslation } from 'react-i18next';

import type { AgreementRow, AgreementStage } from '../../../shared/domain/views';
import { Pill, type Tone } from '../../ui/Pill';

const TONES: Readonly<Record<AgreementStage, Tone>> = {
  uncoded: 'plain',
  coding: 'accent',
  'to-settle': 'warn',
  settled: 'good',
};

export interface StagePillProps {
  row: Pick<AgreementRow, 'stage' | 'own' | 'submitted'>;
}

/**
 * How far an agreement has come. One's own draft is said to be one's own: as many others as are
 * wanted may have submitted, and how it stands between them is not told until one has, too.
 */
export function StagePill({ row: { stage, own, submitted } }: StagePillProps) {
  const { t } = useTranslation();
  const isOwn = stage === 'coding' && own === 'draft';
  return (
    <Pill
      tone={TONES[stage]}
      {...(isOwn && submitted > 0 && { title: t('agreements:stageHelp.own-draft') })}
    >
      {t(`agreements:stage.${isOwn ? 'own-draft' : stage}`)}
    </Pill>
  );
}
