import type { CycleSettings, Windows } from '../../../functions/cycle/schema.ts';
import { defaultWeights } from '../../../matching/ranking/weights.ts';
import { daysAfter, instantAt, mondayFrom } from './days.ts';

export const zone = 'Asia/Shanghai';

/** A cycle's dates, all from the day on which applying begins. */
export interface Season {
  applyingFrom: string;
  /** First and last day of the internships. */
  startsOn: string;
  endsOn: string;
}

export const seasonFrom = (applyingFrom: string): Season => {
  const startsOn = mondayFrom(daysAfter(applyingFrom, 106));
  return { applyingFrom, startsOn, endsOn: daysAfter(startsOn, 53) };
};

const windowsOf = ({ applyingFrom, startsOn, endsOn }: Season): Windows => {
  const span = (from: number, to: number) => ({
    from: instantAt(daysAfter(applyingFrom, from), '09:00', zone),
    to: instantAt(daysAfter(applyingFrom, to), '18:00', zone),
  });
  return {
    posting: span(-42, 23),
    applying: span(0, 30),
    shortlisting: span(31, 40),
    ranking: span(54, 61),
    matching: span(62, 64),
    confirming: span(65, 70),
    supplementary: span(71, 85),
    active: { from: instantAt(startsOn, '09:00', zone), to: instantAt(endsOn, '18:00', zone) },
  };
};

/** A cycle as Yangpu would set it up: 30 days to apply, a quarter of a year later the internships. */
export const settingsOf = (season: Season): CycleSettings => {
  const year = season.startsOn.slice(0, 4);
  return {
    name: { zh: `${year}年杨浦海外学子云实习`, en: `Yangpu Cloud Internship ${year}` },
    zone,
    windows: windowsOf(season),
    applicationCap: 8,
    confirmDays: 5,
    keepsMonths: 48,
    interviewsUntil: instantAt(daysAfter(season.applyingFrom, 57), '18:00', zone),
    movesByClock: false,
    weights: { ...defaultWeights },
  };
};
