import type { Reporter, TestModule } from 'vitest/node';
import { howToGetServices } from '../../infra/local/services/start.ts';
import { howToGetMoto } from './moto/install.ts';

const missing = {
  services: `Skipped tests on OpenSearch and DynamoDB need ${howToGetServices}; those on an AWS account ${howToGetMoto}.`,
  product:
    'Skipped tests in a browser need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM.',
} as const;

/** Closes the output with one line that counts everything, also modules that failed to load. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    const reasons = new Set<string>();
    for (const module of modules) {
      counts.failed += module.errors().length;
      // A failed hook leaves its suite's tests skipped: the suite itself is the failure.
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'skipped' : state] += 1;
        if (state === 'skipped')
          reasons.add(module.project.name === 'services' ? missing.services : missing.product);
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.on('exit', () => {
      for (const reason of reasons) console.log(reason);
      console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
    });
  }
}
