// Passes the window's two ports across, when the page asks, and exposes nothing else (security.md E11).
import { ipcRenderer } from "electron";

// The page asks, because only it knows when it listens; a reload asks again.
window.addEventListener("message", (event) => {
  if (event.source === window && event.data === "connect") ipcRenderer.send("connect");
});
ipcRenderer.on("ports", (event) => window.postMessage("ports", location.origin, [...event.ports]));
