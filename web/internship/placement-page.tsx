import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { Internship } from './internship.tsx';
import type { Reader } from './placement.ts';

/** The page of one internship, for a company or a coordinator. */
export function PlacementPage(props: { reader: Reader; back: { href: string; label: string } }) {
  const t = useT('internship');
  const say = useBilingual();
  const placement = orNoPage(
    useResource('getPlacement', { params: { placementId: useParam('placementId') } }),
  );
  const { data } = placement;
  return (
    <Page
      title={data === undefined ? t('title') : data.studentName}
      {...(data !== undefined && { lead: say(data.title) })}
      back={props.back}
      narrow
    >
      <Loaded of={placement} lines={10}>
        {(read) => <Internship placement={read} reader={props.reader} onChanged={placement.set} />}
      </Loaded>
    </Page>
  );
}
