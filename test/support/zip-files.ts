/** XML whose entities, were they expanded, would make a thousand million letters. */
export function entityBomb(root: string): string {
  const entities = Array.from({ length: 9 }, (_, index) => {
    const inner = index === 0 ? 'hahahahaha' : `&lol${index - 1};`.repeat(10);
    return `<!ENTITY lol${index} "${inner}">`;
  });
  return `<?xml version="1.0"?><!DOCTYPE x [${entities.join('')}]>${root.replace('%', '&lol8;')}`;
}

/** XML that names outside files as its entities and its declaration. */
export function outsideEntities(root: string, address: string): string {
  return `<?xml version="1.0"?><!DOCTYPE x SYSTEM "${address}" [<!ENTITY out SYSTEM "${address}">]>${root.replace('%', '&out;')}`;
}
