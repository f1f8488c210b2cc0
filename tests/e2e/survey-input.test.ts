import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { beginSurvey } from "./support/survey";
import { expect, test } from "./support/test";

type Field = [name: string, value: string];

/** Hidden fields of the last form of a page, as a browser without JavaScript sends them. */
async function formOf(request: APIRequestContext, address: string): Promise<Field[]> {
  const html = await (await request.get(address)).text();
  const [form = ""] = [...html.matchAll(/<form[^>]*multipart[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .filter((text) => !text.includes("preferences"))
    .slice(-1);
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    unescaped(/name="([^"]*)"/.exec(input)?.[1]),
    unescaped(/value="([^"]*)"/.exec(input)?.[1]),
  ]);
}

function unescaped(text = ""): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

async function post(request: APIRequestContext, address: string, fields: Field[]) {
  const boundary = `----${randomUUID()}`;
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return request.post(address, {
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "sec-fetch-site": "same-origin",
    },
    data: Buffer.from(`${parts.join("")}--${boundary}--\r\n`, "utf8"),
    maxRedirects: 0,
  });
}

const steps: Record<string, string[]> = {
  vous: [
    "q-profil",
    "q-commune_residence",
    "q-commune_residence-choice",
    "q-personnes_interessees",
  ],
  besoin: ["q-interet", "q-freins", "q-communes_souhaitees", "q-creneaux", "q-equipements-visio"],
  participation: ["q-contribution", "q-savoir_faire", "q-commentaire"],
};
const hostile: Record<string, string[]> = {
  missing: [],
  "wrong type": ['{"$ne":null}'],
  "out of range": ["-1", "1e9", "99999999999999999999"],
  "unknown option": ["inconnu"],
  "too many": Array.from({ length: 500 }, (_, index) => `lun:${index}`),
  "half a megabyte": ["x".repeat(20_500)],
  "a lone surrogate": ["\ud800"],
  NUL: ["a\0b"],
  markup: ["<script>alert(1)</script>", "'; DROP TABLE survey_responses; --"],
};

test("no hostile answer is an error of the server, and none gets further", async ({ page }) => {
  test.setTimeout(180_000);
  const code = await beginSurvey(page);
  const { request } = page;
  const address = `/enquete/repondre/${code}?etape=vous`;
  const form = await formOf(request, address);
  expect(form.map(([name]) => name)).toContain("section");
  for (const [section, names] of Object.entries(steps)) {
    for (const [what, values] of Object.entries(hostile)) {
      const kept = form.filter(([name]) => !["section", "shown"].includes(name));
      const own: Field[] = [
        ["section", section],
        ["shown", names.map((name) => name.slice(2)).join(" ")],
      ];
      const sent = names.flatMap((name) => values.map((value): Field => [name, value]));
      const answer = await post(request, address, [...kept, ...own, ...sent]);
      expect(answer.status(), `${section}: ${what}`).toBeLessThan(500);
    }
  }
  await page.goto(`/enquete/repondre/${code}/relire`);
  await expect(page.getByText(/script/)).toHaveCount(0);
});

test("a megabyte, another section, somebody else's code and forged origins lead nowhere", async ({
  page,
}) => {
  const code = await beginSurvey(page);
  const { request } = page;
  const address = `/enquete/repondre/${code}?etape=vous`;
  const form = await formOf(request, address);
  const without = (name: string) => form.filter(([given]) => given !== name);
  const big: Field[] = [...form, ["q-commentaire", "a".repeat(1_000_000)]];
  expect((await post(request, address, big)).status()).toBe(413);
  for (const fields of [
    [...without("section"), ["section", "nulle-part"]],
    [...without("section"), ["section", "__proto__"]],
    [...without("code"), ["code", "A".repeat(22)]],
    [...without("code"), ["code", "x"]],
  ] as Field[][]) {
    const answer = await post(request, address, fields);
    expect(answer.status()).toBeLessThan(500);
    expect(answer.headers()["location"] ?? "").not.toContain("etape=besoin");
  }
  const start = await formOf(request, "/enquete");
  expect(start.length).toBeGreaterThan(0);
  for (const path of [
    `/enquete/repondre/${"A".repeat(22)}`,
    "/enquete/repondre/x",
    "/enquete/merci/x",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("a forged campaign begins nothing, a forged source is no obstacle", async ({ page }) => {
  await page.goto("/enquete?src=https://ailleurs.example/page");
  await page.locator('input[name="campaign"]').evaluate((field) => {
    if (field instanceof HTMLInputElement) field.value = "forgee";
  });
  await page.getByRole("button", { name: "Répondre à l’enquête" }).click();
  // What a visitor may not see may be theirs once signed in: never a draft.
  await expect(page).toHaveURL(/\/connexion/);
  await beginSurvey(page, "/enquete?src=https://ailleurs.example/page");
});
