import { homedir, userInfo } from "node:os";
import { posix, win32 } from "node:path";

/** Where an office lives when nobody says otherwise; never a roaming or shared folder. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = ownHome(),
): string {
  if (platform === "win32")
    return win32.join(env["LOCALAPPDATA"] || win32.join(home, "AppData", "Local"), "SoCongDoan");
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "SoCongDoan");
  // The specification of XDG: a relative path there is to be ignored.
  const named = env["XDG_DATA_HOME"] ?? "";
  return posix.join(posix.isAbsolute(named) ? named : posix.join(home, ".local", "share"), "so-cong-doan");
}

/** `homedir()` believes an empty HOME, and the office would land in the current folder. */
function ownHome(): string {
  return homedir() || userInfo().homedir;
}
