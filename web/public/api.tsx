import { useEffect, useState } from 'preact/hooks';
import { problemIn } from '../api/problem.ts';
import { useAction } from '../api/use-action.ts';
import { Page, Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { operationsOf, type ApiOperation } from './openapi.ts';

const source = '/v1/openapi.json';

function Schema(props: { title: string; of: unknown }) {
  if (props.of === undefined) return null;
  return (
    <details>
      <summary>{props.title}</summary>
      <pre tabIndex={0}>
        <code>{JSON.stringify(props.of, null, 2)}</code>
      </pre>
    </details>
  );
}

function Operation(props: { of: ApiOperation }) {
  const t = useT('policy');
  const { of } = props;
  return (
    <section class="card" id={of.id}>
      <h3>
        <code>
          {of.method} {of.path}
        </code>
      </h3>
      <p lang="en">{of.summary}</p>
      <p class="muted">{t('api.who', { who: t.maybe(`api.callers.${of.who}`) ?? of.who })}</p>
      {of.parameters.length > 0 && (
        <ul>
          {of.parameters.map(({ name, where, required, description }) => (
            <li key={`${where} ${name}`}>
              <code>{name}</code> ({where}
              {required && `, ${t('api.required')}`}) <span lang="en">{description}</span>
            </li>
          ))}
        </ul>
      )}
      <Schema title={t('api.body')} of={of.body} />
      <Schema title={t('api.answer')} of={of.answer} />
    </section>
  );
}

/** The API as its own document describes it. */
export default function ApiReference() {
  const t = useT('policy');
  const words = useT('shared');
  const p = useT('partners');
  const [document, setDocument] = useState<unknown>();
  const read = useAction(async () => {
    const response = await fetch(source);
    if (!response.ok) throw await problemIn(response);
    setDocument(await response.json());
  });
  const { run } = read;
  useEffect(() => void run(), [run]);
  const groups = [...operationsOf(document)];
  return (
    <Page title={t('api.title')} lead={t('api.lead')}>
      <p>
        <a href={source} target="_self" rel="external">
          {source}
        </a>{' '}
        (OpenAPI 3.1) · <a href="/api/webhooks">{p('verify.title')}</a>
      </p>
      <Panel title={t('api.tokenTitle')} plain>
        <p>{t('api.token')}</p>
        <pre tabIndex={0}>
          <code>{`TOKEN=$(npm run --silent token -- coordinator@demo.example --url ${location.origin})\ncurl -H "Authorization: Bearer $TOKEN" ${location.origin}/v1/me`}</code>
        </pre>
        <p>{t('api.rules')}</p>
      </Panel>
      <ProblemNotice problem={read.problem} retry={() => void run()} />
      {read.pending && (
        <div class="skeleton" role="status">
          <span class="unseen">{words('page.loading')}</span>
          <div />
          <div />
          <div />
        </div>
      )}
      {groups.length > 0 && (
        <nav aria-label={t('api.groups')} class="row">
          {groups.map(([tag]) => (
            <a key={tag} href={`#${tag}`}>
              {tag}
            </a>
          ))}
        </nav>
      )}
      {groups.map(([tag, operations]) => (
        <section key={tag} id={tag} class="stack">
          <h2>{tag}</h2>
          {operations.map((operation) => (
            <Operation key={operation.id} of={operation} />
          ))}
        </section>
      ))}
    </Page>
  );
}
