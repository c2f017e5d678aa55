import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';

const onServices = 'test/services/**/*.test.ts';
const inBrowser = 'test/browser/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    // A wait ends when it is over; on a machine that does other things besides, it may take ten times as long.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // Whole servers and browsers run in some tests; two files at a time is what two cores carry.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'product', include: ['test/**/*.test.ts'], exclude: [onServices, inBrowser] },
      },
      // The site is built, and its record seeded, once for all of these.
      {
        extends: true,
        test: {
          name: 'browser',
          include: [inBrowser],
          globalSetup: ['test/support/site-setup.ts'],
          // The first to come waits until the site is there.
          hookTimeout: 300_000,
        },
      },
      // OpenSearch and DynamoDB start only when one of these runs.
      {
        extends: true,
        test: {
          name: 'services',
          include: [onServices],
          globalSetup: ['test/support/services-setup.ts', 'test/support/moto/setup.ts'],
        },
      },
    ],
  },
});
