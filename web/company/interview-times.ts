import type { Args, Result } from '../api/types.ts';

export type Slots = Result<'listInterviewSlots'>;
export type Slot = Slots['items'][number];
export type NewSlots = Args<'offerInterviewSlots'>['body'];
export type Series = Extract<NewSlots, { kind: 'series' }>;
export type Planned = Result<'previewInterviewSlots'>['items'];

/** What a recruiter has typed. */
export interface TimesForm {
  kind: 'one' | 'series';
  zone: string;
  at: string;
  from: string;
  to: string;
  weekdays: readonly Weekday[];
  begin: string;
  end: string;
  minutes: number | undefined;
  pause: number | undefined;
  where: 'link' | 'words';
  url: string;
  words: string;
  hour: 'earlier' | 'later' | '';
}

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof weekdays)[number];

export const emptyTimes = (zone: string): TimesForm => ({
  kind: 'series',
  zone,
  at: '',
  from: '',
  to: '',
  weekdays: ['1', '2', '3', '4', '5'],
  begin: '09:00',
  end: '12:00',
  minutes: 30,
  pause: 0,
  where: 'link',
  url: '',
  words: '',
  hour: '',
});

/** What is typed as the server takes it; what is missing it names. */
export const newSlotsOf = (form: TimesForm): NewSlots => {
  const { kind, zone, at, from, to, begin, end, minutes = 0, pause = 0, where, hour } = form;
  const common = {
    zone,
    minutes,
    place: where === 'link' ? { kind: where, url: form.url.trim() } : { kind: where, words: form.words },
    ...(hour !== '' && { hour }),
  };
  return kind === 'one'
    ? { kind, at, ...common }
    : { kind, from, to, weekdays: form.weekdays.map(Number), begin, end, pause, ...common };
};
