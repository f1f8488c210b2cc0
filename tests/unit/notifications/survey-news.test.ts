import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const url = "https://cowloting.example/lieux/luzech";
const stop = { page: `${url}?a`, oneClick: `${url}?b` };
const told = (kind: string, payload: object, locale = "fr") =>
  renderNotification({
    kind,
    locale,
    createdAt,
    payload: { month: "2026-06-01", stop, url, ...payload },
  });

test("an opening says why it is told, since when, and where to look", () => {
  const names = { homeName: "Albas", spaceName: "La Boucle", communeName: "Luzech" };
  const reasons = ["wished", "around", "nearest", "anywhere"].map((fit) =>
    read(told("survey-opening", { fit, ...names })),
  );
  expect(new Set(reasons).size).toBe(4);
  expect(reasons[2]).toContain("le lieu le plus proche de Albas");
  for (const reason of reasons) {
    expect(reason).toContain("en juin 2026");
    expect(reason).toContain(url);
  }
  expect(told("survey-opening", { fit: "wished", ...names }, "en").subject).toMatch(
    /^A place opens/,
  );
});

test("results are told with the month they were asked for", () => {
  expect(read(told("survey-results", {}))).toContain("en juin 2026");
  expect(told("survey-results", {}, "en").subject).toMatch(/^The results/);
});
