import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';

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
        icon={saved ? 'starred' : 'star'}
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
