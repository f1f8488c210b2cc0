import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { countBatches } from "@/lib/surveys/publications/commands";
import { call } from "@/tests/support/api";
import { aCampaign } from "@/tests/support/surveys";

const address = "/api/v1/survey/results";

test("the results are for programs of any site, from the published figures and nothing else", async () => {
  expect((await call("GET", address)).status).toBe(404);
  const { id, slug } = await aCampaign({
    opensAt: new Date("2025-06-14T22:00:00Z"),
    closesAt: new Date("2025-09-15T22:00:00Z"),
    readyAt: new Date("2025-06-01T08:00:00Z"),
    publishedAt: new Date("2025-10-01T08:00:00Z"),
  });
  await db.surveyResponse.createMany({
    data: Array.from({ length: 40 }, (_, index) => ({
      ...{ campaignId: id, version: 1, day: new Date("2025-07-01"), source: "site", locale: "fr" },
      entryMode: "online" as const,
      answers: {
        ...{ profil: "independant", commune_residence: "46182", commentaire: "à moi seul" },
        interet: index < 3 ? "non" : "certain",
      },
      receiptHash: randomUUID(),
    })),
  });
  await countBatches(systemActor("test"), new Date("2025-10-01T10:00:00Z"));
  const told = await call("GET", address);
  expect(told.status).toBe(200);
  expect(told.headers.get("access-control-allow-origin")).toBe("*");
  expect(told.json).toMatchObject({ survey: slug, responses: 40 });
  expect(told.text).not.toContain("à moi seul");
  const interest = told.json.tables.find(
    ({ question }: { question: string }) => question === "interet",
  );
  expect(interest.lines).toEqual([{ values: ["certain", "non"], respondents: 40 }]);
  const etag = told.headers.get("etag") ?? "";
  expect((await call("GET", address, { headers: { "if-none-match": etag } })).status).toBe(304);
});
