import { stale } from '../errors.ts';
import { formOf } from '../internship/rules.ts';
import { internshipOf, internshipWrite } from '../internship/store.ts';
import { type Stamp, type Table, WriteConflict } from '../table/table.ts';
import { submit } from './rules.ts';
import type { Answers, Evaluation } from './schema.ts';
import { evaluations } from './store.ts';

const tries = 5;

/**
 * Stores a submission. The first one of a form marks it as in use in the same write, so that nobody changes the
 * questions while they are being answered; of several first ones each looks again.
 */
export const storeSubmission = async (
  table: Table,
  evaluation: Evaluation,
  { answers, name }: { answers: Answers; name: string },
  by: Stamp,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const settings = await internshipOf(table, evaluation.cycleId);
    const form = `${evaluation.kind}/${evaluation.side}` as const;
    const submitted = submit(evaluation, { form: formOf(settings, form), answers, by: name }, by.at);
    const inUse = { ...settings, inUse: [...settings.inUse, form] };
    const marks = settings.inUse.includes(form)
      ? []
      : [internshipWrite(inUse, { ...by, action: 'internship.form_in_use' })];
    try {
      await table.write([evaluations.update(submitted, by), ...marks]);
      return;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      if (error.operations.includes(0) || attempt === tries) throw stale('evaluation');
    }
  }
};
