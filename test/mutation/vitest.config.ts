import { defineConfig } from 'vitest/config';

// The tests in process alone: a mutant does not reach a program that a test starts. Large instances only cost time here.
export default defineConfig({
  test: {
    include: ['test/matching/round/**/*.test.ts'],
    testNamePattern: /^(?!.*20,000)/,
    setupFiles: ['test/mutation/brief.ts'],
    testTimeout: 60_000,
  },
});
