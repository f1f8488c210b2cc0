import { tabTo } from "./support/keyboard";
import { expect, signInAs, test } from "./support/test";

const address = "/pilotage/enquete/diagnostic";

test("what opening somewhere would give is asked with the keyboard alone on a page of 320 pixels", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signInAs(page, "staff", address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Diagnostic de l’enquête");
  await tabTo(page, /^Simuler$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ouvrir(\?|$)/);
  await tabTo(page, /^Commune$/);
  await page.keyboard.type("Prays");
  await tabTo(page, /^Postes$/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/commune=46225&postes=6/);
  await expect(page.getByRole("heading", { name: "À Prayssac, avec 6 postes" })).toBeVisible();
  await expect(page.getByText(/répondants viendraient/)).toBeVisible();
  const week = page.getByRole("region", { name: /Chaque demi-journée d’une semaine$/ });
  await expect(week.getByRole("row")).toHaveCount(8);
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
});

test("a question that cannot be is told at its fields and what was typed is kept", async ({
  page,
}) => {
  await signInAs(page, "staff", `${address}/ouvrir?commune=46225&postes=beaucoup`);
  await expect(page.getByRole("alert").first()).toHaveText(/de 1 à 200/);
  await expect(page.getByLabel("Postes")).toHaveValue("beaucoup");
  await page.goto(`${address}/ouvrir?commune=99999&postes=3`);
  await expect(page.getByRole("alert").first()).toHaveText(/Choisissez une commune/);
});

test("the diagnosis is taken away with the keyboard as a spreadsheet that another program reads", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signInAs(page, "staff", address);
  await tabTo(page, /^Tableur \(ODS\)$/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Enter"),
  ]);
  expect(download.suggestedFilename()).toMatch(/^diagnostic-.*\.ods$/);
  // Chromium's own inflate and XML parser: nothing in common with what wrote the file.
  const sheets = await page.evaluate(readSpreadsheet, `${address}/export?format=ods&langue=fr`);
  const titles = await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
  expect(sheets).toHaveLength(17);
  for (const { title } of sheets) expect(titles).toContain(title);
  expect(sheets.every(({ rows }) => rows > 3)).toBe(true);
});

test("every format comes in both languages; another format is refused, others than staff find nothing", async ({
  page,
}) => {
  await signInAs(page, "staff", address);
  const types = { csv: "text/csv", codes: "text/csv", ods: "opendocument", pdf: "application/pdf" };
  for (const [format, type] of Object.entries(types)) {
    for (const language of ["fr", "en"]) {
      const file = await page.request.get(`${address}/export?format=${format}&langue=${language}`);
      expect(file.status()).toBe(200);
      expect(file.headers()["content-type"]).toContain(type);
    }
  }
  expect((await page.request.get(`${address}/export?format=exe`)).status()).toBe(400);
  await signInAs(page, "member");
  expect((await page.request.get(`${address}/export?format=csv`)).status()).toBe(404);
  for (const path of [`${address}/ouvrir`, "/pilotage/enquete/bilan"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});

test("the demand is on the map, which moves when asked, with its table beside it", async ({
  page,
}) => {
  await signInAs(page, "staff", address);
  const demand = page.getByRole("region", { name: "Demande par commune souhaitée" }).first();
  await expect(demand.getByRole("img", { name: /^Carte de la demande/ })).toBeVisible();
  await expect(demand.getByRole("table")).toBeVisible();
  await demand.getByRole("button", { name: "Explorer la carte" }).click();
  await expect(page.getByRole("region", { name: "Carte mobile de la demande" })).toBeVisible();
  await page.getByRole("button", { name: "Revenir au dessin" }).click();
  await expect(demand.getByRole("img", { name: /^Carte de la demande/ })).toBeVisible();
});

test("the diagnosis of a campaign is opened from the list, and says which one it is of", async ({
  page,
}) => {
  await signInAs(page, "staff", "/pilotage/enquete");
  await page
    .getByRole("link", { name: "Diagnostic", exact: true })
    .and(page.locator('[href$="campagne=demonstration"]'))
    .click();
  await expect(page.getByText(/Campagne du .* au .* inclus\./)).toBeVisible();
  const take = page.getByRole("link", { name: "Tableur (ODS)" });
  await expect(take).toHaveAttribute("href", /campagne=demonstration/);
  await page.getByRole("link", { name: "Simuler" }).click();
  await page.getByRole("button", { name: "Simuler" }).click();
  await expect(page).toHaveURL(/campagne=demonstration&commune=\d+&postes=8$/);
});

test("declared and real stand side by side for the survey that closed", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/enquete/bilan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bilan : déclaré et réel");
  for (const name of ["Par commune", "Par demi-journée", "Par type de place", "Par prix"]) {
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  }
});

/** In the page: the tabs of a spreadsheet, by the directory of its zip. */
async function readSpreadsheet(url: string): Promise<{ title: string; rows: number }[]> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const text = (from: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(from, from + length));
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  let content = "";
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    if (text(at + 46, name ?? 0) === "content.xml") {
      const local = view.getUint32(at + 42, true);
      const start =
        local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.slice(start, start + view.getUint32(at + 20, true));
      const stream = new Blob([packed])
        .stream()
        .pipeThrough(new DecompressionStream("deflate-raw"));
      content = await new Response(stream).text();
    }
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  const tables = new DOMParser()
    .parseFromString(content, "application/xml")
    .getElementsByTagName("table:table");
  return [...tables].map((table) => ({
    title: table.getElementsByTagName("text:p")[0]?.textContent ?? "",
    rows: table.getElementsByTagName("table:table-row").length,
  }));
}
