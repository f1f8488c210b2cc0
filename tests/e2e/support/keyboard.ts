import type { Page } from "@playwright/test";

/** Tabs until what is wanted has the focus: its name, or for a field of a group the legend and its own word. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const legend = element?.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const label = isField ? element.labels?.[0]?.textContent : "";
      const own = element?.getAttribute("aria-label") ?? (label || element?.textContent) ?? "";
      return `${legend} ${own}`.replaceAll(/\s+/g, " ").trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${name} takes the focus`);
}
