import type { Page } from "@playwright/test";
import { standalonePage } from "@/lib/web/standalone-page";
import { everyRule, faultsOf, type Rules } from "./support/axe";
import { pages } from "./support/pages";
import { addDays, expect, type Role, roles, signInAs, test, today } from "./support/test";

/** The theme changes custom properties and nothing else: the same elements, names and sizes. */
const rulesOfColour: Rules = {
  type: "rule",
  values: ["color-contrast", "link-in-text-block"],
};

/** What a width changes of elements shown at another already: their sizes, and what is behind their words. */
const rulesOfLayout: Rules = {
  type: "rule",
  values: [...rulesOfColour.values, "target-size", "scrollable-region-focusable"],
};

const wide = 1280;
const narrow = 320;
const inLight = { colorScheme: "light", reducedMotion: "reduce" } as const;

/** Kinds of elements only a narrow page shows that this process has checked. */
const narrowOnly = new Set<string>();

/**
 * Both themes at both widths, of the page as it stands now. An element shown wide already has the same name,
 * role and colours when narrow: unless the narrow page shows elements of its own, only what a width changes
 * is judged there.
 */
async function expectNoFault(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: wide, height: 900 });
  await kindsShownAnew(page);
  await expectNoFaultAt(page, `${what} at ${wide}`, [everyRule, rulesOfColour]);
  await page.setViewportSize({ width: narrow, height: 900 });
  const kinds = await kindsShownAnew(page);
  const isKnown = kinds.every((kind) => narrowOnly.has(kind));
  for (const kind of kinds) narrowOnly.add(kind);
  await expectNoFaultAt(
    page,
    `${what} at ${narrow}`,
    isKnown ? [rulesOfLayout, null] : [everyRule, rulesOfColour],
  );
}

async function expectNoFaultAt(
  page: Page,
  what: string,
  [ofLight, ofDark]: [Rules, Rules | null],
): Promise<void> {
  await page.emulateMedia(inLight);
  expect.soft(await faultsOf(page, ofLight), `${what} in light`).toEqual([]);
  if (ofDark) {
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await faultsOf(page, ofDark), `${what} in dark`).toEqual([]);
  }
  await expectNoOverflow(page, what);
}

/** Kinds of the elements shown now and not at the last look at this page: tag and class, under the parent's. */
async function kindsShownAnew(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const here = window as unknown as { seenBefore?: Set<Element> };
    const known = here.seenBefore ?? new Set<Element>();
    const all = [...document.querySelectorAll("body *")];
    const shown = all.filter((each) => each.checkVisibility({ visibilityProperty: true }));
    here.seenBefore = new Set(shown);
    const kindOf = (each: Element | null) => `${each?.tagName}.${each?.getAttribute("class")}`;
    const anew = shown.filter((each) => !known.has(each));
    return anew.map((each) => `${kindOf(each.parentElement)} > ${kindOf(each)}`);
  });
}

async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, `${what} overflows`).toBeLessThanOrEqual(0);
}

/** What this process has checked: addresses, and each kind of element under each kind of parent. */
const checked = new Set<string>();
/** Letters of the longest word met at each address: a longer one may widen what held the others. */
const longestWord = new Map<string, number>();

type Drawn = { elements: string[]; longest: number; twice: string[] };

/**
 * What the server draws at that address for whoever is signed in: each kind of element (tag, class, role
 * and kind) under that of its parent, the length of its longest word, and the ids used twice.
 */
async function drawnAt(page: Page, address: string): Promise<Drawn> {
  // A connection left idle while axe reads may be closed as it is used again.
  const html = await (await page.request.get(address, { maxRetries: 2 })).text();
  return page.evaluate((written) => {
    const { body } = new DOMParser().parseFromString(written, "text/html");
    for (const script of body.querySelectorAll("script")) script.remove();
    const kindOf = (element: Element | null) =>
      [
        element?.tagName,
        element?.className,
        element?.getAttribute("role"),
        element?.getAttribute("type"),
      ].join();
    const elements = [...body.querySelectorAll("*")].map(
      (element) => `${kindOf(element.parentElement)} > ${kindOf(element)}`,
    );
    const words = (body.textContent ?? "").split(/\s+/);
    const ids = [...body.querySelectorAll("[id]")].map(({ id }) => id);
    return {
      elements,
      longest: Math.max(0, ...words.map((word) => word.length)),
      twice: ids.filter((id, index) => ids.indexOf(id) < index),
    };
  }, html);
}

/**
 * Whole the first time, and again for a role to which the page shows any element it has not shown before,
 * or a longer word. Else the same elements say other words: only names used twice could spoil them.
 */
async function expectNoFaultOf(page: Page, address: string, role: Role): Promise<void> {
  const { elements, longest, twice } = await drawnAt(page, address);
  expect.soft(twice, `${address} (${role}), names used twice`).toEqual([]);
  const marks = [address, ...elements];
  const isLonger = longest > (longestWord.get(address) ?? 0);
  if (!isLonger && marks.every((mark) => checked.has(mark))) return;
  for (const mark of marks) checked.add(mark);
  if (isLonger) longestWord.set(address, longest);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  await expectNoFault(page, `${address} (${role})`);
}

// Heavy and independent of each other: shared out between the workers.
test.describe.configure({ mode: "parallel" });

const addresses = [...new Set(roles.flatMap((role) => pages[role]))];
const pagesOfATest = 8;

// By address, not by role: what is the same for several roles is met by one worker, and checked whole once.
for (let from = 0; from < addresses.length; from += pagesOfATest) {
  const some = addresses.slice(from, from + pagesOfATest);
  test(`pages from ${some[0]}, for each role: axe finds nothing in both themes, nothing overflows`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    for (const role of roles) {
      const own = some.filter((address) => pages[role].includes(address));
      if (own.length > 0) await signInAs(page, role);
      for (const address of own) await expectNoFaultOf(page, address, role);
    }
  });
}

test("a booking that stands, and once it is cancelled: axe finds nothing", async ({ page }) => {
  const day = addDays(await today(page), 13);
  await signInAs(page, "admin", `/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(/C’est réservé/);
  await expectNoFault(page, "a booking just made");
  await page.goto(new URL(page.url()).pathname);
  await expectNoFault(page, "a booking");
  const address = new URL(page.url()).pathname;
  await page.goto(`/mon-espace/absence?du=${day}&au=${day}`);
  await expectNoFault(page, "an absence");
  await page.goto(address);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(title).toHaveText("Réservation annulée");
  await expectNoFault(page, "a cancelled booking");
});

test("a code that was refused, an address left empty: axe finds nothing", async ({ page }) => {
  await page.goto("/connexion/code");
  await page.getByLabel("Code à six chiffres").fill("000000");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText(/^Ce code ne convient pas/)).toBeVisible();
  await expectNoFault(page, "a refused code");
  await page.goto("/connexion?error=AccessDenied");
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page.getByText(/^Remplissez ce champ/).first()).toBeVisible();
  await expectNoFault(page, "an empty address");
});

test("a resource with all its folds open, and refused: axe finds nothing", async ({ page }) => {
  await signInAs(page, "host", "/hote/faitout-luzech/postes");
  await page.getByRole("link", { name: "Salle Impernal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Salle Impernal");
  for (const fold of await page.locator(".fold > summary").all()) await fold.click();
  await expectNoFault(page, "a resource");
  await page.getByLabel("Pas, en minutes").fill("sept");
  for (const box of await page
    .getByRole("group", { name: "Se réserve" })
    .getByRole("checkbox")
    .all())
    await box.uncheck();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText(/^Écrivez un nombre entier/).first()).toBeVisible();
  await expectNoFault(page, "a refused resource");
});

test("the pages that stand alone, Postgres away among them: axe finds nothing", async ({
  page,
}) => {
  for (const shown of [
    { status: 503, words: "unavailable" },
    { status: 413, words: "tooLarge" },
  ] as const) {
    const reader = { nonce: "essai", chosenLocale: "fr", acceptLanguage: null };
    await page.setContent(await standalonePage(shown, reader).text());
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoFault(page, shown.words);
  }
});

test("axe finds a planted fault: the check can fail", async ({ page }) => {
  await page.setContent(
    `<html lang="fr"><title>Faute</title><main><h1>Faute</h1><button></button>
     <p style="color: #777; background: #888">Gris sur gris</p></main></html>`,
  );
  expect(await faultsOf(page, everyRule)).toContainEqual(expect.stringContaining("button-name"));
  expect(await faultsOf(page, rulesOfColour)).toContainEqual(
    expect.stringContaining("color-contrast"),
  );
});
