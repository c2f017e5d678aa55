import type { ComponentType } from 'preact';
import { useLocation } from '../shell/location.tsx';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Fresh } from '../components/fresh.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { AboutPart } from './part-about.tsx';
import { AvailabilityPart } from './part-availability.tsx';
import { ConsentsPart } from './part-consents.tsx';
import type { PartProps } from './part-form.tsx';
import { LanguagesPart } from './part-languages.tsx';
import { ResidencePart } from './part-residence.tsx';
import { SkillsPart } from './part-skills.tsx';
import { StudyPart } from './part-study.tsx';
import { WishesPart } from './part-wishes.tsx';
import { partNames } from './profile-parts.ts';
import type { PartName, Profile } from './profile-parts.ts';

const parts: Readonly<Record<PartName, ComponentType<PartProps>>> = {
  about: AboutPart,
  study: StudyPart,
  residence: ResidencePart,
  availability: AvailabilityPart,
  languages: LanguagesPart,
  skills: SkillsPart,
  wishes: WishesPart,
  consents: ConsentsPart,
};

/** One part of the profile. Saving sends the whole profile with this part changed, for the version that was read. */
function OnePart(props: { part: PartName }) {
  const t = useT('profile');
  const p = useT('parts');
  const call = useClient();
  const { route } = useLocation();
  const profile = useResource('getProfile');
  const saving = useAction((body: Profile, version: number) =>
    call('saveProfile', { body, ifMatch: version }),
  );
  const Fields = parts[props.part];
  return (
    <Page title={p(props.part)} back={{ href: '/student/profile', label: t('back') }} narrow>
      <Fresh of={profile} lines={6}>
        {(data) => {
          const save = async (change: Profile) => {
            const saved = await saving.run({ ...data.profile, ...change }, data.version);
            if (saved === undefined) return;
            profile.set(saved);
            route('/student/profile');
          };
          return (
            <Fields
              profile={data.profile}
              consentedAt={data.consentedAt}
              save={(change) => void save(change)}
              pending={saving.pending}
              problem={saving.problem}
            />
          );
        }}
      </Fresh>
    </Page>
  );
}

export default function ProfilePart() {
  const t = useT('profile');
  const name = useParam('part');
  const part = partNames.find((one) => one === name);
  if (part !== undefined) return <OnePart key={part} part={part} />;
  return (
    <Page title={t('unknown')} back={{ href: '/student/profile', label: t('back') }} narrow>
      <Empty title={t('unknown')}>{t('unknownBody')}</Empty>
    </Page>
  );
}
