import type { Page } from "@playwright/test";

/**
 * Tabs until what is wanted has the focus, as somebody without a mouse does: its name, or for a field of
 * a group the legend and its own word.
 */
export async function tabTo(page: Page, name: RegExp, kind: "button" | "" = ""): Promise<void> {
  // Without waiting: a page on its way has nothing focused yet.
  const focused = page.locator(`${kind}:focus`);
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const words = await focused.evaluateAll(([element]) => {
      const legend = element?.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
      const isField =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement;
      const label = isField ? element.labels?.[0]?.textContent : "";
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen; a button may hold words that a choice hides
      const seen = element instanceof HTMLElement ? element.innerText : "";
      const own = element?.getAttribute("aria-label") ?? (label || seen);
      return [own, `${legend} ${own}`].map((text) => text.replaceAll(/\s+/g, " ").trim());
    });
    if (words.some((each) => name.test(each))) return;
  }
  throw new Error(`nothing called ${name} takes the focus`);
}
