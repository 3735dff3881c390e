import type { Actor } from '../../../../shared/domain/actor';
import type { Value } from '../../../../shared/domain/answer';
import type { Variable } from '../../../../shared/domain/codebook';

/** What every editor of a value is given. The form and the settling of disagreements share them. */
export interface EditorProps {
  readonly variable: Variable;
  readonly value: Value | null;
  /** `typing`: more may follow at once. */
  readonly onChange: (value: Value | null, how?: 'typing') => void;
  /** The field is left: what was typed is to be recorded now. */
  readonly onLeave: () => void;
  /** What was typed into a part of the value and cannot be read; the part is empty where there is but one. */
  readonly unread: (part: string) => string | null;
  readonly onUnread: (part: string, typed: string | null) => void;
  readonly suggestActors: (text: string) => Promise<readonly Actor[]>;
  readonly isReadOnly: boolean;
  /** The variable is the one the keys work on. */
  readonly isActive: boolean;
}
