// Passes one port to the page and exposes nothing else (security.md E11).
import { ipcRenderer } from "electron";

ipcRenderer.on("port", (event) => {
  const [port] = event.ports;
  if (port) window.postMessage("port", location.origin, [port]);
});
window.addEventListener("DOMContentLoaded", () => ipcRenderer.send("connect"), { once: true });
