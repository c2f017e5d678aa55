import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';

const star = 'M8 2l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.8l-3.8 2 .7-4.3-3.1-3 4.3-.6z';
const starred = 'M8 2l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.8l-3.8 2 .7-4.3-3.1-3 4.3-.6zM8 4.5v6M6 7h4M6 9h4';

/** Saves a posting and takes it away again; what the list said holds until the student presses. */
export function Star(props: { postingId: string; name: string; saved: boolean }) {
  const t = useT('posting');
  const call = useClient();
  const [saved, setSaved] = useState(props.saved);
  useEffect(() => setSaved(props.saved), [props.saved, props.postingId]);
  const params = { postingId: props.postingId };
  const turn = useAction(async () => {
    await (saved ? call('unsavePosting', { params }) : call('savePosting', { params }));
    setSaved(!saved);
  });
  return (
    <div class="star">
      <Button
        kind="quiet"
        icon={saved ? starred : star}
        pressed={saved}
        pending={turn.pending}
        label={t('star.of', { name: props.name })}
        onClick={() => void turn.run()}
      >
        {t(saved ? 'star.saved' : 'star.save')}
      </Button>
      <ProblemNotice problem={turn.problem} />
    </div>
  );
}
