import { expect, test } from "vitest";
import { readAnswers } from "@/lib/surveys/answers/rules";
import { inventedAnswers } from "@/prisma/seed/demo-answers";
import { chanceFrom } from "@/prisma/seed/demo-history";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

test("every invented answer of the demonstration is one the form takes, the same each time", () => {
  const members = ["46182", "46225", "46231"];
  const communes = members.map((insee) => ({ insee, population: 900 }));
  const choices = {
    members: new Set(members),
    others: new Set(["46042", "ailleurs_46", "ailleurs_fr", "nsp"]),
  };
  const invent = () => {
    const chance = chanceFrom(27_046);
    return Array.from({ length: 400 }, () => inventedAnswers(chance, communes));
  };
  const people = invent();
  for (const raw of people) {
    expect(readAnswers(surveyOfTheValley(), raw, choices).problems).toEqual([]);
  }
  expect(new Set(people.map(({ profil }) => profil)).size).toBe(10);
  expect(invent()).toEqual(people);
});
