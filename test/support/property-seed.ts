import fc from 'fast-check';

/**
 * Property tests try the same examples each time, so that a run says something of the change and not
 * of its luck. Others are tried with `SAMSYN_PROPERTY_SEED=7 npm run check`.
 */
const seed = Number(process.env['SAMSYN_PROPERTY_SEED'] ?? '20261122');
if (!Number.isSafeInteger(seed)) throw new Error('SAMSYN_PROPERTY_SEED is no whole number');
fc.configureGlobal({ seed });
