import { correction, generate } from 'lean-qr';

/** The dark modules of a QR code as one SVG path, a unit a module, and how many modules it is wide. */
export const qrPath = (text: string): { path: string; size: number } => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const { size } = code;
  const parts: string[] = [];
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      let length = 0;
      while (code.get(x + length, y)) length += 1;
      if (length > 0) parts.push(`M${x} ${y}h${length}v1h-${length}z`);
      x += length;
    }
  return { path: parts.join(''), size };
};
