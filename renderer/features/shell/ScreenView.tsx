import { useTranslation } from 'react-i18next';

import { useStore } from '../../store';
import type { Screen } from '../../store/route-slice';
import { AgreementsScreen } from '../agreements/AgreementsScreen';
import { CodebookScreen } from '../codebook/CodebookScreen';
import { CodingScreen } from '../coding/CodingScreen';
import { DisagreementsScreen } from '../disagreements/DisagreementsScreen';
import { DuplicatesScreen } from '../duplicates/DuplicatesScreen';
import { ExportScreen } from '../export/ExportScreen';
import { JournalScreen } from '../history/JournalScreen';
import { ReliabilityScreen } from '../reliability/ReliabilityScreen';
import { WhoCodesFirst } from '../reviewers/WhoCodesFirst';
import { AllHitsScreen } from '../search/AllHitsScreen';

/** The screen that the route names. */
export function ScreenView() {
  const screen = useStore((store) => store.route.screen);
  switch (screen) {
    case 'agreements':
      return <AgreementsScreen />;
    case 'coding':
      return (
        <WhoCodesFirst>
          <HiddenTitle of={screen} />
          <CodingScreen />
        </WhoCodesFirst>
      );
    case 'reliability':
      return <ReliabilityScreen />;
    case 'disagreements':
      return (
        <>
          <HiddenTitle of={screen} />
          <DisagreementsScreen />
        </>
      );
    case 'duplicates':
      return <DuplicatesScreen />;
    case 'export':
      return <ExportScreen />;
    case 'codebook':
      return <CodebookScreen />;
    case 'journal':
      return <JournalScreen />;
    case 'search':
      return <AllHitsScreen />;
  }
}

/** Where the work fills the screen, its name is there for those who go by headings. */
function HiddenTitle({ of }: { of: Screen }) {
  const { t } = useTranslation();
  return <h1 className="visually-hidden">{t(`common:nav.${of}`)}</h1>;
}
