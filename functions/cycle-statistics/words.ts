import type { Stage, TableName } from './schema.ts';

/** What the downloads call things. The pages have words of their own: these stay on the server. */
export interface Words {
  titles: Record<TableName, string>;
  stages: Record<Stage, string>;
  about: string;
  cycle: string;
  asOf: string;
  cut: (most: number) => string;
  stage: string;
  students: string;
  share: string;
  category: string;
  zone: string;
  offset: string;
  hour: (zone: string, day: string) => string;
  awake: string;
  working: string;
  core: string;
  round: string;
  choice: string;
  unmatched: string;
  company: string;
  applications: string;
  matches: string;
  answered: string;
  waiting: string;
  median: string;
  p90: string;
  all: string;
  posting: string;
  seats: string;
  none: string;
}

const en: Words = {
  titles: {
    funnel: 'Funnel',
    applications: 'Applications by major',
    matches: 'Matches by major',
    zones: 'Zones',
    hours: 'Hours of the day',
    choices: 'Choices',
    response: 'Response times',
    exposure: 'Postings',
  },
  stages: {
    registered: 'Registered',
    complete: 'Profile complete',
    applied: 'Applied',
    shortlisted: 'Shortlisted',
    rankable: 'Ready to rank',
    matched: 'Matched',
    accepted: 'Accepted',
    placed: 'Placed',
    completed: 'Completed',
  },
  about: 'About',
  cycle: 'Cycle',
  asOf: 'Counted (UTC)',
  cut: (most) => `Only the first ${most} rows are here; the CSV has all.`,
  stage: 'Stage',
  students: 'Students',
  share: 'Percent of the previous stage',
  category: 'Category',
  zone: 'Zone',
  offset: 'UTC offset (hours)',
  hour: (zone, day) => `Hour in ${zone} on ${day}`,
  awake: 'Students awake',
  working: 'Students in their working hours',
  core: 'Postings in core hours',
  round: 'Round',
  choice: 'Choice',
  unmatched: 'Not matched',
  company: 'Company',
  applications: 'Applications',
  matches: 'Matches',
  answered: 'Answered',
  waiting: 'Without an answer',
  median: 'Days to first answer, median',
  p90: 'Days to first answer, 90%',
  all: 'All companies',
  posting: 'Posting',
  seats: 'Seats',
  none: 'Not given',
};

const zh: Words = {
  titles: {
    funnel: '转化漏斗',
    applications: '各专业申请数',
    matches: '各专业匹配数',
    zones: '时区分布',
    hours: '一天各小时',
    choices: '匹配到第几志愿',
    response: '答复用时',
    exposure: '岗位曝光',
  },
  stages: {
    registered: '已注册',
    complete: '档案完整',
    applied: '已申请',
    shortlisted: '已入围',
    rankable: '可填志愿',
    matched: '已匹配',
    accepted: '已接受',
    placed: '已上岗',
    completed: '已完成',
  },
  about: '说明',
  cycle: '周期',
  asOf: '统计时间（UTC）',
  cut: (most) => `此处仅列前${most}行，完整数据见CSV。`,
  stage: '阶段',
  students: '学生数',
  share: '占上一阶段百分比',
  category: '岗位类别',
  zone: '时区',
  offset: 'UTC偏移（小时）',
  hour: (zone, day) => `${day}的小时（${zone}）`,
  awake: '醒着的学生',
  working: '处于工作时段的学生',
  core: '处于核心时间的岗位',
  round: '匹配轮',
  choice: '志愿',
  unmatched: '未匹配',
  company: '企业',
  applications: '申请数',
  matches: '匹配数',
  answered: '已答复',
  waiting: '未答复',
  median: '首次答复天数（中位数）',
  p90: '首次答复天数（90%）',
  all: '全部企业',
  posting: '岗位',
  seats: '名额',
  none: '未填写',
};

export const words = { zh, en } as const;
export type Lang = keyof typeof words;
