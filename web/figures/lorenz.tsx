/** The Lorenz curve under the line that it would be if all had the same. */
export function Lorenz(props: { curve: readonly number[]; label: string }) {
  const steps = Math.max(1, props.curve.length - 1);
  const points = props.curve.map((share, at) => `${(at / steps) * 100},${100 - share * 100}`);
  return (
    <svg class="lorenz" viewBox="-2 -2 104 104" role="img" aria-label={props.label}>
      <polygon points={[...points, '100,100'].join(' ')} />
      <polyline class="even" points="0,100 100,0" />
      <polyline class="curve" points={points.join(' ')} />
      <path class="axes" d="M0 0V100H100" />
    </svg>
  );
}
