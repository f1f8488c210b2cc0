import { faultsOfStructuredEvent } from "../support/structured-data";
import { faultsOf } from "./support/axe";
import { expect, test } from "./support/test";

type Listed = { slug: string; title: string; state: string; startsAt: string; endReason: string };

/** Events of the demonstration as the API tells them, from a year ago on. */
async function listed(request: {
  get: (url: string) => Promise<{ json: () => Promise<{ items: Listed[] }> }>;
}): Promise<Listed[]> {
  const from = new Date(Date.now() - 366 * 86_400_000).toISOString();
  const { items } = await (await request.get(`/api/v1/events?limit=200&from=${from}`)).json();
  return items;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one finds an event by a word, and reads what it is, when, where and with whom", async ({
    page,
  }) => {
    await page.goto("/");
    await page
      .getByRole("navigation", { name: "Navigation principale" })
      .getByText("Agenda")
      .click();
    await page.getByLabel("Un mot du titre ou du lieu").fill("marche PUBLIC");
    await page.getByRole("button", { name: "Chercher" }).click();
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("1 date à venir");
    await page.getByRole("link", { name: /^Répondre à un marché public/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/marché public/);
    await expect(page.getByRole("link", { name: /^La Cale/ })).toBeVisible();
    for (const name of ["Ce qu’on va faire", "Déroulé", "Avec", "Encore 2 places"]) {
      await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
    }
    await expect(page.getByText("Clara Vidal")).toBeVisible();
  });

  test("a theme, this week-end and a month are links; nothing found says where to go", async ({
    page,
  }) => {
    await page.goto("/evenements");
    await page.getByRole("link", { name: "Portes ouvertes", exact: true }).click();
    await expect(page).toHaveURL(/theme=open_day/);
    await page.getByRole("link", { name: "Mois", exact: true }).click();
    await expect(page.getByRole("table")).toBeVisible();
    await page.getByRole("link", { name: "Mois suivant" }).click();
    await expect(page).toHaveURL(/mois=\d{4}-\d{2}/);
    await page.goto("/evenements?q=xyzzy");
    await page.getByRole("link", { name: "Voir tout l’agenda" }).click();
    await expect(page).toHaveURL(/\/evenements$/);
  });
});

test("what was cancelled says so with its reason, what is past says when it was", async ({
  page,
  request,
}) => {
  const events = await listed(request);
  const cancelled = events.find(({ state }) => state === "cancelled");
  await page.goto(`/evenements/${cancelled?.slug}`);
  await expect(page.getByText(`Annulé. ${cancelled?.endReason}`)).toBeVisible();
  const past = events.find(({ state }) => state === "published");
  await page.goto(`/evenements/${past?.slug}`);
  await expect(page.getByText(/^Cet événement est passé/)).toBeVisible();
  await expect(page.getByRole("link", { name: "S’inscrire" })).toHaveCount(0);
});

test("read in English, what was written in French says that it is", async ({
  page,
  request,
  baseURL,
}) => {
  const event = (await listed(request)).find(({ title }) => title.startsWith("Répondre"));
  await page.context().addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.goto(`/evenements/${event?.slug}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "fr");
  await expect(page.locator(".prose.event-text")).toHaveAttribute("lang", "fr");
  await page.goto("/evenements");
  await expect(page.getByRole("link", { name: event?.title ?? "" }).first()).toHaveAttribute(
    "lang",
    "fr",
  );
});

test("the page of an event is for search engines and other networks what schema.org and they read", async ({
  page,
  request,
}) => {
  const event = (await listed(request)).find(({ title }) => title.startsWith("Répondre"));
  await page.goto(`/evenements/${event?.slug}`);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(faultsOfStructuredEvent(data ?? "")).toEqual([]);
  const headers = { accept: "application/activity+json" };
  const object = await request.get(`/evenements/${event?.slug}`, { headers });
  expect(object.headers()["content-type"]).toContain("application/activity+json");
  expect(await object.json()).toMatchObject({ type: "Event", name: event?.title });
});

test("a browser reads the news as XML, an item an event to come", async ({ page }) => {
  await page.goto("/evenements");
  const titles = await page.evaluate(async () => {
    const answer = await fetch("/evenements/flux.xml");
    const read = new DOMParser().parseFromString(await answer.text(), "application/xml");
    if (read.querySelector("parsererror")) throw new Error("not XML");
    return [...read.querySelectorAll("channel > item > title")].map((each) => each.textContent);
  });
  expect(titles.length).toBeGreaterThanOrEqual(8);
  expect(titles).toContainEqual(expect.stringMatching(/^Annulé\u202f: /));
});

test("partners of the survey frame the agenda, and that page alone", async ({ request }) => {
  const ancestors = async (path: string) =>
    /frame-ancestors ([^;]*)/.exec(
      (await request.get(path)).headers()["content-security-policy"] ?? "",
    )?.[1];
  expect(await ancestors("/evenements/integre?lieu=la-cale")).toContain("http://127.0.0.1:4999");
  for (const path of ["/evenements", "/evenements/integration", "/evenements/passes"]) {
    expect(await ancestors(path), path).toBe("'none'");
  }
});

test("an event is read by everybody: both themes, a narrow phone, no fault", async ({
  page,
  request,
}) => {
  const events = await listed(request);
  const shown = [
    events.find(({ title }) => title.startsWith("Répondre")),
    events.find(({ state }) => state === "cancelled"),
  ];
  for (const event of shown) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: colorScheme === "dark" ? 320 : 1280, height: 800 });
      await page.goto(`/evenements/${event?.slug}`);
      expect(await faultsOf(page), `${event?.slug} ${colorScheme}`).toEqual([]);
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth,
      );
      expect(isWider, event?.slug).toBe(false);
    }
  }
});
