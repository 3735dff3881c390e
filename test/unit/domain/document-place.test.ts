import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Positioned,
  positionsToPlace,
  roleWhenReceived,
} from '../../../shared/domain/document-place';

/** The order that documents stand in once the changes are made, ties in the order they stood in. */
function orderAfter(
  others: readonly Positioned<string>[],
  changes: readonly Positioned<string>[],
): string[] {
  const changed = new Map(changes.map((each) => [each.document, each.position]));
  const known = new Set(others.map(({ document }) => document));
  const all = others.map(({ document, position }) => ({
    document,
    position: changed.get(document) ?? position,
  }));
  all.push(...changes.filter(({ document }) => !known.has(document)));
  return all.sort((a, b) => a.position - b.position).map(({ document }) => document);
}

const agreement = fc
  .array(fc.constantFrom(1, 1, 2, 2.5, 3, 1e15, -4, 1 + Number.EPSILON), { maxLength: 6 })
  .map((positions) =>
    positions.sort((a, b) => a - b).map((position, index) => ({ document: `d${index}`, position })),
  );

describe('a document that is placed', () => {
  it('stands right before the one it was placed before, and nothing else changes its order', () => {
    fc.assert(
      fc.property(agreement, fc.nat(), (others, pick) => {
        const at = pick % (others.length + 1);
        const before = others[at]?.document ?? null;

        const order = orderAfter(others, positionsToPlace('new', others, before));

        const expected = others.map(({ document }) => document);
        expected.splice(at, 0, 'new');
        expect(order).toEqual(expected);
      }),
    );
  });

  it('changes no position but its own where there is room', () => {
    const others = [
      { document: 'a', position: 1 },
      { document: 'b', position: 2 },
    ];

    expect(positionsToPlace('c', others, 'b')).toEqual([{ document: 'c', position: 1.5 }]);
    expect(positionsToPlace('c', others, 'a')).toEqual([{ document: 'c', position: 0 }]);
    expect(positionsToPlace('c', others, null)).toEqual([{ document: 'c', position: 3 }]);
  });

  it('stands in order however often it is put between the same two', () => {
    let others = [
      { document: 'a', position: 1 },
      { document: 'z', position: 2 },
    ];
    for (let count = 0; count < 200; count += 1) {
      const changes = positionsToPlace(`n${count}`, others, 'z');
      const order = orderAfter(others, changes);
      const positions = new Map(
        [...others, ...changes].map((each) => [each.document, each.position]),
      );
      others = order.map((document) => ({ document, position: positions.get(document) ?? 0 }));
    }

    const expected = ['a', ...Array.from({ length: 200 }, (_, count) => `n${count}`), 'z'];
    expect(others.map(({ document }) => document)).toEqual(expected);
  });

  it('stands last where the one to stand before is not among them', () => {
    expect(positionsToPlace('c', [{ document: 'a', position: 5 }], 'gone')).toEqual([
      { document: 'c', position: 6 },
    ]);
  });
});

describe('the role that a document comes in', () => {
  it('is that of an e-mail for mail and of the main document for all else', () => {
    expect([roleWhenReceived('email'), roleWhenReceived('pdf')]).toEqual(['email', 'main']);
  });
});
