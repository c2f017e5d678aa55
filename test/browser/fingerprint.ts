/** A picture as blocks, row by row: the mean colour of each, three numbers from 0 to 255. */
export interface Picture {
  width: number;
  height: number;
  colours: readonly number[];
}

/**
 * A block is another one when a colour of it is farther off than this: so many steps of 255, and a share of what it
 * differed from the page's ground by. A typeface whose strokes are thinner makes all text paler by such a share.
 */
const tolerated = { steps: 9, share: 0.35 };
/** The last button of 44 px that is gone is at least as many blocks; a date in other digits is fewer. */
const forgiven = 5;

const channels = [0, 1, 2] as const;

/** The colour that most of a picture has. */
const groundOf = ({ colours }: Picture): readonly number[] => {
  const counts = new Map<string, number>();
  for (let at = 0; at < colours.length; at += 3) {
    const colour = colours.slice(at, at + 3).join(' ');
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return (most?.[0] ?? '').split(' ').map(Number);
};

/** The blocks that a reader would see to be others. */
export const differences = (stored: Picture, now: Picture): number[] => {
  const all = Array.from({ length: now.width * now.height }, (_, block) => block);
  if (stored.width !== now.width || stored.height !== now.height) return all;
  const ground = groundOf(stored);
  return all.filter((block) =>
    channels.some((channel) => {
      const was = stored.colours[block * 3 + channel] ?? 0;
      const is = now.colours[block * 3 + channel] ?? 0;
      const contrast = Math.abs(was - (ground[channel] ?? 0));
      return Math.abs(is - was) > tolerated.steps + tolerated.share * contrast;
    }),
  );
};

export const isAnother = (stored: Picture, now: Picture): boolean =>
  differences(stored, now).length > forgiven;
