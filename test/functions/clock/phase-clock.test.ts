import { phaseClockCases } from '../../contract/phase-clock.ts';
import { freshTable } from '../../support/table.ts';

phaseClockCases('SQLite', async (clock) => freshTable(clock));
