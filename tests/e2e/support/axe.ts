import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/** Every rule of WCAG 2.2 A and AA, and what axe holds to be good practice. */
export const everyRule: Rules = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
export type Rules = NonNullable<RunOptions["runOnly"]>;

/**
 * What axe finds in the page as it stands, a line each. It is brought in once a page, and run in the page
 * itself: none of ours has frames, and the policy of the page does not hold for what the browser is told.
 */
export async function faultsOf(page: Page, runOnly: Rules = everyRule): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(axe.source);
  const options: RunOptions = {
    runOnly,
    resultTypes: ["violations"],
    // What only a report needs: style sheets fetched again, the path of each element.
    ...{ preload: false, selectors: false, elementRef: false, iframes: false },
  };
  return page.evaluate(async (given) => {
    const there = window as unknown as { axe: typeof axe };
    const found = await there.axe.run(given);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, options);
}
