import { Receipt } from '../components/receipt.tsx';
import { ChoicesInWords } from './choices-in-words.tsx';
import type { RankListView } from './rank-list-options.ts';

/** The receipt of the list that counts, whatever is being ordered above it. */
export function CertifiedChoices(props: { list: RankListView }) {
  const { certified } = props.list;
  return (
    <Receipt of={props.list} heading="h2">
      {certified !== undefined && <ChoicesInWords list={props.list} ids={certified} />}
    </Receipt>
  );
}
