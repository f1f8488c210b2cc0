import type { Page } from "@playwright/test";
import { lastSchoolYear } from "./support/days";
import { expect, signInAs, test } from "./support/test";

/** The school year that is over: months nobody will add to. */
const year = lastSchoolYear();
const february = `${year + 1}-02-01`;
const schoolYear = `/pilotage/rapport?periode=school_year&jour=${february}`;

test("staff read in one minute what the month was, and go on to the detail of the same period", async ({
  page,
}) => {
  await signInAs(page, "staff", "/pilotage");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Usage du réseau, /);
  const findings = page.getByRole("region", { name: "À retenir" });
  await expect(findings.getByRole("listitem").first()).toContainText(
    /des places-créneaux offertes ont été occupées, .* sur /,
  );
  await expect(findings).toContainText(/qu’auparavant|auparavant/);
  await expect(
    page.getByRole("list", { name: "Quatre chiffres" }).getByRole("listitem"),
  ).toHaveCount(4);
  await expect(
    page.getByRole("region", { name: /^La fréquentation/ }).getByRole("img"),
  ).toHaveCount(1);
  const tools = page.getByRole("region", { name: "Outils" });
  await expect(tools.getByRole("heading", { level: 3 })).toHaveText([
    ...["Chiffres", "Enquête", "Réseau, lieux et événements", "Droits et signalements"],
  ]);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("link", { name: "Pointes, demandes non satisfaites, absences" }).click();
  await expect(page).toHaveURL(/\/pilotage\/rapport\?periode=month&jour=.*#famille-demand$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    (title ?? "").replace("Usage du réseau", "Rapport d’usage"),
  );
});

/** A school year is chosen, its heat map read as a table, a figure followed to what it means. */
async function walkSchoolYear(page: Page): Promise<void> {
  await signInAs(page, "staff", "/pilotage/rapport");
  await page.getByLabel("Période", { exact: true }).selectOption({ label: "Année scolaire" });
  await page.getByLabel("Contenant le").fill(february);
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Rapport d’usage, année scolaire ${year}-${year + 1}`,
  );
  const capacity = page.getByRole("region", { name: "Capacité et occupation", exact: true });
  const heat = capacity.getByRole("figure").first();
  await expect(heat.getByRole("img", { name: /^Le réseau\s: Le plus pris/ })).toBeVisible();
  await heat.getByText("Voir le tableau").click();
  const table = heat.getByRole("table", { name: /^Occupation par demi-journée de la semaine/ });
  const tuesday = table.getByRole("row", { name: /^mardi matin/ });
  await expect(tuesday.getByRole("cell").first()).toHaveText(
    /environ \d+\s%\s*[\d\s]+ sur [\d\s]+/,
  );
  await expect(table.getByRole("columnheader")).toHaveCount(8);
  await capacity.getByRole("link", { name: "3. Occupation réelle" }).click();
  await expect(page).toHaveURL(/\/pilotage\/definitions#realOccupancy$/);
  await expect(page.getByRole("article", { name: "Occupation réelle" })).toBeInViewport();
}

test("a school year is chosen, its heat map read as a table, a figure followed to its definition", async ({
  page,
}) => {
  await walkSchoolYear(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is read without a script", async ({ page }) => {
    await walkSchoolYear(page);
    await page.goto("/pilotage?periode=dates&du=2026-03-09&au=2026-03-20");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Usage du réseau, du 9 mars 2026 au 20 mars 2026",
    );
  });
});

test("a period of several years is prepared, not waited for, and the trend is there meanwhile", async ({
  page,
}) => {
  const years = "periode=dates&du=2024-01-01&au=2026-05-31";
  await signInAs(page, "staff", `/pilotage?${years}`);
  const prepare = page.getByRole("region", { name: "Une longue période se prépare" });
  await expect(prepare.getByRole("button", { name: "Préparer tous les fichiers" })).toBeVisible();
  await expect(page.locator("svg.chart")).toBeVisible();
  await page.goto(`/pilotage/rapport?${years}`);
  await expect(prepare).toBeVisible();
});

test("all 28 indicators are there, each with its base, and what is not told says why", async ({
  page,
}) => {
  await signInAs(page, "staff", schoolYear);
  const numbers = () =>
    page
      .locator("main a[href^='/pilotage/definitions#']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("#")[1]));
  // The page comes piece by piece.
  await expect.poll(async () => new Set(await numbers()).size).toBe(28);
  await expect(page.getByText(/^Base\s: Les places-créneaux offertes/).first()).toBeVisible();
  const money = page.getByRole("region", { name: "Recettes", exact: true });
  await expect(money.getByRole("heading", { name: "Pas encore recueilli" })).toBeVisible();
  await expect(money).toContainText("Les recettes ne sont pas encore dans la plateforme");
  const demand = page.getByRole("region", { name: "Demande", exact: true });
  await expect(demand.getByRole("columnheader", { name: "Le réseau" })).toBeVisible();
  await expect(
    page.getByRole("link", { name: /^Bilan\s: ce que l’enquête annonçait/ }),
  ).toHaveAttribute("href", "/pilotage/enquete/bilan");
});

test("on paper: no control, every table unfolded and whole, even from the dark", async ({
  page,
}) => {
  await signInAs(page, "staff", schoolYear);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 1040, height: 720 });
  for (const control of ["Afficher", "Voir le tableau"]) {
    await expect(page.getByText(control, { exact: true }).filter({ visible: true })).toHaveCount(0);
  }
  await expect(page.getByRole("navigation", { name: "Sommaire" })).toBeHidden();
  const tables = page.locator("main table");
  expect(await tables.count()).toBeGreaterThan(10);
  const cut = await tables.evaluateAll((all) =>
    all.flatMap((table) => {
      const { width, right } = table.getBoundingClientRect();
      const box = table.parentElement;
      const isCut = box && getComputedStyle(box).overflowX !== "visible";
      const isWhole = width > 0 && table.checkVisibility() && right <= innerWidth + 1 && !isCut;
      return isWhole
        ? []
        : [`${table.querySelector("caption")?.textContent}: ${width} to ${right}`];
    }),
  );
  expect(cut).toEqual([]);
  // On the screen the wide ones scroll in their own box: the check can fail.
  await page.emulateMedia({ media: "screen" });
  const boxes = await page
    .locator("main .report-scroll")
    .evaluateAll((all) => all.map((box) => getComputedStyle(box).overflowX));
  expect(new Set(boxes)).toEqual(new Set(["auto"]));
});

test("a period that cannot be is refused in words, with what was typed kept", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage?periode=month&jour=2026-02-30");
  await expect(page.getByRole("alert").getByText(/^Ce jour n’existe pas.*Voici /)).toBeVisible();
  await expect(page.getByLabel("Contenant le")).toHaveValue("2026-02-30");
  await page.goto("/pilotage/rapport?periode=dates&du=2026-05-02&au=2026-05-01");
  await expect(
    page.getByRole("alert").getByText(/^Le dernier jour est avant le premier/),
  ).toBeVisible();
  await expect(page.getByLabel("Du", { exact: true })).toHaveValue("2026-05-02");
  await expect(page.getByLabel("Au", { exact: true })).toHaveAccessibleDescription(
    /^Le dernier jour est avant/,
  );
  await page.goto("/pilotage/rapport?periode=year&jour=2190-01-01");
  await expect(page.getByText(/Aucun jour de cette période n’est encore passé/)).toBeVisible();
});

test("a wide table is reached and scrolled by the keyboard, its first column stays", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signInAs(page, "staff", schoolYear);
  const region = page.getByRole("region", { name: /^Présence, réseau et lieux côte à côte/ });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  const header = region.getByRole("rowheader", { name: "Personnes-jours", exact: true });
  const [around, head] = await Promise.all([region.boundingBox(), header.boundingBox()]);
  expect(Math.abs((head?.x ?? 0) - (around?.x ?? -99))).toBeLessThan(2);
});

test("nobody else finds the detail", async ({ page }) => {
  for (const role of ["member", "host"] as const) {
    await signInAs(page, role);
    for (const address of ["/pilotage", "/pilotage/rapport", "/pilotage/rapport?periode=x"]) {
      expect((await page.request.get(address)).status(), address).toBe(404);
    }
  }
});
