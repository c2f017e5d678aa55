import { closeSilentApplications } from '../application/close-silent.ts';
import { sendBroadcast } from '../broadcast/send.ts';
import { checkImport } from '../import/check.ts';
import { runImport } from '../import/run.ts';
import { stopImport } from '../import/stop.ts';
import { undoImport } from '../import/undo.ts';
import { erasePerson } from '../rights/erase-person.ts';
import { freezeRound } from '../round/freeze.ts';
import { publishRound } from '../round/publish.ts';
import { runRound } from '../round/run.ts';
import { countOpenSeats } from '../supplementary/open.ts';
import { countStatistics } from '../cycle-statistics/count.ts';
import { removeTrial } from '../trial/remove.ts';
import type { JobHandlers } from './work.ts';

/** Who carries out each kind of job. */
export const jobHandlers: JobHandlers = {
  open_round: { carryOut: countOpenSeats },
  freeze_round: { carryOut: freezeRound },
  run_round: { carryOut: runRound },
  publish_round: { carryOut: publishRound },
  close_silent_applications: { carryOut: closeSilentApplications },
  send_broadcast: { carryOut: sendBroadcast },
  erase_person: { carryOut: erasePerson },
  remove_trial: { carryOut: removeTrial },
  count_statistics: { carryOut: countStatistics },
  check_import: { carryOut: checkImport, onCancel: stopImport },
  run_import: { carryOut: runImport, onCancel: stopImport },
  undo_import: { carryOut: undoImport, onCancel: stopImport },
};
