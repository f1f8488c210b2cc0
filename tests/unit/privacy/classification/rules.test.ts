import { expect, test } from "vitest";
import {
  classification,
  classificationFaults,
  classificationGaps,
} from "@/lib/privacy/classification/rules";
import { person, table } from "@/lib/privacy/classification/schema";

const notes = table(
  {
    owners: ["person_id"],
    seenBy: ["oneself"],
    purpose: "account",
    basis: "contract",
    kept: "account",
    export: true,
    erasure: "delete_row",
  },
  { person_id: person, text: { kept: "always" } },
);
const inDatabase = [
  { table: "notes", name: "person_id", type: "uuid" },
  { table: "notes", name: "text", type: "text" },
];

test("what holds for a table holds for each column, but for what the column says itself", () => {
  expect(columnOf("text")).toMatchObject({ kept: "always", purpose: "account", export: true });
  expect(columnOf("person_id")).toMatchObject({ kept: "account", pointsAtPerson: true });
});

test("a table classified to the last column has no fault", () => {
  expect(classificationFaults(inDatabase, { notes }, [])).toEqual([]);
});

test("a column nobody classified is a fault, and so is one that is no more", () => {
  const phone = { table: "notes", name: "phone", type: "text" };
  expect(classificationFaults([...inDatabase, phone], { notes }, [])).toEqual([
    "notes.phone: not classified (lib/privacy/classification)",
  ]);
  expect(classificationFaults(inDatabase.slice(0, 1), { notes }, [])).toEqual([
    "notes.text: classified, but not in the database",
  ]);
});

test.each(["person_id", "created_by", "starter_id", "reporter_id", "invited_by"])(
  "an id of a person, %s, has to say that it is one",
  (name) => {
    const silent = table({ ...columnOf("text"), owners: [] }, { [name]: {} });
    const found = classificationFaults(
      [{ table: "notes", name, type: "uuid" }],
      { notes: silent },
      [],
    );
    expect(found).toEqual([`notes.${name}: points at a person, say so with ...person`]);
  },
);

test("a table said to be without people points at nobody", () => {
  expect(classificationFaults(inDatabase, {}, ["notes"])).toEqual([
    "notes.person_id: about a person, in a table said to be without people",
  ]);
});

test("each duration has its clock, each owner and each clock is a column", () => {
  expect(classificationGaps()).toEqual([]);
  expect(
    classificationGaps({
      notes: {
        ...notes,
        owners: ["gone"],
        columns: { text: { ...columnOf("text"), kept: { days: 3, over: "empty" } } },
      },
    }),
  ).toEqual(["notes.text: a duration, but no clock", "notes.gone: not a column"]);
});

test("of a row with several owners it is said which of them take it away", () => {
  const owners = ["person_id", "text"];
  expect(classificationGaps({ notes: { ...notes, owners } })).toEqual([
    "notes: several owners, say which take a row away (takenAwayBy)",
  ]);
  expect(classificationGaps({ notes: { ...notes, owners, takenAwayBy: ["person_id"] } })).toEqual(
    [],
  );
  expect(classificationGaps({ notes: { ...notes, owners, takenAwayBy: ["gone"] } })).toEqual([
    "notes.gone: not a column",
  ]);
});

test("whoever could be told on takes nothing of it away", () => {
  const several = Object.entries(classification).flatMap(([name, { owners, takenAwayBy }]) =>
    owners.length > 1 ? [[name, takenAwayBy]] : [],
  );
  expect(Object.fromEntries(several)).toEqual({
    closures: ["created_by", "withdrawn_by"],
    blocks: ["blocker_id"],
    invitations: ["used_by", { column: "email", table: "persons", key: "email" }],
    conversations: ["starter_id", "other_id"],
    abuse_reports: ["reporter_id"],
    thanks: ["from_id", "to_id"],
    co_presence_notices: ["person_id"],
    swaps: ["proposed_by", "proposed_to"],
  });
});

function columnOf(name: string) {
  const found = notes.columns[name];
  if (!found) throw new Error(name);
  return found;
}

test("what erasing an account keeps is not said to last as long as the account", () => {
  const kept = { ...columnOf("text"), kept: "account", erasure: "keep" } as const;
  expect(classificationGaps({ notes: { owners: ["text"], columns: { text: kept } } })).toEqual([
    "notes.text: outlasts the account, say « always »",
  ]);
});

test("a secret kept as a hash is for nobody's eyes and never leaves", () => {
  const hashes = Object.values(classification).flatMap(({ columns }) =>
    Object.entries(columns).filter(([name]) => name.endsWith("_hash")),
  );
  expect(hashes.length).toBeGreaterThan(6);
  for (const [name, column] of hashes) {
    expect(column, name).toMatchObject({ seenBy: [], export: false });
  }
});
