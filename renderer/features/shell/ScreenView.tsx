import { useStore } from '../../store';
import { AgreementsScreen } from '../agreements/AgreementsScreen';
import { CodebookScreen } from '../codebook/CodebookScreen';
import { CodingScreen } from '../coding/CodingScreen';
import { JournalScreen } from '../history/JournalScreen';
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
    case 'disagreements':
    case 'export':
      return null;
    case 'codebook':
      return <CodebookScreen />;
    case 'journal':
      return <JournalScreen />;
  }
}
