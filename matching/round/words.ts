import type { ChoiceOutcome, Explanation } from './explain.ts';
import type { Violation } from './verify/violation.ts';

type Words = Readonly<Record<ChoiceOutcome['outcome'], (posting: string, seats: number) => string>>;

/**
 * What an explanation says. A full posting may have ranked the others higher, or equally with a better lottery number:
 * which it was is left open, since with that students could compare and work out where a posting ranked each of them.
 */
const outcomes: Readonly<Record<'zh' | 'en', Words>> = {
  en: {
    assigned: (posting) => `${posting}: assigned.`,
    noSeats: (posting) => `${posting}: had no seats.`,
    notRankedByPosting: (posting) => `${posting}: did not rank you.`,
    fullWithHigherRanked: (posting, seats) =>
      `${posting}: all seats (${seats}) went to applicants it ranked higher, or equally with a better lottery number.`,
    fullWithHigherOrReserved: (posting, seats) =>
      `${posting}: all seats (${seats}) went to applicants it ranked higher, or equally with a better lottery number, or for whom a seat was reserved.`,
    groupFull: (posting) =>
      `${posting}: the seats it shares with other postings went to applicants who came first.`,
    belowAssigned: (posting) => `${posting}: not needed, a better choice was granted.`,
  },
  zh: {
    assigned: (posting) => `${posting}：已匹配。`,
    noSeats: (posting) => `${posting}：没有名额。`,
    notRankedByPosting: (posting) => `${posting}：没有把你列入名单。`,
    fullWithHigherRanked: (posting, seats) =>
      `${posting}：全部 ${seats} 个名额都给了排名更前、或排名相同而抽签号更靠前的申请者。`,
    fullWithHigherOrReserved: (posting, seats) =>
      `${posting}：全部 ${seats} 个名额都给了排名更前、或排名相同而抽签号更靠前、或享有预留名额的申请者。`,
    groupFull: (posting) => `${posting}：与其他岗位共用的名额，已由排序在前的申请者占满。`,
    belowAssigned: (posting) => `${posting}：没有用到，你得到了更想去的。`,
  },
};

/** One line a choice, in the student's order, and what comes of it. */
export function explanationWords(explanation: Explanation, lang: 'zh' | 'en'): readonly string[] {
  const { assigned, choices, stillOpen } = explanation;
  const lines = choices.map(
    (choice) =>
      `${choice.rank}. ${outcomes[lang][choice.outcome](choice.posting, 'seats' in choice ? choice.seats : 0)}`,
  );
  if (assigned !== null) return lines;
  const open = stillOpen.join(lang === 'zh' ? '、' : ', ');
  if (lang === 'zh')
    return [...lines, open === '' ? '未匹配；没有剩余名额。' : `未匹配。仍有名额：${open}。`];
  return [
    ...lines,
    open === '' ? 'Not matched; no seats are open.' : `Not matched. Seats are still open at: ${open}.`,
  ];
}

/** One sentence a fault, with everything that is known of it. */
export function violationWords({ violation, ...facts }: Violation): string {
  const said = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [violation, ...said].join(', ').replace(', ', ': ');
}
