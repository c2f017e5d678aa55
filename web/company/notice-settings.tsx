import { NoticeSettings } from '../notices/settings.tsx';

export default function NoticeSettingsPage() {
  return <NoticeSettings back="/company/notices" />;
}
