import type { APIRequestContext } from "@playwright/test";
import { addDays, anAddress, expect, signInByCode, test, today } from "./support/test";

const path = "/lieux/la-cale";

async function read(request: APIRequestContext, address: string, headers = {}) {
  const answer = await request.get(address, { headers });
  return { status: answer.status(), headers: answer.headers(), text: await answer.text() };
}

/** As made for this request, which is never kept. */
const anew = { "x-made-anew": "1" };

const words = (html: string) =>
  html
    .replace(/<script[^>]*>.*?<\/script>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("a page for all says what one made for the request says, and has nothing to run", async ({
  request,
}) => {
  for (const address of [path, `${path}?moment=morning`, `${path}/semaine`, `${path}/mois`]) {
    for (const headers of [{}, { "accept-language": "en" }, { cookie: "theme=dark; locale=en" }]) {
      // Another journey may book between the two readings: then they are read again.
      await expect(async () => {
        const kept = await read(request, address, headers);
        const made = await read(request, address, { ...headers, ...anew });
        expect(kept.status).toBe(200);
        expect(words(kept.text)).toBe(words(made.text));
        expect(/<html[^>]*>/.exec(kept.text)?.[0]).toBe(/<html[^>]*>/.exec(made.text)?.[0]);
        expect(kept.headers["content-security-policy"]).not.toContain("nonce");
      }).toPass();
    }
  }
  const { text, headers } = await read(request, path);
  expect(text.match(/<script(?! type="application\/ld\+json")/g)).toBeNull();
  expect(headers["content-security-policy"]).toContain("script-src 'none';");
});

test("it is not sent twice while nothing changed, and shows a booking at once", async ({
  page,
  request,
}) => {
  const day = addDays(await today(page), 27);
  const address = `${path}?semaine=${day}&jour=${day}`;
  const before = await read(request, address);
  const etag = before.headers["etag"] ?? "";
  const again = await read(request, address, { "if-none-match": etag });
  expect([again.status, again.text]).toEqual([304, ""]);
  expect(
    (await read(request, address, { "accept-language": "en", "if-none-match": etag })).status,
  ).toBe(200);

  await signInByCode(page, anAddress(), `/reserver?lieu=la-cale&jour=${day}&moment=day`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const booked = await read(request, address, { "if-none-match": etag });
  expect(booked.status).toBe(200);
  expect(words(booked.text)).not.toBe(words(before.text));

  await page
    .getByRole("button", { name: /^Annuler/ })
    .first()
    .click();
  await expect(page.getByText(/annulée/i).first()).toBeVisible();
  expect(words((await read(request, address)).text)).toBe(words(before.text));
});

test("whoever is known, and whoever typed something wrong, has a page of their own", async ({
  page,
  request,
}) => {
  const typed = await read(request, `${path}?jour=<b>demain</b>`);
  expect(typed.text).toContain("&lt;b&gt;demain");
  expect(typed.headers).not.toHaveProperty("etag");
  expect((await read(request, "/lieux/nulle-part")).status).toBe(404);

  await signInByCode(page, anAddress(), path);
  await expect(page.getByText("Se déconnecter").first()).toBeAttached();
  const own = await page.request.get(path);
  expect(own.headers()["cache-control"]).toContain("no-store");
  expect(await (await request.get(path)).text()).not.toContain("Se déconnecter");
});
