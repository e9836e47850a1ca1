import { BackupSection } from "../features/backup/index.tsx";
import { SettingsPage } from "../features/settings/index.tsx";

/** Settings with the section that is a feature of its own: one feature never imports another. */
export function SettingsRoute() {
  return <SettingsPage backup={<BackupSection />} />;
}
