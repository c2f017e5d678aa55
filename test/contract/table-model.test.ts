import { freshTable } from '../support/table.ts';
import { tableModel } from './table-model.ts';

tableModel('SQLite', { runs: 200 }, async () => freshTable());
