import { useState } from 'preact/hooks';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Panel } from '../components/page.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';

export interface Decision<To extends string> {
  to: To;
  label: string;
  /** A decision in favour is confirmed; one against says why. */
  favours: boolean;
  kind: 'primary' | 'quiet' | 'danger';
}

/** What a coordinator can decide now about a company or a posting. */
export function Decide<To extends string>(props: {
  possible: readonly Decision<To>[];
  /** What a decision in favour means, before it is confirmed. */
  means: string;
  reasonHint: string;
  move: (to: To, reason?: string) => Promise<void>;
}) {
  const t = useT('coordinator');
  const [asked, setAsked] = useState<Decision<To>>();
  const move = useAction(async (to: To, reason?: string) => {
    await props.move(to, reason);
    setAsked(undefined);
  });
  const close = () => setAsked(undefined);
  const run = (reason?: string) => {
    if (asked !== undefined) void move.run(asked.to, reason);
  };
  if (props.possible.length === 0) return null;
  const label = asked?.label ?? '';
  return (
    <Panel title={t('company.decide')}>
      <div class="row">
        {props.possible.map((decision) => (
          <Button key={decision.to} kind={decision.kind} onClick={() => setAsked(decision)}>
            {decision.label}
          </Button>
        ))}
      </div>
      <Confirm
        open={asked?.favours === true}
        title={label}
        confirm={label}
        action={move}
        onConfirm={() => run()}
        onClose={close}
      >
        <p>{props.means}</p>
      </Confirm>
      <ReasonDialog
        open={asked?.favours === false}
        title={label}
        label={t('company.reason')}
        hint={props.reasonHint}
        submit={label}
        action={move}
        onSubmit={run}
        onClose={close}
      />
    </Panel>
  );
}
