import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { sqliteEnvironment } from './scripts/environment.mjs';

// The SQLite that fits the Node running the tests; e2e tests hand Electron its own in test/support/launch-electron.ts.
const env = sqliteEnvironment('node');

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: 'test/support/property-seed.ts',
          env,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['test/store/**/*.test.ts'],
          setupFiles: 'test/support/property-seed.ts',
          testTimeout: 60_000,
          env,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.{spec,test}.ts'],
          globalSetup: 'test/support/display.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // One window at a time: they share a display, and what is measured must not be disturbed.
          fileParallelism: false,
          env,
        },
      },
      {
        // The program that `npm run package` made; run by `npm run check-package` alone.
        extends: true,
        test: {
          name: 'packaged',
          include: ['test/packaged/**/*.test.ts'],
          globalSetup: 'test/support/display.ts',
          testTimeout: 240_000,
          env,
        },
      },
    ],
  },
});
