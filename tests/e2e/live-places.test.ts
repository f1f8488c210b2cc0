import type { Page } from "@playwright/test";
import { addDays, expect, type Role, signInAs, test, today } from "./support/test";

const space = "la-cale";

/** Opens a page and waits until it knows what there was then. */
async function open(page: Page, address: string): Promise<void> {
  const first = page.waitForResponse((response) => response.url().includes("/version?"));
  await page.goto(address);
  await first;
}

/** The question asked before its time, as by whoever comes back to a page; it is never loaded again. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

type Elsewhere = (role: Role, address: string, act: (page: Page) => Promise<void>) => Promise<void>;

/** What somebody else does meanwhile, in a browser of their own. */
const withElsewhere = test.extend<{ elsewhere: Elsewhere }>({
  elsewhere: async ({ browser, baseURL }, use) => {
    await use(async (role, address, act) => {
      const options = { locale: "fr-FR", ...(baseURL ? { baseURL } : {}) };
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await signInAs(page, role, address);
      await act(page);
      await context.close();
    });
  },
});

async function book(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
}

withElsewhere(
  "a cell of the week taken by somebody else says so without a reload, and keeps the focus",
  async ({ page, elsewhere }) => {
    const day = addDays(await today(page), 14);
    await open(page, `/lieux/${space}/semaine?du=${day}`);
    const grid = page.getByRole("grid");
    const cell = grid.getByRole("link", { name: /, matin, libre, réserver$/ }).first();
    const address = (await cell.getAttribute("href")) ?? "";
    const words = (await cell.getAttribute("aria-label")) ?? "";
    await cell.focus();
    await elsewhere("staff", address, book);
    await lookAgain(page);
    const taken = `${words.replace(/, libre, réserver$/, "")}, pris`;
    await expect(grid.getByText(taken)).toHaveCount(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(taken);
  },
);

withElsewhere(
  "a desk taken while one hesitates: another choice is kept, one’s own says so and books nothing else",
  async ({ page, elsewhere }) => {
    const day = addDays(await today(page), 15);
    const address = `/reserver?lieu=${space}&jour=${day}&moment=morning`;
    await signInAs(page, "member");
    await open(page, address);
    const options = page.getByRole("group", { name: "Quel poste" }).locator("label.option");
    const [theirLabel, label] = [options.nth(2), options.nth(3)];
    const [theirs, mine] = [theirLabel.getByRole("radio"), label.getByRole("radio")];
    const name = (await label.locator("b").textContent()) ?? "";
    await mine.check();

    await elsewhere("staff", `${address}&poste=${await theirs.getAttribute("value")}`, book);
    await lookAgain(page);
    await expect(theirLabel).toContainText("pris");
    await expect(mine).toBeChecked();
    await expect(mine).toBeFocused();
    await expect(page.getByText(/vient d’être pris/)).toHaveCount(0);

    await elsewhere("host", `${address}&poste=${await mine.getAttribute("value")}`, book);
    await lookAgain(page);
    await expect(
      page.getByText(`${name} vient d’être pris. Choisissez une autre place.`),
    ).toBeVisible();
    await expect(mine).toBeChecked();
    await expect(mine).toBeFocused();
    await page.getByRole("button", { name: "Réserver cette place" }).click();
    await expect(page.getByText("Cette place vient d’être prise.")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`jour=${day}`));
  },
);

withElsewhere(
  "a day closed while one hesitates is not replaced by another under the finger",
  async ({ page, elsewhere }) => {
    const day = addDays(await today(page), 20);
    await signInAs(page, "member");
    await open(page, `/reserver?lieu=${space}&jour=${day}&moment=day`);
    const button = page.getByRole("button", { name: "Réserver cette place" });
    await button.focus();
    await elsewhere("admin", `/hote/${space}/fermer?jour=${day}&moment=day`, async (host) => {
      await host.getByRole("textbox", { name: "Motif" }).fill("Panne de chauffage");
      await host.getByRole("button", { name: /^Fermer/ }).click();
      await expect(host.getByText(/^C’est fermé/)).toBeVisible();
    });
    await lookAgain(page);
    await expect(page.getByText(/plus rien n’est possible\. Rien n’a été réservé/)).toBeVisible();
    await expect(button).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("FIELDSET");
    await page.getByRole("link", { name: /^Voir les places du / }).click();
    await expect(button).toBeVisible();
  },
);

test("the version of what is free has no name in it, and is 304 as long as nothing changes", async ({
  page,
}) => {
  const day = addDays(await today(page), 60);
  const address = `/lieux/${space}/version?du=${day}&au=${day}`;
  const first = await page.request.get(address);
  expect(await first.json()).toEqual({ version: expect.stringMatching(/^[0-9a-f]{32}$/) });
  const headers = { "if-none-match": first.headers()["etag"] ?? "" };
  const again = await page.request.get(address, { headers });
  expect(again.status()).toBe(304);
  expect(await again.text()).toBe("");
});
