import { Notices } from '../notices/notices.tsx';

export default function NoticesPage() {
  return <Notices settings="/company/notices/settings" />;
}
