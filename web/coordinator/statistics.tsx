import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { ChooseCycle } from '../figures/choose-cycle.tsx';
import { AsOf, NothingCounted } from '../figures/counted.tsx';
import { useCount } from '../figures/use-count.ts';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { NeedsCycle } from './needs-cycle.tsx';
import { ChoicesPicture } from './statistics-choices.tsx';
import { ExposurePicture } from './statistics-exposure.tsx';
import { FunnelPicture } from './statistics-funnel.tsx';
import { HeatPicture } from './statistics-heat.tsx';
import { ResponsePicture } from './statistics-response.tsx';
import { ZonesPicture } from './statistics-zones.tsx';

export type Counted = NonNullable<Result<'getStatistics'>['counted']>;
/** What each picture is given. */
export interface PictureProps {
  of: Counted;
  cycleId: string;
}

function Workbook(props: { cycleId: string }) {
  const t = useT('statistics');
  const { lang } = useLang();
  const call = useClient();
  const download = useAction(async () => {
    const file = await call('getStatisticsWorkbook', { params: { cycleId: props.cycleId }, query: { lang } });
    saveFile(file, `statistics-${lang}.xlsx`);
  });
  return (
    <>
      <ProblemNotice problem={download.problem} />
      <Button kind="quiet" icon="down" pending={download.pending} onClick={() => void download.run()}>
        {t('workbook')}
      </Button>
    </>
  );
}

function OfCycle(props: { current: Cycle }) {
  const cycleId = useQuery().one('cycle') ?? props.current.id;
  const read = useResource('getStatistics', { params: { cycleId } });
  const count = useCount(read, cycleId);
  return (
    <>
      <ChooseCycle current={props.current} />
      <Loaded of={read} lines={8}>
        {({ counted, ...state }) => (
          <>
            <AsOf
              state={state}
              count={count}
              over={counted?.phase === 'closed' || counted?.phase === 'archived'}
            />
            {counted === undefined ? (
              <NothingCounted />
            ) : (
              <>
                <Workbook cycleId={cycleId} />
                {[
                  FunnelPicture,
                  HeatPicture,
                  ZonesPicture,
                  ChoicesPicture,
                  ResponsePicture,
                  ExposurePicture,
                ].map((Picture) => (
                  <Picture key={Picture.name} of={counted} cycleId={cycleId} />
                ))}
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

export default function StatisticsPage() {
  const t = useT('statistics');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <NeedsCycle>{(cycle) => <OfCycle current={cycle} />}</NeedsCycle>
    </Page>
  );
}
