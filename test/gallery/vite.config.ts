// Builds and serves the gallery under the same content security policy as the product (security.md E5).
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; media-src 'none'; base-uri 'none'; form-action 'none'";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  cacheDir: "../../node_modules/.vite-gallery",
  plugins: [react()],
  build: { target: "chrome140", outDir: "../../dist/gallery", emptyOutDir: true, assetsInlineLimit: 0 },
  preview: { host: "127.0.0.1", headers: { "Content-Security-Policy": policy } },
});
