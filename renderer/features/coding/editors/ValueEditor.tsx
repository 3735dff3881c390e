import { assertNever } from '../../../../shared/domain/assert-never';
import { ActorsEditor } from './ActorsEditor';
import { CategoryEditor } from './CategoryEditor';
import { DateEditor, EndEditor } from './DateEditor';
import type { EditorProps } from './editor';
import { RenewalEditor } from './RenewalEditor';
import { TextEditor } from './TextEditor';

/** The editor for the variable's type. */
export function ValueEditor(props: EditorProps) {
  const { type } = props.variable;
  switch (type) {
    case 'public-actors':
    case 'civil-actors':
      return <ActorsEditor {...props} />;
    case 'text':
      return <TextEditor {...props} />;
    case 'date':
      return <DateEditor {...props} />;
    case 'end-date':
      return <EndEditor {...props} />;
    case 'renewal':
      return <RenewalEditor {...props} />;
    case 'category':
      return <CategoryEditor {...props} />;
    default:
      return assertNever(type);
  }
}
