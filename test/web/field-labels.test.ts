import { describe, expect, it } from 'vitest';
import { FieldLabels } from '../../web/components/field-labels.ts';

describe('the labels of a form’s fields', () => {
  it('tells whoever shows them of each that comes, changes and goes', () => {
    const labels = new FieldLabels();
    const seen: (string | undefined)[] = [];
    const stop = labels.listen(() => seen.push(labels.of('/phone')?.label));
    const takeBack = labels.say('/phone', 'Phone');
    takeBack();
    labels.say('/phone', '手机');
    stop();
    labels.say('/phone', 'Phone');
    expect(seen).toEqual(['Phone', undefined, '手机']);
  });
  it('finds the field itself, else the closest around it', () => {
    const labels = new FieldLabels();
    labels.say('/hours', 'Hours');
    labels.say('/hours/min', 'At least');
    expect(labels.of('/hours/min')).toEqual({ at: '/hours/min', label: 'At least' });
    expect(labels.of('/hours/max/0')).toEqual({ at: '/hours', label: 'Hours' });
    expect(labels.of('/hoursEach')).toBeUndefined();
    expect(labels.of('')).toBeUndefined();
  });
});
