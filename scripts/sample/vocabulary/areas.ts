import type { AreaId, ThemeWords } from './area';
import { basicNeeds } from './basic-needs';
import { crimeVictimsPrevention } from './crime-victims-prevention';
import { disability } from './disability';
import { healthRehabilitation } from './health-rehabilitation';
import { labourIntegration } from './labour-integration';
import { leisureEducation } from './leisure-education';
import { other } from './other';
import { safety } from './safety';

/** The themes of each intervention area. */
export const areas: Readonly<Record<AreaId, readonly ThemeWords[]>> = {
  safety: [safety],
  leisure_education: leisureEducation,
  health_rehabilitation: healthRehabilitation,
  crime_victims_prevention: crimeVictimsPrevention,
  labour_integration: [labourIntegration],
  disability: [disability],
  basic_needs: [basicNeeds],
  other: [other],
};
