/** Paths on a 16 × 16 grid, drawn as strokes. */
const paths = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  warn: 'M8 2.2l6.3 11.3H1.7zM8 6.6v3.2M8 11.6v.2',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4zM8 7.2v4M8 4.8v.2',
  dot: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5z',
  up: 'M8 13V3.4M3.8 7.4L8 3.2l4.2 4.2',
  down: 'M8 3v9.6M3.8 8.6L8 12.8l4.2-4.2',
  left: 'M13 8H3.4M7.4 3.8L3.2 8l4.2 4.2',
  none: 'M4 8h8',
} as const;
/** One of those that many pages show, or what a page draws itself on the same grid. */
export type IconName = keyof typeof paths | `M${string}`;

const isNamed = (name: IconName): name is keyof typeof paths => Object.hasOwn(paths, name);

/** Always beside a word; never the only sign of something. */
export function Icon(props: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={isNamed(props.name) ? paths[props.name] : props.name} />
    </svg>
  );
}
