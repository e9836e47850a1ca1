import { RestoreWay } from "../features/backup/index.tsx";
import { WelcomePage } from "../features/welcome/index.tsx";

/** The welcome page with the way of whoever comes with a backup. */
export function WelcomeRoute() {
  return <WelcomePage restore={<RestoreWay />} />;
}
