import { test as base, expect, type Page } from "@playwright/test";
import { type Field, formsOf, post } from "./plain-forms";

export { expect };

/** Addresses of requests that left our origin, and what the browser complained about. */
type Watched = { strays: string[]; complaints: string[] };

function watch(page: Page, origin: string): Watched {
  const watched: Watched = { strays: [], complaints: [] };
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) watched.strays.push(url.href);
  });
  page.on("pageerror", (error) => watched.complaints.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    // A refused page, a signed-out one or a cut line is what the test asks for, not a defect.
    const isExpected =
      /Failed to load resource: .*(status of (4\d\d|503)|ERR_INTERNET_DISCONNECTED)/.test(text);
    if (message.type() === "error" && !isExpected) watched.complaints.push(text);
  });
  return watched;
}

/** Every page of every journey: no request leaves the origin, no error in the console. */
export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const watched = watch(page, new URL(baseURL ?? "").origin);
      await use(watched);
      expect(watched.strays).toEqual([]);
      expect(watched.complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export const roles = ["visitor", "member", "host", "staff", "admin"] as const;
export type Role = (typeof roles)[number];

const buttons: Record<Exclude<Role, "visitor">, string> = {
  member: "Entrer comme membre",
  host: "Entrer comme hôte",
  staff: "Entrer comme agent",
  admin: "Entrer comme administration",
};

/** The form of the page of sign-in that enters as each role, read once. */
const entrances = new Map<Role, Field[]>();

/**
 * Signs in to a demonstration account by its form, sent as without scripts, and goes to `next`: the page of
 * sign-in itself is walked by the journeys that are about it.
 */
export async function signInAs(page: Page, role: Role, next = "/mon-espace"): Promise<void> {
  if (role === "visitor") return;
  await page.context().clearCookies();
  const [fields] = entrances.has(role)
    ? [entrances.get(role)]
    : await formsOf(page.request, "/connexion", buttons[role]);
  if (!fields) throw new Error(`no form enters as ${role}`);
  entrances.set(role, fields);
  const answer = await post(page.request, "/connexion", fields);
  expect(answer.status(), `entering as ${role}`).toBe(303);
  await page.goto(next);
}

/** Somebody no other journey is: signs in by the code of the mail, and goes where the visitor was going. */
export async function signInByCode(page: Page, email: string, next = "/mon-espace"): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/connexion?suite=${encodeURIComponent(next)}`);
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/\/connexion\/code/);
  const mailbox = await page.context().newPage();
  const known = used.get(email);
  let code = "";
  await expect(async () => {
    await mailbox.goto("/demo/courriels");
    const mail = mailbox.getByRole("listitem").filter({ hasText: email }).first();
    code =
      /\b(\d{3}) ?(\d{3})\b/
        .exec((await mail.textContent({ timeout: 2_000 })) ?? "")?.[0]
        .replace(" ", "") ?? "";
    expect(code).toMatch(/^\d{6}$/);
    expect(code).not.toBe(known);
  }).toPass();
  used.set(email, code);
  await mailbox.close();
  await page.getByLabel("Code à six chiffres").fill(code);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => url.pathname === next.split("?")[0]);
}

/** Codes already used, by address: a later one is another. */
const used = new Map<string, string>();

/** An address of this run alone. */
export function anAddress(): string {
  return `journee-${Date.now()}-${Math.random().toString(36).slice(2, 6)}@exemple.test`;
}

/** The demonstration's clock: the first day of its browser journeys, a Tuesday, as local date. */
export async function today(page: Page): Promise<string> {
  const day = await page.goto("/").then(() => page.locator("#jour").getAttribute("min"));
  return day ?? "";
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
