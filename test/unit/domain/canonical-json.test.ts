import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../../shared/domain/canonical-json';

describe('canonical JSON', () => {
  it('sorts keys by code unit at every depth and leaves undefined members out', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }], å: null, a: undefined, B: 'x' })).toBe(
      '{"B":"x","b":[{"a":2,"z":1}],"å":null}',
    );
  });

  it('writes the numbers of RFC 8785 as it does', () => {
    // RFC 8785, section 3.2.2.3 and appendix B.
    expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  it.each([NaN, Infinity, () => 1, undefined, 1n, Symbol('x')])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 2000 },
    );
  });

  const members = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue({ maxDepth: 2 })), {
    selector: ([key]) => key,
    maxLength: 8,
  });

  it('is one text, in whatever order the members were put in', () => {
    const shuffled = members.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const object = (entries: [string, unknown][]) => Object.fromEntries(entries);
        expect(canonicalJson(object(other))).toBe(canonicalJson(object(list)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
