import type { Words } from '../words.ts';
import type zh from '../zh/saved.ts';

const en: Words<typeof zh> = {
  save: 'Save this search',
  saveAndTell: 'Save this search and be told',
  saveTitle: 'Save this search',
  name: 'Name',
  digest: 'Write to me when there are new ones',
  digestHint:
    'One letter a day at most, for all saved searches together, and none when nothing is new. You can turn it off at any time.',
  submit: 'Save',
  done: 'Saved as “{name}”.',
  doneTold: 'Saved as “{name}”. We write to you when there are new ones, once a day at most.',
  savedAs: 'This search is saved as “{name}”.',
  seeAll: 'See saved searches',
  signIn: 'Sign in to save this search',
  signInBody: 'Students who sign in can save this search and get a letter when something new fits it.',
  all: 'All internships',
  words: '“{words}”',
  company: 'Of one company',
  overlap: 'At least {duration} shared a day',
  join: ', ',
  title: 'Saved searches',
  lead: 'When a search that you want letters about has something new, we write to you at eight in the morning in your zone, once a day at most.',
  room: '{used} saved of {cap}.',
  empty: 'No saved searches yet',
  emptyBody:
    'Search or filter the internships, then save the search: you get a letter when something new fits it.',
  find: 'Search internships',
  now: { one: '{count} internship now', other: '{count} internships now' },
  tell: 'Write to me',
  tellOf: 'Write to me when there are new ones: {name}',
  rename: 'Rename',
  renameOf: 'Rename “{name}”',
  renameTitle: 'Rename a saved search',
  remove: 'Delete',
  removeOf: 'Delete “{name}”',
  removed: '“{name}” is deleted.',
  undo: 'Undo',
  restored: '“{name}” is back.',
};
export default en;
