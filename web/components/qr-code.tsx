import { useEffect, useState } from 'preact/hooks';

/** The modules of a code as one path, a square of one unit each. */
const pathOf = (code: { size: number; get: (x: number, y: number) => boolean }): string => {
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return path;
};

const quiet = 4;

/** A text as a QR code, dark on white also at night: cameras want it so. What makes it is brought when it is needed. */
export function QrCode(props: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string }>();
  useEffect(() => {
    let wanted = true;
    const draw = async () => {
      const { generate } = await import('lean-qr');
      const code = generate(props.text);
      if (wanted) setDrawn({ size: code.size, path: pathOf(code) });
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [props.text]);
  if (drawn === undefined) return <div class="qr" />;
  const whole = drawn.size + 2 * quiet;
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}>
      <rect x={-quiet} y={-quiet} width={whole} height={whole} fill="#fff" />
      <path d={drawn.path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
