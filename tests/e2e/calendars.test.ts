import type { APIRequestContext, Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/test";

const full = "Faire une adresse : Mes réservations";
const again = "Faire une nouvelle adresse : Mes réservations";

async function makeAddress(page: Page): Promise<string> {
  await page
    .getByRole("button", { name: full, exact: true })
    .or(page.getByRole("button", { name: again, exact: true }))
    .click();
  const field = page.getByLabel("Adresse à copier");
  await expect(field).toBeVisible();
  expect(await field.getAttribute("readonly")).not.toBeNull();
  return field.inputValue();
}

/** As a calendar reads it: no cookie of the browser. */
async function readAs(request: APIRequestContext, address: string, etag = "") {
  const answer = await request.get(new URL(address).pathname, {
    headers: { "if-none-match": etag },
  });
  return { status: answer.status(), headers: answer.headers(), text: await answer.text() };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 800 } });

    test("a member gives their bookings to a calendar, and takes them back", async ({
      page,
      request,
    }) => {
      await signInAs(page, "admin", "/mon-espace/agenda");
      const address = await makeAddress(page);
      const first = await readAs(request, address);
      expect(first.status).toBe(200);
      expect(first.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
      expect(first.headers).not.toHaveProperty("set-cookie");
      expect((await readAs(request, address, first.headers["etag"])).status).toBe(304);
      const head = await request.head(new URL(address).pathname);
      expect([head.status(), head.headers()["etag"]]).toEqual([200, first.headers["etag"]]);

      await page.goto("/mon-espace/agenda");
      await expect(page.getByLabel("Adresse à copier")).toHaveCount(0);
      await expect(page.getByText(/Lue pour la dernière fois/)).toBeVisible();
      const next = await makeAddress(page);
      expect((await readAs(request, address)).status).toBe(404);
      expect((await readAs(request, next)).status).toBe(200);

      await page
        .getByRole("button", { name: "Supprimer cette adresse : Mes réservations" })
        .click();
      await expect(page.getByRole("button", { name: full, exact: true })).toBeVisible();
      expect((await readAs(request, next)).status).toBe(404);
    });

    test("a host is told in words why an outside calendar is not read", async ({ page }) => {
      await signInAs(page, "host", "/hote/faitout-luzech/agenda");
      const add = async (url: string) => {
        await page.getByLabel("Nom", { exact: true }).fill("Salle du conseil");
        await page.getByLabel("Adresse de l’agenda (iCal)").fill(url);
        await page.getByRole("button", { name: "Lire et ajouter" }).click();
      };
      await add("http://169.254.169.254/latest/meta-data/");
      await expect(page.getByText(/mène à un réseau privé/)).toBeVisible();
      await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Salle du conseil");
      await add("pas une adresse");
      await expect(page.getByText(/n’est pas celle d’un agenda/)).toBeVisible();
      await page.reload();
      await expect(page.getByRole("button", { name: "Lire et ajouter" })).toBeVisible();
      await expect(page.getByText("Salle du conseil")).toHaveCount(0);
    });
  });
}

test("what opens nothing is not found, whatever it looks like", async ({ request }) => {
  for (const name of ["x.ics", `${"a".repeat(43)}.ics`, "a".repeat(43), "%2e%2e.ics"]) {
    expect((await request.get(`/agenda/${name}`)).status()).toBe(404);
  }
});
