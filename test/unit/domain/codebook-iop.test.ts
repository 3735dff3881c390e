import { describe, expect, it } from 'vitest';

import { Codebook, findCategory, variableOf } from '../../../shared/domain/codebook';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';

const variables = IOP_CODEBOOK.variables;
const keysTakenByTheForm = ['u', 'n', 'x'];

describe('the built-in codebook', () => {
  it('asks the nine questions in the order of the form', () => {
    expect(variables.map((variable) => `${variable.key} ${variable.id}`)).toEqual([
      'o public_actors',
      'i civil_actors',
      'p purpose',
      's start',
      'e end',
      'f renewal',
      't terminated',
      'm target_group',
      'a intervention_area',
    ]);
  });

  it('is what it is after a journey through JSON', () => {
    expect(Codebook.parse(JSON.parse(JSON.stringify(IOP_CODEBOOK)))).toEqual(IOP_CODEBOOK);
  });

  it('gives each variable a key and a colour of its own, none of them a key of the form', () => {
    expect(new Set(variables.map((variable) => variable.key)).size).toBe(variables.length);
    expect(new Set(variables.map((variable) => variable.colour)).size).toBe(variables.length);
    for (const { key } of variables) expect(keysTakenByTheForm).not.toContain(key);
  });

  it('has no more categories than there are digit keys', () => {
    for (const { categories } of variables) expect(categories.length).toBeLessThanOrEqual(9);
  });

  it('defines every category in both languages, with one to three examples', () => {
    for (const category of variables.flatMap((variable) => variable.categories)) {
      expect(category.definition.sv).not.toBe(category.definition.en);
      expect(category.examples.length).toBeGreaterThanOrEqual(1);
      expect(category.examples.length).toBeLessThanOrEqual(3);
    }
  });

  it('requires all but renewal and termination, and takes secondary areas only', () => {
    expect(variables.filter((variable) => !variable.required).map(({ id }) => id)).toEqual([
      'renewal',
      'terminated',
    ]);
    expect(variables.filter((variable) => variable.secondary).map(({ id }) => id)).toEqual([
      'intervention_area',
    ]);
  });

  it.each([
    ['children_youth', 'children_youth'],
    ['Barn/unga vuxna', 'children_youth'],
    ['barn/unga vuxna (0–25)', 'children_youth'],
    ['Barn/unga vuxna (0-25)', 'children_youth'],
    ['Vuxna 26-65', 'adults'],
    ['ÄLDRE (65+)', 'elderly'],
    [' Older people ', 'elderly'],
    ['Samtliga', 'all'],
  ])('knows the target group %s', (name, id) => {
    const variable = variableOf(IOP_CODEBOOK, 'target_group');
    expect(variable && findCategory(variable, name)?.id).toBe(id);
  });

  it.each([
    ['Trygghetsskapande', 'safety'],
    ['Fritid/Utbildning', 'leisure_education'],
    ['Hälsa/Rehabilitering', 'health_rehabilitation'],
    ['Brottsoffer/Brottsförebyggande', 'crime_victims_prevention'],
    ['Arbete/Integration', 'labour_integration'],
    ['Funktionsnedsättning', 'disability'],
    ['Akut basbehov', 'basic_needs'],
    ['Övrigt', 'other'],
  ])('knows the intervention area %s', (name, id) => {
    const variable = variableOf(IOP_CODEBOOK, 'intervention_area');
    expect(variable && findCategory(variable, name)?.id).toBe(id);
  });

  it('tells no two categories of a variable by the same name', () => {
    for (const variable of variables) {
      for (const category of variable.categories) {
        for (const name of [category.id, category.label.sv, category.label.en]) {
          expect(findCategory(variable, name)?.id).toBe(category.id);
        }
      }
    }
  });
});
