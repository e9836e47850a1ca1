import "i18next";
import type { vi } from "./vi.ts";

// Wrong keys and missing arguments become type errors.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    returnNull: false;
    resources: { translation: typeof vi };
  }
}
