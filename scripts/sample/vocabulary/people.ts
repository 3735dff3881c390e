import type { Random } from '../random';

const first = [
  'Anna',
  'Lars',
  'Karin',
  'Mikael',
  'Eva',
  'Anders',
  'Maria',
  'Johan',
  'Kristina',
  'Per',
  'Lena',
  'Erik',
  'Sara',
  'Fatima',
  'Ali',
  'Emma',
  'Nils',
  'Birgitta',
  'Hassan',
  'Ingrid',
  'Åsa',
  'Göran',
] as const;
const last = [
  'Andersson',
  'Johansson',
  'Karlsson',
  'Nilsson',
  'Eriksson',
  'Larsson',
  'Olsson',
  'Persson',
  'Svensson',
  'Gustafsson',
  'Lindberg',
  'Ahmed',
  'Bergström',
  'Åkesson',
  'Öberg',
  'Hedlund',
] as const;

/** An invented name of two common parts; whoever is really called so has nothing to do with it. */
export function inventPerson(random: Random): string {
  return `${random.pick(first)} ${random.pick(last)}`;
}

/** Invented names one after the other, each different from those before. */
export function inventPeople(random: Random): () => string {
  const known = new Set<string>();
  return () => {
    for (;;) {
      const person = inventPerson(random);
      if (!known.has(person)) {
        known.add(person);
        return person;
      }
    }
  };
}

export const publicRoles = [
  'Förvaltningschef',
  'Nämndens ordförande',
  'Socialchef',
  'Kommundirektör',
] as const;
export const regionRoles = [
  'Regiondirektör',
  'Nämndens ordförande',
  'Hälso- och sjukvårdsdirektör',
] as const;
export const civilRoles = ['Ordförande', 'Verksamhetschef', 'Firmatecknare', 'Direktor'] as const;
