/** Paths on a 16 × 16 grid, drawn as strokes. */
const paths = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  warn: 'M8 2.2l6.3 11.3H1.7zM8 6.6v3.2M8 11.6v.2',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4zM8 7.2v4M8 4.8v.2',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4zM8 4.4v3.8l2.6 1.6',
  dot: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5z',
  up: 'M8 13V3.4M3.8 7.4L8 3.2l4.2 4.2',
  down: 'M8 3v9.6M3.8 8.6L8 12.8l4.2-4.2',
  right: 'M3 8h9.6M8.6 3.8L12.8 8l-4.2 4.2',
  left: 'M13 8H3.4M7.4 3.8L3.2 8l4.2 4.2',
  grip: 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4L14 14',
  lock: 'M4 7.2h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  undo: 'M3 6.2h6.2a3.6 3.6 0 0 1 0 7.2H6M5.8 3.2L2.8 6.2l3 3',
  star: 'M8 2l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.8l-3.8 2 .7-4.3-3.1-3 4.3-.6z',
  starred: 'M8 2l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.8l-3.8 2 .7-4.3-3.1-3 4.3-.6zM8 4.5v6M6 7h4M6 9h4',
  none: 'M4 8h8',
  bell: 'M3.5 11.5h9L11.3 9.6V7a3.3 3.3 0 0 0-6.6 0v2.6zM6.6 13.6h2.8',
  equal: 'M3 6h10M3 10h10',
} as const;
export type IconName = keyof typeof paths;

/** Always beside a word; never the only sign of something. */
export function Icon(props: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  );
}
