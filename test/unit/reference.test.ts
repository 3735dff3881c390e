import { describe, expect, it } from 'vitest';

import {
  agreementNameOf,
  findPublicBody,
  listMunicipalities,
  listRegions,
  listSubBodies,
  listUmbrellas,
  populationDate,
  umbrellaExpression,
} from '../../shared/reference';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const unique = (values: string[]) => new Set(values).size === values.length;

describe('public bodies', () => {
  it('are 290 municipalities and 21 regions with unique ids and codes', () => {
    expect(listMunicipalities()).toHaveLength(290);
    expect(listRegions()).toHaveLength(21);
    expect(unique(listMunicipalities().map((each) => each.code))).toBe(true);
    expect(unique(listRegions().map((each) => each.code))).toBe(true);
    for (const body of [...listMunicipalities(), ...listRegions()]) {
      expect(body.id.endsWith(`:${body.code}`)).toBe(true);
    }
  });

  it('have the population of the country, region by region', () => {
    expect(populationDate()).toBe('2024-12-31');
    expect(sum(listMunicipalities().map((each) => each.population))).toBe(10_587_710);
    for (const region of listRegions()) {
      const own = listMunicipalities().filter((each) => each.region === region.id);
      expect([region.name, own.length, sum(own.map((each) => each.population))]).toEqual([
        region.name,
        region.municipalities,
        region.population,
      ]);
      for (const each of own)
        expect([each.code.slice(0, 2), each.county]).toEqual([region.code, region.county]);
    }
  });

  it('share no name and no alias with each other', () => {
    const owner = new Map<string, string>();
    for (const each of listMunicipalities()) {
      const names = new Set(
        [each.name, each.legalName, each.agreementName, ...each.aliases].map((name) =>
          name.toLowerCase(),
        ),
      );
      for (const name of names) {
        expect([name, owner.get(name) ?? each.id]).toEqual([name, each.id]);
        owner.set(name, each.id);
      }
    }
    const regionNames = listRegions().flatMap((each) => [each.name, ...each.aliases]);
    expect(unique(regionNames.map((name) => name.toLowerCase()))).toBe(true);
  });

  it('are found by id and named as in agreements', () => {
    const name = (id: string) => {
      const body = findPublicBody(id);
      return body && agreementNameOf(body);
    };

    expect(name('municipality:0184')).toBe('Solna stad');
    expect(name('municipality:0980')).toBe('Region Gotland');
    expect(name('region:14')).toBe('Västra Götalandsregionen');
    expect(name('region:99')).toBeUndefined();
  });

  it('have organisation numbers that pass the check digit', () => {
    for (const region of listRegions()) {
      const digits = [...region.organisationNumber.replace('-', '')].map(Number);
      const doubled = digits.map((digit, at) => (at % 2 === 0 ? digit * 2 : digit));
      expect([region.name, sum(doubled.map((n) => (n > 9 ? n - 9 : n))) % 10]).toEqual([
        region.name,
        0,
      ]);
    }
  });

  it('tie Gotland the region to Gotland the municipality', () => {
    expect(findPublicBody('region:09')).toMatchObject({ alsoMunicipality: 'municipality:0980' });
  });
});

describe('sub-bodies', () => {
  it('belong to a municipality that exists, or to no single one', () => {
    expect(listSubBodies()).toHaveLength(77);
    expect(unique(listSubBodies().map((each) => each.id))).toBe(true);
    for (const each of listSubBodies()) {
      expect([each.id, each.publicBody !== null]).toEqual([each.id, each.scope === 'one']);
      if (each.publicBody !== null) expect(findPublicBody(each.publicBody)).toBeDefined();
    }
  });
});

describe('umbrellas', () => {
  const finds = (patterns: readonly string[], name: string) =>
    patterns.some((pattern) =>
      [...name.matchAll(umbrellaExpression(pattern))].some((match) => match[0] === name),
    );

  it('find their own examples and not their counter-examples', () => {
    expect(listUmbrellas()).toHaveLength(151);
    expect(unique(listUmbrellas().map((each) => each.id))).toBe(true);
    for (const { id, patterns, examples, counterExamples } of listUmbrellas()) {
      for (const name of examples)
        expect([id, name, finds(patterns, name)]).toEqual([id, name, true]);
      for (const name of counterExamples) {
        expect([id, name, finds(patterns, name)]).toEqual([id, name, false]);
      }
    }
  });
});
