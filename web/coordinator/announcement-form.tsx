import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { FieldProblem } from '../api/problem.ts';
import { useAction } from '../api/use-action.ts';
import { useJob } from '../api/use-job.ts';
import { useResource } from '../api/use-resource.ts';
import { Radios, Select } from '../components/choice-field.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Panel } from '../components/page.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { type Audience, audienceOf, parts, useAudienceWords } from './audience.ts';
import { JobUnderWay } from './job-under-way.tsx';

const empty = { zh: { subject: '', text: '' }, en: { subject: '', text: '' } };
type Draft = typeof empty;
interface Announcement {
  to: Audience['to'];
  who: string;
  words: Draft;
}
const blank: Announcement = { to: 'students', who: 'everyone', words: empty };

const missingIn = (words: Draft): FieldProblem[] =>
  (['zh', 'en'] as const).flatMap((lang) =>
    (['subject', 'text'] as const).flatMap((part) =>
      words[lang][part].trim() === ''
        ? [{ pointer: `/words/${lang}/${part}`, reason: 'must not be empty' }]
        : [],
    ),
  );

function Words(props: { words: Draft; set: (words: Draft) => void }) {
  const t = useT('desk');
  const { words, set } = props;
  return (
    <>
      {(['zh', 'en'] as const).map((lang) => (
        <div key={lang} class="stack">
          <TextField
            name={`words/${lang}/subject`}
            label={t(lang === 'zh' ? 'announcements.subjectZh' : 'announcements.subjectEn')}
            lang={lang === 'zh' ? 'zh-CN' : 'en'}
            value={words[lang].subject}
            onChange={(subject) => set({ ...words, [lang]: { ...words[lang], subject } })}
          />
          <TextArea
            name={`words/${lang}/text`}
            label={t(lang === 'zh' ? 'announcements.textZh' : 'announcements.textEn')}
            lang={lang === 'zh' ? 'zh-CN' : 'en'}
            rows={4}
            max={8000}
            value={words[lang].text}
            onChange={(text) => set({ ...words, [lang]: { ...words[lang], text } })}
          />
        </div>
      ))}
    </>
  );
}

/** The letter as it will be read, and how many get it. */
function Preview(props: { words: Draft; audience: Audience; people: number | undefined }) {
  const t = useT('desk');
  const audience = useAudienceWords();
  return (
    <>
      {(['zh', 'en'] as const).map((lang) => (
        <section key={lang} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
          <p class="strong">{props.words[lang].subject}</p>
          <p class="letter">{props.words[lang].text}</p>
        </section>
      ))}
      <p>{audience(props.audience)}</p>
      {props.people !== undefined && (
        <p class="strong">
          {props.people === 0
            ? t('announcements.nobody')
            : t('announcements.reaches', { count: props.people })}
        </p>
      )}
      <p>{t('announcements.sure')}</p>
    </>
  );
}

/** Writes to many: to whom, what in both languages, a look at it, then off it goes. */
export function AnnouncementForm(props: { onSent: () => void }) {
  const t = useT('desk');
  const call = useClient();
  const params = { cycleId: 'current' } as const;
  // To whom the words go is kept with them, so that they come back for nobody else.
  const form = useForm(blank, 'announcement');
  const { to, who, words } = form.values;
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [asking, setAsking] = useState(false);
  const [jobId, setJobId] = useState<string>();
  const audience = audienceOf(to, who);
  const reach = useResource('previewBroadcast', { params, query: audience });
  const job = useJob(jobId, props.onSent);
  const send = useAction(async () => {
    const sent = await call('sendBroadcast', { params, body: { audience, words } });
    setAsking(false);
    form.reset(blank);
    setJobId(sent.jobId);
    props.onSent();
  });
  const look = () => {
    const problems = missingIn(words);
    setMissing(problems);
    if (problems.length === 0) setAsking(true);
  };
  const people = reach.data?.people;
  const sides = ['students', 'companies', 'all'] as const;
  return (
    <Panel title={t('announcements.write')}>
      <Form onSubmit={look} submit={t('announcements.preview')} problems={missing} before={form.before}>
        <Radios
          name="audience/to"
          label={t('announcements.to')}
          options={sides.map((value) => ({ value, label: t(`announcements.${value}`) }))}
          value={to}
          onChange={(side) => {
            if (side !== '') form.set('to', side);
          }}
        />
        {to !== 'all' && (
          <Select
            name="audience/who"
            label={t('announcements.who')}
            options={parts[to].map((value) => ({ value, label: t(`announcements.parts.${value}`) }))}
            value={audience.to === 'all' ? 'everyone' : audience.who}
            onChange={(part) => form.set('who', part)}
          />
        )}
        <p class="strong" aria-live="polite">
          {people === undefined
            ? ''
            : people === 0
              ? t('announcements.nobody')
              : t('announcements.reaches', { count: people })}
        </p>
        <Words words={words} set={(changed) => form.set('words', changed)} />
      </Form>
      {job !== undefined && <JobUnderWay job={job} label={t('announcements.job')} />}
      <Confirm
        open={asking}
        title={t('announcements.preview')}
        confirm={t('announcements.send')}
        action={send}
        onConfirm={() => void send.run()}
        onClose={() => setAsking(false)}
      >
        <Preview words={words} audience={audience} people={people} />
      </Confirm>
    </Panel>
  );
}
