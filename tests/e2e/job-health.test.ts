import { expect, signInAs, test } from "./support/test";

test("staff read under the figures whether what runs by itself runs", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage");
  const tasks = page.getByRole("region", { name: "Tâches automatiques" });
  await expect(tasks).toContainText("Elles tournent.");
  await expect(tasks).toContainText("Aucune n’a échoué");
});
