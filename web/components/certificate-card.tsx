import { pick } from './bilingual.tsx';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';
import { useCertificateWords } from './certificate-words.ts';

export interface CertificateContent {
  holder: { chinese?: string | undefined; passport?: string | undefined };
  internship: {
    company: { zh?: string | undefined; en?: string | undefined };
    posting: { zh?: string | undefined; en?: string | undefined };
    from: string;
    to: string;
    hoursAWeek: { min: number; max: number };
    programme: { zh?: string | undefined; en?: string | undefined };
  };
}

/** The certificate as it looks, in the reader's language; prints on a page of its own. */
export function CertificateCard(props: { of: CertificateContent; code?: string | undefined }) {
  const t = useT('certificate');
  const f = useFormat();
  const { lang } = useLang();
  const { hours } = useCertificateWords();
  const { holder, internship } = props.of;
  const { company, posting, programme, from, to, hoursAWeek } = internship;
  return (
    <div class="certificate">
      <p class="heading">{t('card.title')}</p>
      <p class="muted" lang={lang === 'zh' ? 'en' : 'zh-CN'}>
        {t('card.other')}
      </p>
      <p class="muted">{t('card.certifies')}</p>
      {holder.chinese !== undefined && (
        <p class="name" lang="zh-CN" dir="auto">
          {holder.chinese}
        </p>
      )}
      {holder.passport !== undefined && (
        <p class="name" lang="en" dir="auto">
          {holder.passport}
        </p>
      )}
      <p>
        {t('card.body', {
          from: f.day(from),
          to: f.day(to),
          company: pick(company, lang).text,
          posting: pick(posting, lang).text,
          hours: hours(hoursAWeek),
        })}
      </p>
      <p class="strong">{pick(programme, lang).text}</p>
      {props.code !== undefined && <code>{props.code}</code>}
    </div>
  );
}
