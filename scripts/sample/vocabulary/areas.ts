import type { AreaId, AreaWords } from './area';
import { basicNeeds } from './basic-needs';
import { crimeVictimsPrevention } from './crime-victims-prevention';
import { disability } from './disability';
import { healthRehabilitation } from './health-rehabilitation';
import { labourIntegration } from './labour-integration';
import { leisureEducation } from './leisure-education';
import { other } from './other';
import { safety } from './safety';

export const areas: Readonly<Record<AreaId, AreaWords>> = {
  safety,
  leisure_education: leisureEducation,
  health_rehabilitation: healthRehabilitation,
  crime_victims_prevention: crimeVictimsPrevention,
  labour_integration: labourIntegration,
  disability,
  basic_needs: basicNeeds,
  other,
};
