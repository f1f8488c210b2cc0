import { expect, test } from "vitest";
import { previewPages } from "@/components/questionnaires/addresses";

const address = { survey: "essai", version: 2 };
const base = "/pilotage/enquete/questionnaire/essai/2/apercu";

test("a preview goes from step to step with the answers so far, in the texts of its campaign", () => {
  const alone = previewPages(address);
  expect(alone.start("en")).toBe(`${base}?langue=en`);
  expect(alone.step("vous", "", "fr")).toBe(`${base}?etape=vous&langue=fr`);
  const own = previewPages({ ...address, campaign: "ete" });
  expect(own.start("fr")).toBe(`${base}?campagne=ete&langue=fr`);
  expect(own.step("fin", "%7B%7D", "fr")).toBe(
    `${base}?campagne=ete&etape=fin&reponses=%7B%7D&langue=fr`,
  );
});
