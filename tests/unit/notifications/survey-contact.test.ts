import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const url = "https://cowloting.example/enquete/contact/confirmer?jeton=x";

test("whoever asked for news of the survey is asked to say yes, and told how to stop", () => {
  const subjects = ["fr", "en"].map((locale) => {
    const told = renderNotification({
      kind: "survey-contact",
      locale,
      createdAt,
      payload: { url },
    });
    expect(read(told)).toContain(url);
    expect(read(told)).not.toContain("surveyContact");
    return told.subject;
  });
  expect(subjects[0]).toMatch(/^Confirmez/);
  expect(subjects[1]).toMatch(/^Confirm that/);
});
