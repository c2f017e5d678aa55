import { datesMoved } from '../cycle/moves.ts';
import type { DatedPhase, Phase } from '../cycle/phases.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Language, ToldDate, Wording } from '../notice/announcement.ts';
import type { Audience, Broadcast } from './schema.ts';

type News = Pick<Broadcast, 'audience' | 'topic' | 'words' | 'dates'>;
type Both = Readonly<Record<Language, string>>;
type Side = 'students' | 'companies';

const sides: Readonly<Record<Side, Audience>> = {
  students: { to: 'students', who: 'everyone' },
  companies: { to: 'companies', who: 'everyone' },
};

/** Whom the dates of a phase concern, and what its beginning and its end are called. */
const concerns: Readonly<Record<DatedPhase, { sides: readonly Side[]; from: Both; to: Both }>> = {
  posting: {
    sides: ['companies'],
    from: { zh: '岗位发布开始', en: 'Posting begins' },
    to: { zh: '岗位发布截止', en: 'Posting ends' },
  },
  applying: {
    sides: ['students', 'companies'],
    from: { zh: '申请开始', en: 'Applying begins' },
    to: { zh: '申请截止', en: 'Applying ends' },
  },
  shortlisting: {
    sides: ['students', 'companies'],
    from: { zh: '筛选开始', en: 'Shortlisting begins' },
    to: { zh: '筛选截止', en: 'Shortlisting ends' },
  },
  ranking: {
    sides: ['students', 'companies'],
    from: { zh: '填报志愿开始', en: 'Ranking begins' },
    to: { zh: '志愿表确认截止', en: 'Ranking ends' },
  },
  matching: {
    sides: ['students', 'companies'],
    from: { zh: '匹配开始', en: 'The match begins' },
    to: { zh: '匹配结束', en: 'The match ends' },
  },
  confirming: {
    sides: ['students', 'companies'],
    from: { zh: '结果公布', en: 'Results are published' },
    to: { zh: '录用答复截止', en: 'Answering offers ends' },
  },
  supplementary: {
    sides: ['students', 'companies'],
    from: { zh: '补录开始', en: 'The supplementary round begins' },
    to: { zh: '补录结束', en: 'The supplementary round ends' },
  },
  active: {
    sides: ['students', 'companies'],
    from: { zh: '实习开始', en: 'Internships begin' },
    to: { zh: '实习结束', en: 'Internships end' },
  },
};

const over: readonly Phase[] = ['draft', 'closed', 'archived'];

/** What a change of a cycle's dates means to each side: what was announced before and what holds now. */
export const dateNews = (before: Cycle, after: Cycle, now: string): News[] => {
  if (over.includes(after.phase)) return [];
  const moved = datesMoved(before, after, now);
  return (['students', 'companies'] as const).flatMap((side) => {
    const dates = moved
      .filter(({ phase }) => concerns[phase].sides.includes(side))
      .map(({ phase, edge, old }): ToldDate => ({
        label: concerns[phase][edge],
        old,
        at: after.windows[phase][edge],
      }));
    return dates.length === 0
      ? []
      : [
          {
            audience: sides[side],
            topic: 'cycle' as const,
            words: {
              zh: { subject: '日程有变动', text: '以下日期已调整，请以新的时间为准。' },
              en: { subject: 'Dates have changed', text: 'The new dates are below. They apply from now on.' },
            },
            dates,
          },
        ];
  });
};

const begins: Partial<
  Record<Phase, readonly { audience: Audience; words: Readonly<Record<Language, Wording>> }[]>
> = {
  applying: [
    {
      audience: { to: 'students', who: 'everyone' },
      words: {
        zh: { subject: '可以申请了', text: '申请阶段已开始。看看适合你的岗位，在截止前提交申请。' },
        en: {
          subject: 'You can apply now',
          text: 'Applications are open. See what fits you and apply before the deadline.',
        },
      },
    },
  ],
  shortlisting: [
    {
      audience: { to: 'students', who: 'under_way' },
      words: {
        zh: {
          subject: '筛选已开始',
          text: '每份申请都会在筛选截止前得到答复，并逐一通知你。企业现在开始查看收到的申请。',
        },
        en: {
          subject: 'Shortlisting has begun',
          text: 'By the end of shortlisting each of your applications has an answer, and you are told of every one. Companies now look at what they received.',
        },
      },
    },
    {
      audience: { to: 'companies', who: 'posting' },
      words: {
        zh: {
          subject: '请给每份申请一个最终答复',
          text: '筛选阶段已开始。截止前没有最终答复的申请会变成“未入选”，学生会收到通知。',
        },
        en: {
          subject: 'Give every application an outcome',
          text: 'Shortlisting has begun. Applications without an outcome at its end are closed, and the students are told.',
        },
      },
    },
  ],
  ranking: [
    {
      audience: { to: 'students', who: 'under_way' },
      words: {
        zh: { subject: '请排好并确认志愿表', text: '填报志愿阶段已开始。按真实意愿排列，截止前确认才算数。' },
        en: {
          subject: 'Order and certify your rank list',
          text: 'Ranking has begun. Rank honestly; only a list certified before the deadline counts.',
        },
      },
    },
    {
      audience: { to: 'companies', who: 'posting' },
      words: {
        zh: {
          subject: '请排好并确认志愿表',
          text: '填报志愿阶段已开始。每个岗位的志愿表在截止前确认才算数。',
        },
        en: {
          subject: 'Order and certify your rank lists',
          text: 'Ranking has begun. Each posting has its own list; only lists certified before the deadline count.',
        },
      },
    },
  ],
};

/** Who is told that a phase has begun, what, and until when it goes. */
export const phaseNews = (cycle: Cycle): News[] =>
  (begins[cycle.phase] ?? []).map(({ audience, words }) => {
    const phase = cycle.phase;
    const dated = phase === 'applying' || phase === 'shortlisting' || phase === 'ranking';
    return {
      audience,
      topic: 'cycle',
      words,
      ...(dated && { dates: [{ label: concerns[phase].to, at: cycle.windows[phase].to }] }),
    };
  });
