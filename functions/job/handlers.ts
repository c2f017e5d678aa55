import { closeSilentApplications } from '../application/close-silent.ts';
import { checkImport } from '../import/check.ts';
import { runImport } from '../import/run.ts';
import { undoImport } from '../import/undo.ts';
import { freezeRound } from '../round/freeze.ts';
import { publishRound } from '../round/publish.ts';
import { runRound } from '../round/run.ts';
import type { JobHandlers } from './work.ts';

/** Who carries out each kind of job. */
export const jobHandlers: JobHandlers = {
  freeze_round: freezeRound,
  run_round: runRound,
  publish_round: publishRound,
  close_silent_applications: closeSilentApplications,
  check_import: checkImport,
  run_import: runImport,
  undo_import: undoImport,
};
