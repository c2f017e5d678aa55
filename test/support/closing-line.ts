import type { Reporter, TestModule } from 'vitest/node';

const missing =
  'Skipped tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM.';

/** Closes the output with one line that counts everything, also modules that failed to load. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      // A failed hook leaves its suite's tests skipped: the suite itself is the failure.
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.on('exit', () => {
      if (counts.skipped > 0) console.log(missing);
      console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
    });
  }
}
