import { defaultWeights } from '../../matching/ranking/weights.ts';
import type { Args } from '../api/types.ts';
import { filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import type { datedPhases } from '../../functions/cycle/phases.ts';
import { instantOf, localTimeOf } from './zoned-time.ts';

export type CycleSettings = Args<'createCycle'>['body'];
export type DatedPhase = (typeof datedPhases)[number];
export type LocalWindow = { from: string; to: string };
export type LocalWindows = Readonly<Record<DatedPhase, LocalWindow>>;

/** A cycle as its form holds it; times as the clocks of its zone show them. */
export interface CycleValues {
  name: BilingualText;
  zone: string;
  windows: LocalWindows;
  interviewsUntil: string;
  applicationCap: number | undefined;
  confirmDays: number | undefined;
  keepsMonths: number | undefined;
  movesByClock: boolean;
}

/** What of a cycle a coordinator sets; the rest comes of what happens to it. */
export const settingsIn = ({
  id: _id,
  version: _version,
  phase: _phase,
  moves: _moves,
  trial: _trial,
  ...settings
}: Cycle): CycleSettings => settings;

/** The usual summer: month and day of each phase, offices open at nine and close at six. */
const usual: Readonly<Record<DatedPhase, readonly [from: string, to: string]>> = {
  posting: ['02-01', '03-20'],
  applying: ['03-15', '04-12'],
  shortlisting: ['04-13', '04-22'],
  ranking: ['05-08', '05-15'],
  matching: ['05-15', '05-18'],
  confirming: ['05-19', '05-24'],
  supplementary: ['05-25', '06-08'],
  active: ['06-09', '08-21'],
};

const eachPhase = (window: (phase: DatedPhase) => LocalWindow): LocalWindows => ({
  posting: window('posting'),
  applying: window('applying'),
  shortlisting: window('shortlisting'),
  ranking: window('ranking'),
  matching: window('matching'),
  confirming: window('confirming'),
  supplementary: window('supplementary'),
  active: window('active'),
});

/** Of a cycle; without one, of the next summer whose first phase is still to come. */
export const valuesOf = (cycle: Cycle | undefined, own: { zone: string; now: number }): CycleValues => {
  if (cycle !== undefined) {
    const { name, zone, windows, applicationCap, confirmDays, keepsMonths, movesByClock } = cycle;
    const local = (phase: DatedPhase): LocalWindow => ({
      from: localTimeOf(windows[phase].from, zone),
      to: localTimeOf(windows[phase].to, zone),
    });
    const interviewsUntil = localTimeOf(cycle.interviewsUntil ?? windows.ranking.from, zone);
    return {
      name,
      zone,
      windows: eachPhase(local),
      interviewsUntil,
      applicationCap,
      confirmDays,
      keepsMonths,
      movesByClock,
    };
  }
  const today = new Date(own.now);
  const year = today.getUTCFullYear() + (today.getUTCMonth() >= 1 ? 1 : 0);
  return {
    name: {},
    zone: own.zone,
    windows: eachPhase((phase) => ({
      from: `${year}-${usual[phase][0]}T09:00`,
      to: `${year}-${usual[phase][1]}T18:00`,
    })),
    interviewsUntil: `${year}-05-11T18:00`,
    applicationCap: 8,
    confirmDays: 5,
    keepsMonths: 48,
    movesByClock: true,
  };
};

/** The settings as typed: what is left empty, too, so that the server names all there is to mend. Weights have their own page. */
export const settingsOf = (
  { name, windows, interviewsUntil, applicationCap, confirmDays, keepsMonths, ...rest }: CycleValues,
  cycle: Cycle | undefined,
): CycleSettings => ({
  ...rest,
  name: filledIn(name) ?? {},
  windows: eachPhase((phase) => ({
    from: instantOf(windows[phase].from, rest.zone),
    to: instantOf(windows[phase].to, rest.zone),
  })),
  interviewsUntil: instantOf(interviewsUntil, rest.zone),
  applicationCap: applicationCap ?? 0,
  confirmDays: confirmDays ?? 0,
  keepsMonths: keepsMonths ?? 0,
  weights: cycle?.weights ?? defaultWeights,
});
