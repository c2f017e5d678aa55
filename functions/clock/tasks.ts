import { askAgain } from '../changes/ask-again.ts';
import { remindOfCertificates } from '../certificate/remind.ts';
import { countCompanyFigures } from '../company-figures/count.ts';
import { keepSearchSnapshot } from '../changes/keep-search-snapshot.ts';
import { moveCycles } from '../cycle/move-cycles.ts';
import { advanceEvaluations } from '../evaluation/advance.ts';
import { expireOffers } from '../offer/expire.ts';
import { advancePlacements } from '../placement/advance.ts';
import { remindOfInterviews } from '../interview/remind.ts';
import { askFollowUps } from '../follow-up-survey/ask.ts';
import { endExtensions } from '../extension/end-extensions.ts';
import { sendLetters } from '../notice/send-letters.ts';
import { askByRetention } from '../retention/ask.ts';
import { reduceByRetention } from '../retention/reduce-rounds.ts';
import { eraseDue } from '../rights/erase.ts';
import { sendDigests } from '../saved-search/send-digests.ts';
import { publishStatistics } from '../statistics/publish.ts';
import { forgetUploads } from '../upload/forget.ts';
import type { ClockTask } from './tick.ts';

/**
 * What goes by the clock. Offers come before phases: a phase waits for those that are unanswered; evaluations before
 * internships, which wait for those that are not in. Figures come last: nothing waits for them, and they take long.
 */
export const clockTasks: readonly ClockTask[] = [
  { name: 'offers', run: expireOffers },
  { name: 'phases', run: moveCycles },
  { name: 'evaluations', run: advanceEvaluations },
  { name: 'placements', run: advancePlacements },
  { name: 'interviews', run: remindOfInterviews },
  { name: 'digests', run: sendDigests },
  { name: 'follow-ups', run: askFollowUps },
  { name: 'certificates', run: remindOfCertificates },
  { name: 'extensions', run: endExtensions },
  { name: 'retention', run: askByRetention },
  { name: 'deletions', run: eraseDue },
  { name: 'rounds-kept', run: reduceByRetention },
  { name: 'letters', run: sendLetters },
  { name: 'changes', run: askAgain },
  { name: 'statistics', run: publishStatistics },
  { name: 'uploads', run: forgetUploads },
  { name: 'search-snapshot', run: keepSearchSnapshot },
  { name: 'company-figures', run: countCompanyFigures },
];
