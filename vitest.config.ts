import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      { test: { name: 'store', include: ['test/store/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
