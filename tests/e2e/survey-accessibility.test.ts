import type { Page } from "@playwright/test";
import { faultsOf } from "./support/axe";
import { expect, test } from "./support/test";

/** Both themes at both widths: axe finds nothing, nothing overflows. */
async function expectNoFault(page: Page, what: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [320, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect.soft(await faultsOf(page), `${what} at ${width}`).toEqual([]);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(excess, `${what} overflows at ${width}`).toBeLessThanOrEqual(0);
  }
}

const addresses = [
  "/enquete",
  "/enquete/integration",
  "/enquete/papier",
  "/enquete/papier?src=puy-l-eveque",
  "/enquete/integree?src=essai",
  "/enquete/contact?envoye=1",
  "/enquete/contact/confirmer?jeton=x",
  "/enquete/retirer",
  "/enquete/retirer?code=x",
  "/enquete/repondre/x",
];

test("the pages around the survey: axe finds nothing in both themes, nothing overflows", async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const address of addresses) {
    await page.goto(address);
    await expectNoFault(page, address);
  }
});

/** Every step as somebody interested is asked it, refused once, then filled in. */
for (const language of ["fr", "en"] as const) {
  test(`each step of the survey in ${language}: axe finds nothing`, async ({ page, baseURL }) => {
    test.setTimeout(180_000);
    await page.context().addCookies([{ name: "locale", value: language, url: baseURL ?? "" }]);
    await page.goto("/enquete");
    await page.locator("main form button.btn-primary").click();
    const goOn = page.locator(".survey-go .btn-primary");
    await goOn.click();
    await expect(page.locator(".field-error").first()).toBeVisible();
    await expectNoFault(page, "a step refused");
    await page.locator("input[value=teletravailleur]").check();
    await page.locator("#q-commune_residence-written").fill("Luzech");
    await page.locator("input[value=residence_principale]").check();
    await goOn.click();
    await page.locator("input[value=locaux_employeur]").check();
    await page.locator("#q-commune_travail-written").fill("Cahors");
    await page.locator("#q-trajets_semaine").fill("3");
    await page.locator("input[value=voiture_seul]").check();
    await page.locator('[name="q-teletravail_jours"][value="2"]').check();
    await expectNoFault(page, "work today");
    await goOn.click();
    await page.locator("input[value=certain]").check();
    await page.locator('[name="q-communes_souhaitees"][value="46225"]').check();
    await page.locator('[name="q-temps_max"][value="15"]').check();
    await page.locator('[value="1_2_sem"]').check();
    await page.locator("input[value=poste_ouvert]").check();
    await expectNoFault(page, "the need");
    await goOn.click();
    await page.locator("input[value=carnet]").check();
    await page.locator('[value="20_49"]').check();
    await expectNoFault(page, "the budget");
    await goOn.click();
    await page.locator("input[value=animer]").check();
    await expectNoFault(page, "taking part");
    await goOn.click();
    await expect(page).toHaveURL(/relire$/);
    await expectNoFault(page, "reading again");
    await page.locator("main form button.btn-primary").click();
    await expect(page).toHaveURL(/merci/);
    await expectNoFault(page, "thanks");
  });
}
