import { expect, test } from "vitest";
import { codeInput } from "@/lib/surveys/drafts/schema";

const code = "AbCdEfGhIjKlMnOpQrSt-_";
const read = (text: string) => codeInput.parse({ code: text }).code;

test("a code is found as it is typed, and in every address of ours that is pasted", () => {
  const site = "https://cowloting.example/enquete";
  for (const text of [
    code,
    ` ${code} `,
    `${site}/repondre/${code}?etape=vous`,
    `${site}/repondre/${code}/relire`,
    `${site}/merci/${code}`,
    `${site}/retirer?code=${code}`,
    `${site}/retirer?code=${code}&fait=1`,
    `${site}/retirer?code=${code}#suite`,
  ]) {
    expect(read(text)).toBe(code);
  }
});

test("what is longer or shorter than a code is none", () => {
  for (const text of [`${code}x`, code.slice(1), `${code}.`, "", "https://cowloting.example"]) {
    expect(read(text)).toBe("");
  }
});
