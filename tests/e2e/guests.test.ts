import { addDays, expect, signInAs, test, today } from "./support/test";

test("a member names who comes along, finds the names again, changes them and is told when the room is too small", async ({
  page,
}) => {
  const day = addDays(await today(page), 19);
  await signInAs(
    page,
    "member",
    `/reserver?lieu=faitout-luzech&jour=${day}&moment=morning&type=room`,
  );
  await page.getByRole("radio", { name: /^Salle Impernal/ }).check();
  await page.getByLabel("Qui vient avec vous").fill("Ana\nJo");
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const names = page.getByLabel("Leurs noms");
  await expect(names).toHaveValue("Ana\nJo");
  await names.fill("Ana\nJo\nLou");
  await page.getByLabel("Note pour l’hôte").fill("Il nous faut l’écran");
  await page.getByRole("button", { name: "Enregistrer les noms et la note" }).click();
  await expect(page.getByText("C’est noté.")).toBeVisible();
  await page.reload();
  await expect(names).toHaveValue("Ana\nJo\nLou");
  await expect(page.getByLabel("Note pour l’hôte")).toHaveValue("Il nous faut l’écran");
  const crowd = Array.from({ length: 9 }, (_, index) => `Personne ${index + 1}`).join("\n");
  await names.fill(crowd);
  await page.getByRole("button", { name: "Enregistrer les noms et la note" }).click();
  await expect(page.getByText(/n’accueille pas autant de personnes/).first()).toBeVisible();
  await expect(names).toHaveValue(crowd);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
});
