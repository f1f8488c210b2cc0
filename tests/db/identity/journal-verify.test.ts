import { expect, test } from "vitest";
import { sealAll, someLines, tamper } from "@/tests/support/seals";
import { verifyFromWords } from "../../../scripts/journal/verify";

test("the command says how many lines stand and the head to note, and finds that head again", async () => {
  await someLines(4);
  await sealAll();
  const { said, faults } = await verifyFromWords([]);
  expect(faults).toEqual([]);
  expect(said[0]).toBe("4 lines are as they were sealed.");
  const head = /^Head: ([0-9a-f]{64})$/.exec(said[1] ?? "")?.[1] ?? "";
  await someLines(1);
  await sealAll();
  expect((await verifyFromWords([`--head=${head.toUpperCase()}`])).faults).toEqual([]);
  const other = `--head=${"a".repeat(64)}`;
  expect((await verifyFromWords([other])).faults[0]).toMatch(/^The head you noted is not/);
});

test("the command names the line somebody changed, and lines no worker sealed", async () => {
  const [line] = await someLines(1);
  const later = new Date(Date.now() + 6 * 60_000);
  expect((await verifyFromWords([], later)).faults).toEqual([
    "1 lines are over five minutes old and not sealed: does a worker run?",
  ]);
  await sealAll();
  await tamper(`UPDATE journal_entries SET action = 'x.faked' WHERE id = ${line}`);
  expect((await verifyFromWords([])).faults).toEqual([
    `Line ${line} was changed after it was sealed.`,
  ]);
});

test("words the command does not know are answered with how to write it", async () => {
  for (const words of [["--head=abc"], ["verify"], [`--head=${"a".repeat(64)}`, "more"]]) {
    await expect(verifyFromWords(words)).rejects.toThrow(/Write: npm run -s journal:verify/);
  }
});
