import { Fragment } from 'react';

/**
 * A name of a file, or words with a slash between: breaks after `_`, `/`, `-` and `.`, where a
 * browser does not, before a word is broken.
 */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[_/.-])(?=\p{L})/u).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
