import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, type FrameLocator, type Page } from "@playwright/test";
import { expect } from "./support/test";

/** The origin the demonstration's campaign names for this test, and another it does not know. */
const partnerPort = 4999;

type Sites = { partner: string; stranger: string };

/** Pages of other sites that paste our snippet; they look at nothing but the frame. */
const test = base.extend<{ sites: Sites }>({
  sites: async ({ baseURL }, use) => {
    const html = (code: string, path = `/enquete/integree?src=${code}`) =>
      `<!doctype html><html lang="fr"><title>Mairie</title><body><h1>Mairie</h1>
       <iframe src="${baseURL}${path}" title="Enquête" style="width:100%;height:400px"></iframe>
       <script src="${baseURL}/enquete/integration/cadre.js" async></script></body></html>`;
    const serve = (wanted: number) =>
      new Promise<Server>((resolve) => {
        const server = createServer((request, response) => {
          const path = new URL(request.url ?? "/", "http://x").searchParams.get("page");
          response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
          response.end(html("essai", path ?? undefined));
        });
        server.listen(wanted, "127.0.0.1", () => resolve(server));
      });
    const other = await serve(0);
    const servers = [await serve(partnerPort), other];
    const { port } = other.address() as AddressInfo;
    await use({
      partner: `http://127.0.0.1:${partnerPort}/`,
      stranger: `http://127.0.0.1:${port}/`,
    });
    for (const server of servers) server.close();
  },
});

const heightOf = (page: Page) => page.locator("iframe").evaluate((frame) => frame.clientHeight);

async function answerInFrame(frame: FrameLocator): Promise<void> {
  await frame.getByRole("button", { name: "Répondre à l’enquête" }).click();
  await frame.getByLabel("Retraité·e ou autre habitant·e").check();
  await frame.getByLabel(/^Le nom de la commune/).fill("Castelfranc");
  await frame.getByLabel("J’y vis toute l’année").check();
  await frame.getByRole("button", { name: "Continuer" }).click();
  await expect(frame.getByText("Étape 2 sur 4")).toBeVisible();
  await frame.getByLabel("Non, pas pour travailler").check();
  await frame.getByRole("button", { name: "Continuer" }).click();
  await expect(frame.getByText("Étape 3 sur 3")).toBeVisible();
  await frame.getByRole("button", { name: "Continuer" }).click();
  await frame.getByRole("button", { name: "Envoyer mes réponses" }).click();
}

test("a partner's page shows the survey, gives it its height, and answers are sent from inside", async ({
  page,
  sites,
}) => {
  await page.goto(sites.partner);
  await expect.poll(() => heightOf(page)).not.toBe(400);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("link", { name: "Se connecter" })).toHaveCount(0);
  const before = await heightOf(page);
  await answerInFrame(frame);
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(/^Merci/);
  await expect.poll(() => heightOf(page)).not.toBe(before);
  expect(await page.context().cookies()).toEqual([]);
});

test("another site shows nothing of it", async ({ page, sites }) => {
  await page.goto(sites.stranger);
  await page.waitForTimeout(1_500);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "Répondre à l’enquête" })).toHaveCount(0);
  expect(await heightOf(page)).toBe(400);
});

const refused = [
  "/",
  "/enquete",
  "/enquete/integration",
  "/enquete/retirer",
  "/enquete/contact",
  "/lieux",
  "/lieux/faitout-luzech",
  "/reserver?lieu=faitout-luzech",
  "/connexion",
  "/comprendre",
  "/confidentialite",
];

test("no other page of ours is framed, not even by a partner", async ({ page, request, sites }) => {
  for (const path of refused) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
  await page.goto(`${sites.partner}?page=${encodeURIComponent("/lieux")}`);
  await page.waitForTimeout(1_000);
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveCount(0);
});

test("the partner's page believes no message but ours", async ({ page, sites }) => {
  await page.goto(sites.partner);
  await expect.poll(() => heightOf(page)).not.toBe(400);
  const before = await heightOf(page);
  await page.evaluate(() =>
    window.postMessage({ kind: "cowloting-survey", height: 5_000 }, window.location.origin),
  );
  await page.waitForTimeout(300);
  expect(await heightOf(page)).toBe(before);
});

test("a form posted into the frame from the partner's site itself is refused", async ({
  request,
  sites,
}) => {
  const origin = new URL(sites.partner).origin;
  const answer = await request.post("/enquete/integree", {
    headers: { origin, "sec-fetch-site": "cross-site" },
    multipart: { campaign: "demonstration" },
  });
  expect(answer.status()).toBe(403);
});
