import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readPdf } from "@/tests/support/read-pdf";
import { readSpreadsheet, unzipped } from "@/tests/support/read-spreadsheet";
import { readWorkbook } from "@/tests/support/read-workbook";
import { faultsOf } from "./support/axe";
import { addDays, expect, signInAs, test, today } from "./support/test";

const files = "/pilotage/rapport/exports";

/** What a link of the page downloads, by the browser itself. */
async function downloaded(page: Page, name: string | RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).first().click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The whole month before the last one: all of it is over. */
async function aMonthAgo(page: Page): Promise<string> {
  return addDays(await today(page), -40);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("each format of a month is downloaded, and another program reads it", async ({ page }) => {
    await signInAs(page, "staff", "/pilotage");
    const around = await aMonthAgo(page);
    await page.goto(`${files}?periode=month&jour=${around}`);
    const csv = await downloaded(page, "CSV");
    expect(csv.name).toMatch(/^rapport-\d{4}-\d{2}-01-\d{4}-\d{2}-\d{2}\.csv$/);
    const text = csv.bytes.toString("utf8");
    expect(text.startsWith("\ufeffnumero;indicateur;")).toBe(true);
    expect((await downloaded(page, /^Dictionnaire/)).name).toMatch(/-dictionnaire\.csv$/);
    const ods = readSpreadsheet((await downloaded(page, /ODS/)).bytes);
    const xlsx = readWorkbook((await downloaded(page, /XLSX/)).bytes);
    const rows = text.trimEnd().split("\r\n").length;
    expect([ods.sheets[0]?.rows.length, xlsx.sheets[0]?.rows.length]).toEqual([rows, rows]);
    expect([ods.sheets[0]?.formulas, xlsx.sheets[0]?.formulas]).toEqual([[], []]);
    const pdf = await readPdf((await downloaded(page, /PDF/)).bytes);
    expect(pdf.info).toMatchObject({ Language: "fr" });
    expect(pdf.roles).toEqual(expect.arrayContaining(["H1", "H2", "TOC", "Table", "TH", "TD"]));
    expect(pdf.text).toContain("Personnes différentes");
    const json: { schema: string; figures: unknown[] } = JSON.parse(
      (await downloaded(page, "JSON")).bytes.toString("utf8"),
    );
    expect([json.schema, json.figures.length]).toEqual(["cowloting-report/1", rows - 1]);
  });

  test("three years are prepared, followed by a link, and downloaded whole", async ({ page }) => {
    test.setTimeout(120_000);
    await signInAs(page, "staff", "/pilotage");
    const last = addDays(await today(page), -1);
    const period = `periode=dates&du=${addDays(last, -800)}&au=${last}`;
    // Asked for at once it is not made: the page has it prepared.
    await page.goto(`/pilotage/rapport/export/pdf?${period}`);
    await expect(page).toHaveURL(new RegExp(`^[^?]*${files}\\?`));
    await page.getByRole("button", { name: "Préparer tous les fichiers" }).click();
    const line = page.locator(".preparations > li").first();
    await expect(async () => {
      if (await page.getByRole("link", { name: "Actualiser" }).isVisible()) {
        await page.getByRole("link", { name: "Actualiser" }).click();
      }
      await expect(line).toContainText("Prêt.", { timeout: 500 });
    }).toPass({ timeout: 90_000 });
    const { name, bytes } = await downloaded(page, /ZIP/);
    expect(name).toMatch(/\.zip$/);
    const names = unzipped(bytes).map((file) => file.name);
    expect(names.filter((each) => each.endsWith(".pdf")).length).toBeGreaterThan(2);
    const address = await line.getByRole("link", { name: /PDF/ }).getAttribute("href");
    await signInAs(page, "member");
    expect((await page.request.get(address ?? "")).status()).toBe(404);
    await signInAs(page, "admin");
    expect((await page.request.get(address ?? "")).status()).toBe(200);
  });

  test("a list of names is opened with a reason, journalled, printed, and nobody else’s", async ({
    page,
  }) => {
    const reason = `Contrôle de la Région, convention ${Date.now()}`;
    await signInAs(page, "staff", "/pilotage/rapport/emargement");
    const space = page.locator("form", { has: page.getByLabel("Du", { exact: true }) });
    await space.getByLabel("Motif").fill("oui");
    await space.getByRole("button", { name: "Ouvrir la liste" }).click();
    await expect(page.getByText("dix lettres au moins").first()).toBeVisible();
    await expect(space.getByLabel("Motif")).toHaveValue("oui");
    await space.getByLabel("Motif").fill(reason);
    await space.getByRole("button", { name: "Ouvrir la liste" }).click();
    await expect(page).toHaveURL(/emargement\/[\w-]{36}$/);
    await expect(page.getByText(reason)).toBeVisible();
    expect(await page.getByRole("row").count()).toBeGreaterThan(3);
    const answer = await page.request.get(page.url());
    expect(answer.headers()["cache-control"]).toContain("no-store");
    const sheet = await page.request.get(`${page.url()}/feuille`);
    expect(sheet.headers()["cache-control"]).toBe("private, no-store");
    const pdf = await readPdf(await sheet.body());
    expect(pdf.text).toContain("Signature");
    expect(pdf.roles).toContain("Table");
    const opened = page.url();
    for (const role of ["admin", "host", "member"] as const) {
      await signInAs(page, role);
      expect((await page.request.get(opened)).status()).toBe(404);
      expect((await page.request.get(`${opened}/feuille`)).status()).toBe(404);
    }
    await signInAs(page, "admin", "/pilotage/journal?action=attendance_list.opened");
    await expect(page.getByText(reason).first()).toBeVisible();
  });
});

test("what cannot be is said in words, and to nobody who may not read reports", async ({
  page,
}) => {
  await signInAs(page, "staff");
  const never = "/pilotage/rapport/export/csv?periode=dates&du=2026-05-02&au=2026-05-01";
  const answer = await page.request.get(never);
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain("Cette période ne se lit pas");
  const format = await page.request.get("/pilotage/rapport/export/doc");
  expect([format.status(), (await format.text()).includes("xlsx")]).toEqual([400, true]);
  const pack = await page.request.get("/pilotage/rapport/financeurs/leader-feder/export/doc");
  expect(pack.status()).toBe(400);
  expect((await page.request.get("/pilotage/rapport/financeurs/personne")).status()).toBe(404);
  for (const role of ["member", "host"] as const) {
    await signInAs(page, role);
    for (const address of [
      ...[never, files, "/pilotage/rapport/export/csv", `${files}/version`],
      ...["/pilotage/rapport/financeurs", "/pilotage/rapport/financeurs/leader-feder"],
      "/pilotage/rapport/financeurs/leader-feder/export/csv",
      "/pilotage/rapport/emargement",
    ]) {
      expect([address, (await page.request.get(address)).status()]).toEqual([address, 404]);
    }
  }
});

test("a funder’s lines are read on a page and in the same words in each file", async ({ page }) => {
  await signInAs(page, "staff");
  const around = await aMonthAgo(page);
  await page.goto("/pilotage/rapport/financeurs");
  await page.getByRole("link", { name: "LEADER et FEDER" }).click();
  await expect(page).toHaveURL(/leader-feder$/);
  await page.goto(`${page.url()}?periode=month&jour=${around}`);
  const table = page.getByRole("table");
  const jobs = table.getByRole("row", { name: /Emplois créés ou maintenus/ });
  await expect(jobs).toContainText("pas encore recueilli");
  await expect(table.getByRole("row", { name: /Population rurale/ })).toContainText(
    "non recueilli",
  );
  const lines = (await table.getByRole("row").count()) - 1;
  const xlsx = readWorkbook((await downloaded(page, /XLSX/)).bytes);
  expect(xlsx.sheets[0]?.rows).toHaveLength(lines + 1);
  const ods = readSpreadsheet((await downloaded(page, /ODS/)).bytes);
  expect(ods.sheets[0]?.rows).toHaveLength(lines + 1);
  const pdf = await readPdf((await downloaded(page, /PDF/)).bytes);
  expect(pdf.text).toContain("Emplois créés ou maintenus");
  const csv = (await downloaded(page, /CSV/)).bytes.toString("utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(lines + 1);
});

test("an opened list is read on a phone, in the dark and on paper", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/rapport/emargement");
  await page.getByLabel("Motif").last().fill("Contrôle de la Région, convention 2026-118");
  await page.getByRole("button", { name: "Ouvrir la liste" }).last().click();
  await expect(page).toHaveURL(/emargement\/[\w-]{36}$/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await faultsOf(page)).toEqual([]);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("link", { name: "Feuille à signer (PDF)" })).toBeHidden();
});
