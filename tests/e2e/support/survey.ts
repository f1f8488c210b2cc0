import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Begins a response and waits for its first step; the code of its address. */
export async function beginSurvey(page: Page, from = "/enquete"): Promise<string> {
  await page.goto(from);
  await page.getByRole("button", { name: "Répondre à l’enquête" }).click();
  await expect(page.getByText("Étape 1 sur 5")).toBeVisible();
  return codeIn(page.url());
}

export function codeIn(address: string): string {
  return /\/(?:repondre|merci)\/([\w-]{22})/.exec(address)?.[1] ?? "";
}

/**
 * Sends the step; `to` is a heading or words of what follows, waited for. Without it the caller waits for
 * something that is not on this step: a second press meanwhile would be of the same one.
 */
export async function goOn(page: Page, to?: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Continuer" }).click();
  if (to) await expect(page.getByText(to).first()).toBeVisible();
}

/** The first step, as a resident who has nothing to do with work is asked it. */
export async function fillInResident(page: Page): Promise<void> {
  await page.getByLabel("Retraité·e ou autre habitant·e").check();
  await page.getByLabel(/^Le nom de la commune/).fill("puy l'eveque");
  await page.getByLabel("J’y vis toute l’année").check();
  await goOn(page);
  await expect(page.getByText("Étape 2 sur 4")).toBeVisible();
}

/** The first step, as an employee who may work from home; asked for the sector where no script runs. */
export async function fillInTeleworker(page: Page): Promise<void> {
  await page.getByLabel("Salarié·e pouvant télétravailler").check();
  await page.getByLabel(/^Le nom de la commune/).fill("Luzech");
  await page.getByLabel("J’y vis toute l’année").check();
  await goOn(page);
  const second = page.getByText("Étape 2 sur 5");
  await expect(second.or(page.getByText(/^Il y a une question de plus/))).toBeVisible();
  if (!(await second.isVisible())) await goOn(page);
  await expect(second).toBeVisible();
}
