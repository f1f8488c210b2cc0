import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const url = "https://cowloting.example/mon-espace";
const mail = (change: string, role: string, locale = "fr", spaceName: string | null = null) =>
  renderNotification({
    kind: "role-changed",
    locale,
    createdAt,
    payload: { change, role, spaceName, url },
  });

test("a new host reads which day they run, and that what they see is noted", () => {
  const told = mail("granted", "host", "fr", "Le Pressoir");
  expect(told.subject).toBe("Vous êtes hôte de Le Pressoir");
  expect(read(told)).toContain("tenir la journée de Le Pressoir");
  expect(read(told)).toContain("noté dans le journal");
  expect(read(told)).toContain(url);
});

test("every role has its words, given and taken back, in both languages", () => {
  const subjects = ["granted", "withdrawn"].flatMap((change) =>
    ["host", "staff", "admin"].flatMap((role) =>
      ["fr", "en"].map((locale) => mail(change, role, locale, "Le Pressoir").subject),
    ),
  );
  expect(new Set(subjects).size).toBe(12);
  expect(subjects.join()).not.toContain("roleChanged");
});
