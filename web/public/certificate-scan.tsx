import { useEffect, useRef, useState } from 'preact/hooks';
import { readCode } from '../../matching/certificate/code.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** The browser's own reader of codes (Shape Detection API); not every browser has it. */
interface Detector {
  detect: (from: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>;
}
declare global {
  // oxlint-disable-next-line vars-on-top, no-var -- the form that the compiler wants for a global
  var BarcodeDetector: (new (options: { formats: readonly string[] }) => Detector) | undefined;
}

const everyMs = 250;

/** The code in what a QR code holds: the address of a certificate's page, or the code itself. */
const codeIn = (text: string): string | undefined => readCode(text.slice(text.lastIndexOf('/') + 1));

function Camera(props: { onCode: (code: string) => void }) {
  const t = useT('certificate');
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<'scanRefused' | 'scanOther'>();
  const found = useRef(props.onCode);
  found.current = props.onCode;
  useEffect(() => {
    const reader = BarcodeDetector && new BarcodeDetector({ formats: ['qr_code'] });
    let stream: MediaStream | undefined;
    let over = false;
    const look = async () => {
      if (video.current === null || reader === undefined) return;
      const [seen] = await reader.detect(video.current).catch(() => []);
      if (over || seen === undefined) return;
      const code = codeIn(seen.rawValue);
      if (code === undefined) setTrouble('scanOther');
      else found.current(code);
    };
    const timer = setInterval(() => void look(), everyMs);
    const begin = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      } catch {
        setTrouble('scanRefused');
        return;
      }
      if (over) for (const track of stream.getTracks()) track.stop();
      else if (video.current !== null) video.current.srcObject = stream;
    };
    void begin();
    return () => {
      over = true;
      clearInterval(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <div class="scan">
      <p>{t('scanning')}</p>
      <video ref={video} autoplay playsInline muted aria-label={t('scanning')} />
      {trouble !== undefined && (
        <Notice tone="warn" live>
          {t(trouble)}
        </Notice>
      )}
    </div>
  );
}

/** Offered only where the browser can read QR codes by itself. */
export function CertificateScan(props: { onCode: (code: string) => void }) {
  const t = useT('certificate');
  const [open, setOpen] = useState(false);
  if (globalThis.BarcodeDetector === undefined || navigator.mediaDevices === undefined) return null;
  return (
    <div>
      <Button kind="quiet" pressed={open} onClick={() => setOpen(!open)}>
        {t(open ? 'scanStop' : 'scan')}
      </Button>
      {open && <Camera onCode={props.onCode} />}
    </div>
  );
}
