import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ToastRegion } from "../../renderer/components/Toast.tsx";
import { WidgetWordsContext } from "../../renderer/components/widget-words.ts";
import { FieldsPage } from "./FieldsPage.tsx";
import { GridPage } from "./GridPage.tsx";
import { gallerySection } from "./gallery-section.ts";
import { galleryWords } from "./gallery-words.ts";
import { TablePage } from "./TablePage.tsx";
import { WidgetsPage } from "./WidgetsPage.tsx";
import "../../renderer/app/base.css";
import "./gallery.css";

const PAGES = { widgets: WidgetsPage, fields: FieldsPage, table: TablePage, grid: GridPage } as const;

const root = document.getElementById("root");
if (!root) throw new Error("no #root");
const section = gallerySection(location.hash);
const Page = PAGES[section];
window.addEventListener("hashchange", () => location.reload());
createRoot(root).render(
  <StrictMode>
    <WidgetWordsContext value={galleryWords}>
      <nav className="gallery-nav" aria-label="Trang">
        {Object.keys(PAGES).map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === section ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <main className="page gallery-page">
        <Page />
      </main>
      <ToastRegion />
    </WidgetWordsContext>
  </StrictMode>,
);
