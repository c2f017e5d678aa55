import { freshTable } from '../support/table.ts';
import { wholeTableContract } from './whole-table.ts';

wholeTableContract('SQLite', async (clock) => freshTable(clock));
