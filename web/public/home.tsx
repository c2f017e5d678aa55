import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { CycleTimeline } from '../components/cycle-timeline.tsx';
import { Figure } from '../components/figure.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { ZoneBand } from './zone-band.tsx';

/** How much there is to choose from now. */
function Figures() {
  const t = useT('public');
  const f = useFormat();
  const answer = useResource('searchPostings', { query: { limit: 1 } });
  if (answer.problem !== undefined) return null;
  return (
    <Loaded of={answer} lines={2}>
      {({ total, facets }) => (
        <div class="figures">
          <Figure value={f.number(total)} label={t('home.postings')} href="/postings" />
          <Figure
            value={f.number(facets['workMode']?.['remote'] ?? 0)}
            label={t('home.remote')}
            href="/postings?workMode=remote"
          />
          <Figure
            value={f.number(Object.keys(facets['company'] ?? {}).length)}
            label={t('home.companiesCount')}
            href="/companies"
          />
        </div>
      )}
    </Loaded>
  );
}

/** The way in for whoever has no sign-in, and to their own start page for the others. */
function WayIn() {
  const t = useT('public');
  const words = useT('shared');
  const { visitor, signIn, signUp } = useSession();
  if (visitor.state === 'loading' || visitor.state === 'failed') return null;
  if (visitor.state === 'in')
    return <ButtonLink href={`/${visitor.me.role}`}>{words('page.goToday')}</ButtonLink>;
  return (
    <>
      <Button onClick={signUp}>{t('home.signUp')}</Button>
      <Button kind="quiet" onClick={signIn}>
        {words('signIn')}
      </Button>
    </>
  );
}

const promises = ['Answer', 'Secret', 'Verify', 'Zones'] as const;
const people = ['students', 'companies', 'coordinators'] as const;

export default function Home() {
  const t = useT('public');
  const say = useBilingual();
  const cycle = useCurrentCycle();
  const now = Date.now();
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <div class="row">
        <WayIn />
        <ButtonLink href="/postings" kind="quiet">
          {t('home.browse')}
        </ButtonLink>
        <ButtonLink href="/how" kind="quiet">
          {t('home.how')}
        </ButtonLink>
      </div>
      <ZoneBand now={now} />
      {cycle.problem?.status === 404 ? (
        <Empty title={t('home.noCycle')}>{t('home.noCycleBody')}</Empty>
      ) : (
        <>
          <Figures />
          <Loaded of={cycle}>
            {(data) => (
              <Panel title={t('home.datesTitle', { cycle: say(data.name) })}>
                <CycleTimeline cycle={data} now={now} />
              </Panel>
            )}
          </Loaded>
        </>
      )}
      <Panel title={t('home.forTitle')} plain>
        <ul class="cards">
          {people.map((who) => (
            <li key={who} class="card">
              <h3>{t(`home.${who}`)}</h3>
              <p>{t(`home.${who}Body`)}</p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('home.promisesTitle')} plain>
        <dl class="promises">
          {promises.map((name) => (
            <div key={name}>
              <dt>{t(`home.promise${name}`)}</dt>
              <dd>{t(`home.promise${name}Body`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </Page>
  );
}
