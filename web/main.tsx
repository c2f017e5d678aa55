import { start } from './start.tsx';

// All else is in the file that every page shares.
await start();
