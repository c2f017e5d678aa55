import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual, useBilingual } from '../components/bilingual.tsx';
import { FitBar } from '../components/fit-bar.tsx';
import { HoursStrip } from '../components/hours-strip.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { ApplicationHistory } from './application-history.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { ToInterviews } from './to-interviews.tsx';
import { ProfileFacts } from './profile-facts.tsx';
import { useApplicantName } from './use-outcome.ts';
import type { Applicant } from './use-outcome.ts';

type Posting = Result<'getPosting'>;

function Hours(props: { applicant: Applicant; posting: Posting }) {
  const t = useT('company');
  const { workingHours, residences } = props.applicant.profile;
  const { zone, coreHours, startsOn, endsOn } = props.posting.content;
  const home = residences?.[0];
  if (!workingHours || !home || !zone || !coreHours || !startsOn || !endsOn) return null;
  return (
    <Panel title={t('applicant.hours')}>
      <HoursStrip
        mine={{ zone, ...coreHours }}
        theirs={{ zone: home.zone, ...workingHours }}
        names={{ mine: t('applicant.teamHours'), theirs: t('applicant.studentHours') }}
        from={startsOn}
        to={endsOn}
      />
    </Panel>
  );
}

function Answers(props: { applicant: Applicant; posting: Posting | undefined }) {
  const t = useT('company');
  const { statement, answers } = props.applicant.content;
  const questions = props.posting?.content.questions ?? [];
  return (
    <Panel title={t('applicant.said')}>
      <h3>{t('applicant.statement')}</h3>
      {statement === undefined ? (
        <p class="muted">{t('applicant.noStatement')}</p>
      ) : (
        <p class="written">{statement}</p>
      )}
      {answers.map((answer, index) => {
        const question = questions[index];
        return (
          <section key={index} class="stack">
            <h3>
              {question === undefined ? (
                t('edit.question', { number: index + 1 })
              ) : (
                <Bilingual of={question} />
              )}
            </h3>
            <p class="written">{answer}</p>
          </section>
        );
      })}
    </Panel>
  );
}

/** What the student told of themselves, while it is shown. */
function Told(props: { applicant: Applicant; now: number }) {
  const t = useT('company');
  const { applicant } = props;
  const posting = useResource('getPosting', { params: { postingId: applicant.postingId } }).data;
  return (
    <>
      <Panel title={t('applicant.fit')}>
        {applicant.fit === undefined ? (
          <p>{t('applicants.notRanked')}</p>
        ) : (
          <FitBar parts={applicant.fit.parts} />
        )}
      </Panel>
      <Answers applicant={applicant} posting={posting} />
      {posting !== undefined && <Hours applicant={applicant} posting={posting} />}
      <Panel title={t('applicant.profile')}>
        <ProfileFacts profile={applicant.profile} now={props.now} />
        <p>
          <a href={`mailto:${applicant.email}`}>{applicant.email}</a>
        </p>
      </Panel>
    </>
  );
}

function Shown(props: { applicant: Applicant; onMoved: (applicant: Applicant) => void; now: number }) {
  const t = useT('company');
  const { applicant } = props;
  return (
    <>
      <Panel title={t('applicant.decide')}>
        <p>{t(`applicant.means.${applicant.state}`)}</p>
        <OutcomeButtons applicant={applicant} onMoved={props.onMoved} />
        <ToInterviews applicant={applicant} />
      </Panel>
      {applicant.shown ? (
        <Told applicant={applicant} now={props.now} />
      ) : (
        <Notice tone="info" title={t('applicant.noLonger')}>
          {t('applicant.noLongerBody')}
        </Notice>
      )}
      <Panel title={t('applicant.history')}>
        <ApplicationHistory history={applicant.history} />
      </Panel>
    </>
  );
}

export default function ApplicantPage() {
  const t = useT('company');
  const say = useBilingual();
  const nameOf = useApplicantName();
  const now = Date.now();
  const postingId = useParam('postingId');
  const applicationId = useParam('applicationId');
  const applicant = orNoPage(useResource('getApplicant', { params: { applicationId } }));
  const { data } = applicant;
  const posting = orNoPage(useResource('getPosting', { params: { postingId } })).data;
  return (
    <Page
      title={data === undefined ? t('applicant.title') : nameOf(data)}
      lead={posting === undefined ? undefined : say(posting.content.title)}
      back={{ href: `/company/postings/${postingId}/applicants`, label: t('applicants.title') }}
      actions={data !== undefined && <State of="application" is={data.state} />}
    >
      <Loaded of={applicant} lines={10}>
        {(read) => <Shown applicant={read} onMoved={applicant.set} now={now} />}
      </Loaded>
    </Page>
  );
}
