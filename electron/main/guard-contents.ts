// Puts the decisions of policy/ on whatever Electron makes (security.md E3, E6, E8).
import type { Event, Session, WebContents } from "electron";
import { allowNavigation, allowRequest } from "./policy/origin.ts";
import { allowPermission } from "./policy/permissions.ts";

export function guardSession(session: Session, isPackaged: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !allowRequest(details.url, isPackaged) }),
  );
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowPermission(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowPermission(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setUSBProtectedClassesHandler(() => []);
  for (const choice of ["select-hid-device", "select-serial-port", "select-usb-device"] as const)
    session.on(choice as "select-hid-device", (event: Event) => event.preventDefault());
}

export function guardContents(contents: WebContents): void {
  const stay = (event: Event<{ url: string }>) => {
    if (!allowNavigation(event.url)) event.preventDefault();
  };
  contents.on("will-navigate", stay);
  contents.on("will-frame-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
