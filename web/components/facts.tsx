import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';

export { Figure } from './figure.tsx';

/** Names and values: `<Facts of={[['Seats', 3], ['Pay', …]]} />`. Empty values are left out. */
export function FactList(props: { of: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {props.of
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A hash, seed or id, with a button that copies it. */
export function CopyText(props: { text: string; label: string }) {
  const t = useT('shared');
  const [copied, setCopied] = useState(false);
  return (
    <span class="copy">
      <code>{props.text}</code>
      <Button
        kind="quiet"
        label={`${t('copy.copy')} ${props.label}`}
        onClick={() => void navigator.clipboard.writeText(props.text).then(() => setCopied(true))}
      >
        {t(copied ? 'copy.copied' : 'copy.copy')}
      </Button>
    </span>
  );
}
