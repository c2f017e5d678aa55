import type * as z from 'zod';

const ofType = ({ expected, input }: { expected: string; input?: unknown }): string => {
  if (expected === 'number') return 'must be a number';
  if (expected === 'int') return 'must be a whole number';
  if (input === undefined) return 'is missing';
  return expected === 'string' ? 'must be a text' : 'is missing or not valid';
};

const tooSmall = (origin: string, least: number, inclusive: boolean): string => {
  if (origin === 'string')
    return least === 1 ? 'must not be empty' : `must have at least ${least} characters`;
  if (origin === 'array') return least === 1 ? 'must not be empty' : `must have at least ${least} entries`;
  return inclusive ? `must be at least ${least}` : `must be more than ${least}`;
};

const tooBig = (origin: string, most: number, inclusive: boolean): string => {
  if (origin === 'string') return `must have at most ${most} characters`;
  if (origin === 'array') return `must have at most ${most} entries`;
  return inclusive ? `must be at most ${most}` : `must be less than ${most}`;
};

const ofFormat = (format: string): string => {
  switch (format) {
    case 'email':
      return 'is not an email address';
    case 'url':
      return 'must be a full address such as https://example.org';
    case 'date':
      return 'must be a day such as 2026-06-29';
    case 'datetime':
      return 'must be an instant such as 2026-05-15T10:00:00Z';
    default:
      return 'is not written as it has to be';
  }
};

/**
 * What is wrong where a schema says nothing of its own. Predicates, and few of them, so that the pages have a sentence for
 * each in every language: the library's own name all the choices of a list, and no dictionary can hold those.
 */
export const plainReason = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return ofFormat(issue.format);
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : 'must be one of what can be chosen';
    default:
      return 'is missing or not valid';
  }
};
