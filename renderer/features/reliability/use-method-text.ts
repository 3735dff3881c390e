import { useTranslation } from 'react-i18next';

import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { ProposalFilter } from '../../../shared/domain/proposal-views';
import type { VariableReliability } from '../../../shared/domain/reliability/types';
import { verdictOn } from '../../../shared/domain/reliability/verdict';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import type { ReliabilitySummary } from '../../store/reliability-slice';

/** What a publication says of the reliability: how it was measured, and the figures. */
export function useMethodText(): (
  summary: ReliabilitySummary,
  proposals: ProposalFilter,
  codebook: Codebook,
) => string {
  const { t } = useTranslation('reliability');
  const language = useLanguage();
  const format = useFormat();
  const { version } = useStore((store) => store.about);

  const figureOf = ({ n, percent, alpha }: VariableReliability): string => {
    const agreed = percent === null ? '' : format.percent(percent);
    const counted = { n: format.number(n), agreed };
    if (alpha.value === null) {
      return t(n === 0 ? 'method.noAnswers' : 'method.undefined', counted);
    }
    const value = format.decimal(alpha.value);
    return alpha.low === null || alpha.high === null
      ? t('method.withoutInterval', { ...counted, value })
      : t('method.withInterval', {
          ...counted,
          value,
          low: format.decimal(alpha.low),
          high: format.decimal(alpha.high),
        });
  };

  return ({ agreements, byProposals, reviewers, codebookVersion, variables }, which, codebook) => {
    const labelOf = ({ variable }: VariableReliability): string =>
      variableOf(codebook, variable)?.label[language] ?? variable;
    const isText = (each: VariableReliability): boolean => verdictOn(each) === 'free-text';
    const texts = variables.filter(isText).map(labelOf);
    const shown = {
      with: format.number(byProposals.with),
      all: format.number(byProposals.all),
    };
    const paragraphs = [
      [
        t('method.sample', {
          count: agreements,
          shown: format.number(agreements),
          readers:
            reviewers.length === 2
              ? t('method.two')
              : t('method.ofMany', { count: reviewers.length }),
          codebook: codebookVersion,
        }),
        which === 'all' && byProposals.with === 0 ? '' : t(`method.proposals.${which}`, shown),
        t('method.measure'),
        t('about.text'),
        t('method.thresholds'),
        t('method.program', { version }),
      ],
      [
        ...variables
          .filter((each) => !isText(each))
          .map((each) => `${labelOf(each)}: ${figureOf(each)}.`),
        texts.length === 0 ? '' : t('method.texts', { variables: texts.join(', ') }),
      ],
    ];
    return paragraphs
      .map((sentences) => sentences.filter((sentence) => sentence !== '').join(' '))
      .join('\n\n');
  };
}
