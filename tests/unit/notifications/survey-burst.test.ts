import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const url = "https://cowloting.example/pilotage/enquete/campagne/essai#afflux";

test("staff are told which day is put aside, that it is in no figure, and where to decide", () => {
  const [french, english] = ["fr", "en"].map((locale) =>
    renderNotification({
      ...{ kind: "survey-burst", locale, createdAt },
      payload: { day: "2026-07-03", url },
    }),
  );
  if (!french || !english) throw new Error("no mail");
  expect(french.subject).toContain("3 juillet 2026");
  expect(english.subject).toContain("3 July 2026");
  expect(read(french)).toContain("dans aucun chiffre");
  expect(read(english)).toContain("in no figure");
  for (const mail of [french, english]) {
    expect(read(mail)).toContain(url);
    expect(read(mail)).not.toContain("surveyBurst");
  }
});
