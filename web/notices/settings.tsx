import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Checkbox, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { Done } from '../components/done.tsx';
import { Page } from '../components/page.tsx';
import { zoneOptions } from '../components/places.ts';
import { Fresh } from '../components/fresh.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Settings = Result<'getNoticeSettings'>;

function SettingsForm(props: {
  settings: Settings;
  saved: boolean;
  onSaved: (settings: Settings) => void;
  onChanged: () => void;
}) {
  const t = useT('notices');
  const call = useClient();
  const { offered, version } = props.settings;
  const [draft, setDraft] = useState(props.settings);
  const save = useAction(async () => {
    const { lang, zone, quiet, digestAt, topics } = draft;
    const choice = {
      digestAt,
      topics,
      ...(lang !== undefined && { lang }),
      ...(zone !== undefined && zone !== '' && { zone }),
      ...(quiet !== undefined && { quiet }),
    };
    props.onSaved(await call('saveNoticeSettings', { body: choice, ifMatch: version }));
  });
  const change = (part: Partial<Settings>) => {
    props.onChanged();
    setDraft({ ...draft, ...part });
  };
  const { quiet } = draft;
  const ways = (['now', 'daily', 'never'] as const).map((value) => ({
    value,
    label: t(`delivery.${value}`),
  }));
  return (
    <>
      <Form onSubmit={() => void save.run()} submit={t('save')} pending={save.pending} problem={save.problem}>
        <Select
          name="lang"
          label={t('language')}
          hint={t('languageHint')}
          optional
          value={draft.lang ?? ''}
          options={[
            { value: 'zh', label: t('zh') },
            { value: 'en', label: t('en') },
          ]}
          onChange={(lang) => change({ lang: lang === '' ? undefined : lang })}
        />
        <Select
          name="zone"
          label={t('zone')}
          hint={t('zoneHint')}
          optional
          value={draft.zone ?? ''}
          options={zoneOptions(draft.zone)}
          onChange={(zone) => change({ zone })}
        />
        <Checkbox
          name="quiet"
          label={t('quiet')}
          hint={t('quietHint')}
          value={quiet !== undefined}
          onChange={(on) => change({ quiet: on ? { from: '22:00', to: '08:00' } : undefined })}
        />
        {quiet !== undefined && (
          <div class="pair">
            <TextField
              name="quiet/from"
              type="time"
              size="short"
              label={t('from')}
              value={quiet.from}
              onChange={(from) => change({ quiet: { ...quiet, from } })}
            />
            <TextField
              name="quiet/to"
              type="time"
              size="short"
              label={t('to')}
              value={quiet.to}
              onChange={(to) => change({ quiet: { ...quiet, to } })}
            />
          </div>
        )}
        <TextField
          name="digestAt"
          type="time"
          size="short"
          label={t('digestAt')}
          value={draft.digestAt}
          onChange={(digestAt) => change({ digestAt })}
        />
        <h2>{t('topicsTitle')}</h2>
        <p>{t('always')}</p>
        {offered.map(({ topic, delivery, optional }) =>
          optional && topic !== 'result' ? (
            <Select
              key={topic}
              name={`topics/${topic}`}
              label={t(`topics.${topic}`)}
              options={ways}
              value={draft.topics[topic] ?? delivery}
              onChange={(way) => {
                if (way !== '') change({ topics: { ...draft.topics, [topic]: way } });
              }}
            />
          ) : null,
        )}
      </Form>
      {props.saved && <Done tone="good">{t('saved')}</Done>}
    </>
  );
}

/** Which letters come, when, and in which language. */
export function NoticeSettings(props: { back: string }) {
  const t = useT('notices');
  const settings = useResource('getNoticeSettings');
  // The form begins anew with what was saved; that it was is said by the page.
  const [saved, setSaved] = useState(false);
  return (
    <Page
      title={t('settings')}
      lead={t('settingsLead')}
      back={{ href: props.back, label: t('title') }}
      narrow
    >
      <Fresh of={settings} lines={8}>
        {(data) => (
          <SettingsForm
            key={data.version}
            settings={data}
            saved={saved}
            onSaved={(next) => {
              settings.set(next);
              setSaved(true);
            }}
            onChanged={() => setSaved(false)}
          />
        )}
      </Fresh>
    </Page>
  );
}
