import { freshTable } from '../support/table.ts';
import { jobContract } from './jobs.ts';

jobContract('SQLite', async (clock) => {
  const { table, file, close } = freshTable(clock);
  return { table, place: file, close };
});
