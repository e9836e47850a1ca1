import { homedir } from "node:os";
import { join } from "node:path";

/** Where an office lives when nobody says otherwise; never a roaming or shared folder. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === "win32")
    return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "SoCongDoan");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "SoCongDoan");
  return join(env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "so-cong-doan");
}
