import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LINK, sessionToken } from "./api/session.ts";
import { Providers } from "./app/Providers.tsx";
import { startText } from "./text/start-text.ts";
import "./app/base.css";
import "./app/shell.css";
import "./app/page.css";

// A new link opened in a window that already has one changes only the hash: begin again with it.
window.addEventListener("hashchange", () => {
  if (LINK.test(location.hash)) location.reload();
});

// The one-time word of the link stands in the hash: it must be used and gone before the router reads its address there.
await Promise.all([startText(), sessionToken()]);
const { router } = await import("./app/routes.tsx");

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
