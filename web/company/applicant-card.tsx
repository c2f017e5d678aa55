import { FitBar } from '../components/fit-bar.tsx';
import { FitInWords } from '../components/fit-in-words.tsx';
import { State } from '../components/status.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { ToInterviews } from './to-interviews.tsx';
import { applicantHref, useApplicantName } from './use-outcome.ts';
import type { Applicant } from './use-outcome.ts';

/** One applicant in the list: who, how it fits and why, what to decide. */
export function ApplicantCard(props: {
  applicant: Applicant;
  compared: boolean;
  comparable: boolean;
  onCompare: (on: boolean) => void;
  onMoved: (applicant: Applicant) => void;
}) {
  const t = useT('company');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const { applicant } = props;
  const { profile } = applicant;
  const name = useApplicantName()(applicant);
  const about = [
    profile.university,
    profile.studyLevel && words(`levels.${profile.studyLevel}`),
    profile.majors && f.list(profile.majors.map(names.major)),
    profile.residences?.[0] && f.country(profile.residences[0].country),
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <li class="card">
      <div class="title">
        <h2>
          <a href={applicantHref(applicant)}>{name}</a>
        </h2>
        <State of="application" is={applicant.state} />
      </div>
      <p class="muted">{about.join(' · ')}</p>
      {!applicant.shown ? (
        <p class="hint">{t('applicant.noLongerBody')}</p>
      ) : applicant.fit === undefined ? (
        <p class="hint">{t('applicants.notRanked')}</p>
      ) : (
        <FitBar parts={applicant.fit.parts} compact>
          <FitInWords parts={applicant.fit.parts} />
        </FitBar>
      )}
      <div class="row between">
        <label class="choice">
          <input
            type="checkbox"
            checked={props.compared}
            disabled={!props.comparable}
            aria-label={t('applicants.compareOf', { name })}
            onChange={(event) => props.onCompare(event.currentTarget.checked)}
          />
          <span>{t('applicants.toCompare')}</span>
        </label>
        <ToInterviews applicant={applicant} />
        <OutcomeButtons applicant={applicant} onMoved={props.onMoved} />
      </div>
    </li>
  );
}
