import { startDisplay } from '../../scripts/environment.mjs';

/** Gives the end-to-end tests a display where there is none, so that they run the same on a server. */
export default async function setUpDisplay(): Promise<() => void> {
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  return display.stop;
}
