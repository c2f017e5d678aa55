import { freshTable } from '../support/table.ts';
import { tableContract } from './table.ts';

tableContract('SQLite', async () => freshTable());
