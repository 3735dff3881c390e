import { describe, expect, it } from 'vitest';

import { createMatcher } from '../../../shared/domain/matching';
import { listMunicipalities, listRegions, listSubBodies } from '../../../shared/reference';

const matcher = createMatcher([...listMunicipalities(), ...listRegions()], listSubBodies());

function match(text: string): string | null {
  const actor = matcher.matchPublicBody(text);
  return actor && [actor.id, actor.unit].filter((part) => part !== null).join(' / ');
}

describe('matching a written name to a municipality or region', () => {
  it.each([
    ['0184', 'municipality:0184'],
    ['municipality:0184', 'municipality:0184'],
    ['14', 'region:14'],
    ['Solna', 'municipality:0184'],
    ['solna stad', 'municipality:0184'],
    ['SOLNA  STAD', 'municipality:0184'],
    ['Solna kommun', 'municipality:0184'],
    ['Solnas kommun', 'municipality:0184'],
    ['Staden Solna', 'municipality:0184'],
    ['Göteborgs Stad', 'municipality:1480'],
    ['Göteborgs stad', 'municipality:1480'],
    ['Göteborg stad', 'municipality:1480'],
    ['Göteborgs kommun', 'municipality:1480'],
    ['Borås Stad', 'municipality:1490'],
    ['Mora kommun', 'municipality:2062'],
    ['Falu kommun', 'municipality:2080'],
    ['Falun', 'municipality:2080'],
    ['kommunen i Upplands Väsby', 'municipality:0114'],
    ['Region Skåne', 'region:12'],
    ['Region Skånes', 'region:12'],
    ['Västra Götalandsregionen', 'region:14'],
    ['VGR', 'region:14'],
    ['Landstinget i Östergötland', 'region:05'],
    ['Jönköpings läns landsting', 'region:06'],
    ['LG', 'region:21'],
    ['Solna stad, org.nr 212000-0183', 'municipality:0184'],
    ['Solna stad, nedan kallad kommunen', 'municipality:0184'],
  ])('reads %s', (text, id) => {
    expect(match(text)).toBe(id);
  });

  it.each([
    ['Solna stad, Socialnämnden', 'municipality:0184 / Socialnämnden'],
    ['Socialnämnden, Solna stad', 'municipality:0184 / Socialnämnden'],
    ['Socialnämnden i Solna', 'municipality:0184 / Socialnämnden'],
    ['Solna kommun genom Socialnämnden', 'municipality:0184 / Socialnämnden'],
    ['Solna stad genom dess socialnämnd', 'municipality:0184 / socialnämnd'],
    ['Solna stad (Socialnämnden)', 'municipality:0184 / Socialnämnden'],
    ['Göteborgs Stads socialförvaltning', 'municipality:1480 / socialförvaltning'],
    [
      'Göteborgs stad, socialförvaltningen sydväst',
      'municipality:1480 / Socialförvaltningen Sydväst',
    ],
    ['Socialförvaltningen Centrum', 'municipality:1480 / Socialförvaltningen Centrum'],
    [
      'Enskede-Årsta-Vantörs stadsdelsnämnd',
      'municipality:0180 / Enskede-Årsta-Vantörs stadsdelsnämnd',
    ],
    [
      'Malmö stad, Hälsa-, vård- och omsorgsnämnden',
      'municipality:1280 / Hälsa-, vård- och omsorgsnämnden',
    ],
    ['Upplevelsenämnden Enköping', 'municipality:0381 / Upplevelsenämnden'],
    ['Socialtjänst Gävle', 'municipality:2180 / Socialtjänst'],
    ['Region Värmland, Hälso- och sjukvårdsnämnden', 'region:17 / Hälso- och sjukvårdsnämnden'],
    ['Mora kommun, kommunstyrelsen', 'municipality:2062 / Kommunstyrelsen'],
  ])('reads %s with its unit', (text, found) => {
    expect(match(text)).toBe(found);
  });

  it.each([
    'Mora',
    'Uppsala',
    'Vara',
    'lg',
    'Socialnämnden',
    'Fritidsnämnden',
    'Socialnämnden i Mora',
    'Solna stadsmission',
    'Rädda Barnen Borås',
    'Länsstyrelsen Gävle',
    'Solna stad och Sundbybergs stad',
    'Kommunalförbundet Norra Västmanland',
    '9999',
    '',
    '()',
  ])('does not guess at %s', (text) => {
    expect(match(text)).toBeNull();
  });

  it('takes Gotland as one actor, the municipality that is also a region', () => {
    for (const name of ['Region Gotland', 'Gotlands kommun', '0980', '09']) {
      expect(matcher.matchPublicBody(name)).toEqual({
        id: 'municipality:0980',
        name: 'Region Gotland',
        unit: null,
      });
    }
  });

  it('knows every body by its code and by the name it is shown with, and by nothing of another', () => {
    for (const body of [...listMunicipalities(), ...listRegions()]) {
      const actor = matcher.matchPublicBody(body.code);
      expect(actor && matcher.matchPublicBody(actor.name)).toEqual(actor);
      if (body.id !== 'region:09') expect(actor?.id).toBe(body.id);
    }
  });

  it('makes an actor by name of what no register knows', () => {
    expect(matcher.publicActor('Kommunalförbundet Väst')).toEqual({
      id: 'name:kommunalförbundet väst',
      name: 'Kommunalförbundet Väst',
      unit: null,
    });
  });
});

describe('suggesting public bodies while somebody types', () => {
  const suggest = (text: string, limit = 5) =>
    matcher
      .suggestPublicBodies(text, limit)
      .map(({ name, unit }) => (unit === null ? name : `${name} (${unit})`));

  it('suggests what a name is not sure enough to be matched to', () => {
    expect(suggest('Mora')[0]).toBe('Mora kommun');
    expect(suggest('Uppsala')).toEqual(
      expect.arrayContaining(['Uppsala kommun', 'Region Uppsala']),
    );
  });

  it('puts a sure match first, with its unit', () => {
    expect(suggest('Solna stad, Socialnämnden')[0]).toBe('Solna stad (Socialnämnden)');
  });

  it('finds the beginning of a name before the middle of one, without marks too', () => {
    expect(suggest('sol').slice(0, 2)).toEqual(['Sollefteå kommun', 'Sollentuna kommun']);
    expect(suggest('malmo')[0]).toBe('Malmö stad');
    expect(suggest('rinkeby')).toEqual(['Stockholms stad (Rinkeby-Kista stadsdelsnämnd)']);
  });

  it('suggests a board of several for its bare name', () => {
    expect(suggest('Fritidsnämnden')).toContain('Malmö stad (Fritidsnämnden)');
  });

  it('shows nothing for nothing, nothing twice, and no more than was asked for', () => {
    expect(suggest(' ')).toEqual([]);
    expect(suggest('s', 7)).toHaveLength(7);
    const all = suggest('Göteborg', 100);
    expect(new Set(all).size).toBe(all.length);
  });
});
