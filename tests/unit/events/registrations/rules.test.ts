import { expect, test } from "vitest";
import {
  answersKept,
  decideSeats,
  emailKey,
  mostWaiting,
  peopleOf,
  problemsOf,
  repositioned,
} from "@/lib/events/registrations/rules";
import type { Question } from "@/lib/events/schema";

test.each([
  ["Maelle.Rives@Exemple.FR", "maelle.rives@exemple.fr"],
  ["M.Rives+atelier@GMail.com", "mrives@gmail.com"],
  ["mrives@googlemail.com", "mrives@gmail.com"],
  // Elsewhere a dot and a tag may be another mailbox.
  ["m.rives+atelier@exemple.fr", "m.rives+atelier@exemple.fr"],
  [" m@exemple.fr ", "m@exemple.fr"],
  ["nobody", "nobody"],
])("%s is the mailbox %s", (written, mailbox) => {
  expect(emailKey(written)).toBe(mailbox);
});

test("seats are for all of one's people or none", () => {
  const room = { capacity: 10, left: 2, waiting: 0 };
  const wish = (quantity: number, mayWait = false) => decideSeats({ quantity, mayWait }, room);
  expect([wish(2), wish(3), wish(3, true)]).toEqual(["confirmed", "too_many", "waiting"]);
  const full = { ...room, left: 0 };
  expect(decideSeats({ quantity: 1, mayWait: false }, full)).toBe("full");
});

test("nobody waits for more seats than there are, and the line is bounded", () => {
  const room = { capacity: 3, left: 0, waiting: 0 };
  expect(decideSeats({ quantity: 4, mayWait: true }, room)).toBe("too_many");
  const long = { ...room, waiting: 19 };
  expect(decideSeats({ quantity: 1, mayWait: true }, long)).toBe("waiting");
  expect(decideSeats({ quantity: 2, mayWait: true }, long)).toBe("line_full");
  expect([mostWaiting(3), mostWaiting(300)]).toEqual([20, 300]);
});

const questions: Question[] = [
  { id: "meal", label: "Votre repas", kind: "choice", options: ["Avec", "Sans"], required: true },
  { id: "car", label: "Venez-vous en voiture ?", kind: "yes_no", options: [], required: false },
  { id: "word", label: "Un mot", kind: "text", options: [], required: false },
];
const asked = { questions, asksNames: true, mostPeople: 3 };

test("each field that lacks or is wrong is told by its name", () => {
  const said = {
    quantity: 3,
    names: { 1: "Lou" },
    answers: { car: "maybe", word: "x".repeat(501) },
  };
  expect(problemsOf(asked, said)).toEqual([
    { field: "name-3", problem: "required" },
    { field: "q-meal", problem: "required" },
    { field: "q-car", problem: "invalidValue" },
    { field: "q-word", problem: "tooLong" },
  ]);
  const well = { quantity: 2, names: { 1: "Lou" }, answers: { meal: "Avec", car: "yes" } };
  expect(problemsOf(asked, well)).toEqual([]);
});

test("more people than one may bring is told at their number, and no name is asked of the rest", () => {
  const said = { quantity: 20, names: {}, answers: { meal: "Sans" } };
  expect(problemsOf(asked, said)).toEqual([
    { field: "quantity", problem: "atMost", most: 3 },
    { field: "name-2", problem: "required" },
    { field: "name-3", problem: "required" },
  ]);
});

test("a host writes down what they are told: nothing is required, nothing wrong passes", () => {
  const said = { quantity: 2, names: {}, answers: { meal: "Ailleurs" } };
  expect(problemsOf(asked, said, true)).toEqual([{ field: "q-meal", problem: "invalidValue" }]);
});

test("answers to what nobody asked are not kept", () => {
  expect(answersKept(questions, { meal: "Avec", other: "x" })).toEqual({ meal: "Avec" });
});

test("those one brings are named where names are asked, and places otherwise", () => {
  const said = { quantity: 3, names: { 1: "Lou" } };
  expect(peopleOf("Alix", { ...said, asksNames: true })).toEqual([
    { position: 0, name: "Alix" },
    { position: 1, name: "Lou" },
    { position: 2, name: null },
  ]);
  expect(peopleOf("Alix", { ...said, asksNames: false }).map(({ name }) => name)).toEqual([
    "Alix",
    null,
    null,
  ]);
});

test("the last ones go, newcomers take the first positions left, whoever stays keeps theirs", () => {
  expect(repositioned([0, 2, 3], 2)).toEqual({ gone: [3], come: [] });
  expect(repositioned([0, 2], 4)).toEqual({ gone: [], come: [1, 3] });
  expect(repositioned([0, 2], 2)).toEqual({ gone: [], come: [] });
});

test("nobody who comes later takes the place of whoever registered, while there is another", () => {
  expect(repositioned([1], 3)).toEqual({ gone: [], come: [2, 3] });
  const nineteen = Array.from({ length: 19 }, (_, at) => at + 1);
  expect(repositioned(nineteen, 20)).toEqual({ gone: [], come: [0] });
});
