/** What stands before the name of a party in forms and tables, or beside it in brackets. */

const sideWords =
  '(?:(?<public>off[ec]ntlig[at]?(?: part(?:[ec]r)?| akt[öo6]r(?:[ec]r)?)?)|(?<civil>id[ée]bur[ec]?na?(?: part(?:[ec]r)?| akt[öo6]r(?:[ec]r)?| organisation(?:[ec]r)?)?))';
/** What only a label says. */
const partyRoles =
  '(?:(?:avtals|samv[ec]rkans|samarb[ec]ts)?part(?: ?[\\dA-D])?|(?:uppl[åa]tar|nyttjar|b[ec]st[äa]llar|utf[öo]rar|(?:bidrags?|st[öo]d)givar|(?:bidrags|uppdrags|st[öo]d)tagar|(?:bidrags|st[öo]d)mottagar|uppdragsgivar)[ec]n?|huvudman(?:n[ec]n)?)';
/** What a name begins with too: *Föreningen Trygga Vuxna*. */
const partyKinds =
  '(?:kommun(?:[ec]n)?|stad[ec]n|r[ec]gion[ec]n|f[öo6]r[ec]ning(?:[ec]n)?|organisation(?:[ec]n)?|stift[ec]ls[ec]n?)';

/** `Offentlig part Lunds kommun`, with or without a colon; the shorter labels need one. */
export const fieldLabel = new RegExp(`^${sideWords}(?: ?: ?| (?=\\p{Lu})|$)`, 'iu');
export const roleLabel = new RegExp(`^(?:${partyRoles}|${partyKinds}) ?: ?`, 'iu');
/** A label that fills its line or cell: what it labels stands in the next. */
export const bareLabel = new RegExp(`^(?:${partyRoles}|${partyKinds})$`, 'iu');
/** `Bidragsgivare Lunds kommun`: a label only where a party follows. */
export const openLabel = new RegExp(`^${partyRoles} `, 'iu');
/** `(Offentlig part: Solna stad)`, `Offentlig part: Solna stad`, and `(offentlig part)` after a name. */
export const SIDE_LABEL =
  '\\(?(?<!\\p{L})(?:off[ec]ntlig|id[ée]bur[ec]n)[ \\n](?:part|akt[öo6]r|organisation)(?:[ \\n]?:|[ \\n]?\\))';

/** The branch that the comma after a national organisation leads to: *, Mora församling*. */
export const LOCAL_BRANCH =
  '[ \\n](?:[\\p{L}-]+[ \\n]){0,2}\\p{L}*(?:f[öo6]rsamling|krets|avdelning|distrikt|lokalf[öo6]r[ec]ning)(?:[ec]n|[ec]t)?(?![\\p{L}])';

/** A line that gives a particular of a party. */
export const labelLine =
  /^(?:org|adr[ec]ss|post|b[ec]s[öo]k|t[ec]l|tfn|[ec][ -]?post|www|kontakt|n[ec]dan|i d[ec]t f|dnr|sida|[\w.]+@)/iu;
