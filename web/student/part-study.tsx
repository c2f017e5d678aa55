import { Radios } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { keepKnown } from '../components/keep-known.ts';
import { PickMany } from '../components/pick-many.tsx';
import { useNames } from '../components/taxonomy.ts';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { given, PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';
import type { Profile } from './profile-parts.ts';

type Level = NonNullable<Profile['studyLevel']>;
type Major = NonNullable<Profile['majors']>[number];
const levels = ['associate', 'bachelor', 'master', 'doctorate'] as const satisfies readonly Level[];

export function StudyPart(props: PartProps) {
  const t = useT('profile');
  const words = useT('shared');
  const names = useNames();
  const { university, studyLevel, majors, graduatesOn } = props.profile;
  const level: Level | '' = studyLevel ?? '';
  const chosen: readonly string[] = majors ?? [];
  const form = useForm(
    {
      university: university ?? '',
      studyLevel: level,
      majors: chosen,
      graduatesOn: graduatesOn ?? '',
    },
    'study',
  );
  const { values, field } = form;
  return (
    <PartForm
      of={props}
      before={form.before}
      required={{
        university: values.university.trim() !== '',
        studyLevel: values.studyLevel !== '',
        majors: values.majors.length > 0,
        graduatesOn: values.graduatesOn !== '',
      }}
      change={() => ({
        university: values.university,
        studyLevel: values.studyLevel === '' ? undefined : values.studyLevel,
        majors: keepKnown<Major>(names.majors, values.majors),
        graduatesOn: given(values.graduatesOn),
      })}
    >
      <TextField {...field('university')} label={t('study.university')} autocomplete="organization" />
      <Radios
        {...field('studyLevel')}
        label={t('study.level')}
        options={levels.map((value) => ({ value, label: words(`levels.${value}`) }))}
      />
      <PickMany
        {...field('majors')}
        label={t('study.majors')}
        hint={t('study.majorsHint')}
        options={names.majors}
      />
      <TextField
        {...field('graduatesOn')}
        label={t('study.graduates')}
        hint={t('study.graduatesHint')}
        type="date"
        size="medium"
      />
    </PartForm>
  );
}
