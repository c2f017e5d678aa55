import { useEffect, useRef } from 'preact/hooks';
import { Notice, type NoticeProps } from './notice.tsx';

/** What the person has just done: comes into view, with the focus, for what they pressed may be far off or gone. */
export function Done(props: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A dialog that closes at the same time first gives the focus back to what opened it.
    const timer = setTimeout(() => box.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <div tabIndex={-1} ref={box}>
      <Notice {...props} live />
    </div>
  );
}
