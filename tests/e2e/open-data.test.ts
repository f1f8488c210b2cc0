import { expect, test } from "./support/test";

test("whoever has no JavaScript finds every file from the footer, and each answers", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: "fr-FR" },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("link", { name: "Données ouvertes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Données ouvertes");
  const links = page.locator('main a[href^="/"]');
  const addresses = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  expect(addresses.length).toBeGreaterThan(12);
  for (const address of addresses) {
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 200]);
  }
  const catalogue = page.locator('link[rel="alternate"][type="application/ld+json"]');
  expect(await catalogue.getAttribute("href")).toMatch(/\/api\/v1\/open\/catalogue$/);
  await context.close();
});

test("programs of any site read a file, its head alone, and nothing while it is the same", async ({
  request,
}) => {
  const read = await request.get("/api/v1/open/use.csv");
  expect(read.headers()).toMatchObject({
    ...{ "access-control-allow-origin": "*", "content-type": "text/csv; charset=utf-8" },
  });
  expect(read.headers()["set-cookie"]).toBeUndefined();
  const head = await request.head("/api/v1/open/use.csv");
  expect([head.status(), head.headers()["etag"]]).toEqual([200, read.headers()["etag"]]);
  const again = await request.get("/api/v1/open/use.csv", {
    headers: { "if-none-match": read.headers()["etag"] ?? "" },
  });
  expect(again.status()).toBe(304);
});
