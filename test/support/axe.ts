import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** axe inside the page: there are no frames of others here, for whose sake it would open a window of its own at each look. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}
