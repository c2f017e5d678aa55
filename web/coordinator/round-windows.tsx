import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Done } from '../components/done.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { NeedsCycle } from './needs-cycle.tsx';
import type { RoundTerms } from './round-terms.ts';
import { RoundTermsForm } from './round-terms-form.tsx';

/** The windows of an open supplementary round, to be changed. */
export default function RoundWindows() {
  const t = useT('supplementary');
  const call = useClient();
  const params = { roundId: useParam('roundId') };
  const round = orNoPage(useResource('getRound', { params }));
  const [saved, setSaved] = useState(false);
  const save = useAction(async (body: RoundTerms, version: number) => {
    setSaved(false);
    round.set(await call('changeRoundTerms', { params, body, ifMatch: version }));
    setSaved(true);
  });
  return (
    <Page title={t('step.termsTitle')} back={{ href: `/coordinator/rounds/${params.roundId}` }} compact>
      <NeedsCycle>
        {(cycle) => (
          <Loaded of={round} lines={6}>
            {({ terms, version }) => (
              <>
                {saved && <Done tone="good">{t('step.saved')}</Done>}
                <RoundTermsForm
                  cycle={cycle}
                  terms={terms}
                  submit={t('step.save')}
                  pending={save.pending}
                  problem={save.problem}
                  onSave={(body) => void save.run(body, version)}
                />
              </>
            )}
          </Loaded>
        )}
      </NeedsCycle>
    </Page>
  );
}
