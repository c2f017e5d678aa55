import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { CertifiedChoices } from './certified-choices.tsx';
import type { RankListView } from './rank-list-options.ts';

/** A list that can no longer be ordered: what was certified last is what counts. */
export function RankListFixed(props: { list: RankListView }) {
  const t = useT('student');
  const { certified } = props.list;
  return (
    <>
      <Notice tone={certified === undefined ? 'warn' : 'good'}>
        {t(certified === undefined ? 'rankList.lockedNone' : 'rankList.locked')}
      </Notice>
      <CertifiedChoices list={props.list} />
    </>
  );
}
