import { expect, test } from "vitest";
import { spaceCode, townHallCode } from "@/lib/surveys/sources/rules";

test("a town hall is told by the name of its commune, as an address can say it", () => {
  expect(townHallCode("Luzech")).toBe("luzech");
  expect(townHallCode("Puy-l'Évêque")).toBe("puy-l-eveque");
  expect(townHallCode("St-Vincent-Rive-d’Olt")).toBe("saint-vincent-rive-d-olt");
});

test("a space is never taken for the town hall of its commune", () => {
  expect(spaceCode("luzech")).not.toBe(townHallCode("Luzech"));
});
