import { useStore } from '../../store';
import { AgreementsScreen } from '../agreements/AgreementsScreen';
import { CodebookScreen } from '../codebook/CodebookScreen';
import { CodingScreen } from '../coding/CodingScreen';
import { DisagreementsScreen } from '../disagreements/DisagreementsScreen';
import { ExportScreen } from '../export/ExportScreen';
import { JournalScreen } from '../history/JournalScreen';
import { ReliabilityScreen } from '../reliability/ReliabilityScreen';
import { WhoCodesFirst } from '../reviewers/WhoCodesFirst';

/** The screen that the route names. */
export function ScreenView() {
  const screen = useStore((store) => store.route.screen);
  switch (screen) {
    case 'agreements':
      return <AgreementsScreen />;
    case 'coding':
      return (
        <WhoCodesFirst>
          <CodingScreen />
        </WhoCodesFirst>
      );
    case 'reliability':
      return <ReliabilityScreen />;
    case 'disagreements':
      return <DisagreementsScreen />;
    case 'export':
      return <ExportScreen />;
    case 'codebook':
      return <CodebookScreen />;
    case 'journal':
      return <JournalScreen />;
  }
}
