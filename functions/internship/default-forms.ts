import type { Question } from '../evaluation/schema.ts';
import type { BilingualLine } from '../values.ts';
import type { Forms } from './schema.ts';

type Wording = Required<BilingualLine>;
type Asked = { required?: boolean; shared?: boolean };

const scale = (id: string, label: Wording, { required = true, shared = true }: Asked = {}): Question => ({
  id,
  kind: 'scale',
  label,
  low: { zh: '很不满意', en: 'Very poor' },
  high: { zh: '非常满意', en: 'Excellent' },
  required,
  shared,
});
const text = (id: string, label: Wording, { required = false, shared = true }: Asked = {}): Question => ({
  id,
  kind: 'text',
  label,
  required,
  shared,
});
const yesNoMaybe = (
  id: string,
  label: Wording,
  { required = true, shared = true }: Asked = {},
): Question => ({
  id,
  kind: 'choice',
  label,
  choices: [
    { id: 'yes', label: { zh: '会', en: 'Yes' } },
    { id: 'maybe', label: { zh: '不确定', en: 'Maybe' } },
    { id: 'no', label: { zh: '不会', en: 'No' } },
  ],
  required,
  shared,
});

const forCoordinators = text(
  'private',
  { zh: '只想告诉协调员的话', en: 'For coordinators only' },
  { shared: false },
);

/** What every cycle begins with: short enough to be written, the last question for coordinators alone. */
export const defaultForms: Forms = {
  mid_term: {
    student: [
      scale('tasks', { zh: '分配的任务是否清楚、合适', en: 'Are your tasks clear and right for you?' }),
      scale('guidance', { zh: '导师的指导', en: 'How is the guidance from your mentor?' }),
      scale('rhythm', { zh: '跨时区的沟通与会议安排', en: 'How is working across time zones going?' }),
      text(
        'learned',
        { zh: '到目前为止学到了什么', en: 'What have you learned so far?' },
        { required: true },
      ),
      text('change', { zh: '后半段希望有哪些调整', en: 'What should change in the second half?' }),
      forCoordinators,
    ],
    company: [
      scale('work', { zh: '工作质量', en: 'How good is the work?' }),
      scale('reliability', { zh: '按时与可靠程度', en: 'How reliable is the intern?' }),
      scale('communication', { zh: '沟通', en: 'How well does the intern communicate?' }),
      text('strengths', { zh: '突出的优点', en: 'What goes well?' }, { required: true }),
      text('improve', { zh: '后半段可以改进的地方', en: 'What could be better in the second half?' }),
      forCoordinators,
    ],
  },
  final: {
    student: [
      scale('overall', { zh: '整体评价', en: 'How was the internship overall?' }),
      scale('guidance', { zh: '导师的指导', en: 'How was the guidance from your mentor?' }),
      scale('learning', { zh: '对专业成长的帮助', en: 'How much did you learn for your field?' }),
      text('work', { zh: '你完成的主要工作', en: 'What did you work on?' }, { required: true }),
      text('learned', { zh: '最大的收获', en: 'What was most valuable to you?' }, { required: true }),
      yesNoMaybe('recommend', {
        zh: '是否会向同学推荐这家企业',
        en: 'Would you recommend this company to a friend?',
      }),
      forCoordinators,
    ],
    company: [
      scale('overall', { zh: '整体评价', en: 'How did the intern do overall?' }),
      scale('skills', { zh: '专业能力', en: 'Professional skills' }),
      scale('teamwork', { zh: '团队合作', en: 'Teamwork' }),
      scale('initiative', { zh: '主动性', en: 'Initiative' }),
      text('work', { zh: '实习生完成的主要工作', en: 'What did the intern work on?' }, { required: true }),
      text('growth', { zh: '实习期间的成长', en: 'How did the intern grow?' }, { required: true }),
      yesNoMaybe('again', { zh: '是否愿意再次共事', en: 'Would you work with this intern again?' }),
      forCoordinators,
    ],
  },
};
