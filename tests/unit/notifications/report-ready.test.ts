import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const url = "https://cowloting.example/pilotage/rapport/exports#numero";

test("whoever asked for a report is told that its files are there, where, and for how long", () => {
  const [french, english] = ["fr", "en"].map((locale) =>
    renderNotification({
      ...{ kind: "report-ready", locale, createdAt },
      payload: { first: "2025-01-01", last: "2026-06-30", url },
    }),
  );
  if (!french || !english) throw new Error("no mail");
  expect(read(french)).toContain("30 juin 2026");
  expect(read(french)).toContain("sept jours");
  expect(read(english)).toContain("30 June 2026");
  for (const mail of [french, english]) {
    expect(read(mail)).toContain(url);
    expect(read(mail)).not.toContain("reportReady");
  }
});
