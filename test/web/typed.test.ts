import { expect, it } from 'vitest';
import { textOf, typedFrom, typedIn, typedOver } from '../../web/components/typed.ts';

const stored = { title: 'Data', about: 'Old', hours: 20 as number | undefined, skills: ['sql'] };

it('keeps the fields that differ, with what they began with', () => {
  expect(typedIn(stored, { ...stored, skills: ['sql'] })).toBeUndefined();
  expect(typedIn(stored, { ...stored, about: 'New' })).toEqual({
    from: { about: 'Old' },
    to: { about: 'New' },
  });
});

it('lays what was typed over what was stored meanwhile', () => {
  const typed = typedIn(stored, { ...stored, about: 'Typed' });
  if (typed === undefined) throw new Error('nothing was typed');
  const others = { ...stored, title: 'Data science' };
  expect(typedOver(others, typed)).toEqual({ values: { ...others, about: 'Typed' }, clash: false });
  expect(typedOver({ ...stored, about: 'Theirs' }, typed)).toEqual({
    values: { ...stored, about: 'Typed' },
    clash: true,
  });
});

it('says nothing of what is stored as it was typed', () => {
  const typed = { from: { about: 'Old' }, to: { about: 'New' } };
  expect(typedOver({ ...stored, about: 'New' }, typed)).toBeUndefined();
});

it('leaves fields of another form, and of another kind, as they are', () => {
  const typed = { from: {}, to: { skills: 'sql', colour: 'red', title: 7 } };
  expect(typedOver(stored, typed)).toBeUndefined();
  const hours = { from: {}, to: { hours: 30 } };
  expect(typedOver({ ...stored, hours: undefined }, hours)?.values.hours).toBe(30);
});

it('keeps that a field was emptied', () => {
  const typed = typedIn(stored, { ...stored, hours: undefined });
  const read = typed && typedFrom(textOf(typed));
  expect(read && typedOver(stored, read)).toEqual({ values: { ...stored, hours: undefined }, clash: false });
});

it('reads nothing but what it wrote', () => {
  const typed = { from: { about: 'Old' }, to: { about: 'New' } };
  expect(typedFrom(textOf(typed))).toEqual(typed);
  for (const other of [null, '{', 'null', '7', '[]', '{"from":{}}', '{"from":1,"to":2}'])
    expect(typedFrom(other)).toBeUndefined();
});
