import fc from "fast-check";
import { expect, test } from "vitest";
import { idleForm, typedValue } from "@/lib/core/form-state";
import { grantRoleInput, nameHolderInput } from "@/lib/identity/roles/schema";
import { requestCodeInput, signInCodeInput } from "@/lib/identity/schema";
import { profileInput } from "@/lib/members/profiles/schema";
import { readForm, withoutEmpty } from "@/lib/web/form-values";

function aForm(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const read = (...fields: [string, string | Blob][]) => readForm(aForm(...fields));
const unreadable = { ok: false, because: "unreadable" };
const tooLong = { ok: false, because: "tooLong" };

test("what was typed is read as typed, a name sent several times as a list in order", () => {
  expect(read(["name", " Maëlle "], ["tag", "a"], ["tag", ""], ["tag", "b"])).toEqual({
    ok: true,
    values: { name: " Maëlle ", tag: ["a", "", "b"] },
  });
});

test("an empty form is an empty form", () => {
  expect(read()).toEqual({ ok: true, values: {} });
});

test("the fields the framework adds are not the person's", () => {
  expect(read(["$ACTION_ID_abc", ""], ["$ACTION_KEY", "k"], ["name", "Maëlle"])).toEqual({
    ok: true,
    values: { name: "Maëlle" },
  });
});

test("a NUL is refused, in a value, in a name and among good fields", () => {
  expect(read(["name", "a\0b"])).toEqual(unreadable);
  expect(read(["a\0b", "name"])).toEqual(unreadable);
  expect(read(["a", "b"], ["list", "c"], ["list", "\0"], ["d", "e"])).toEqual(unreadable);
});

test.each(["a\ud83d", "\udc00a", "\udc00\ud83d"])(
  "half a character never reaches the database: the form reads a « � » instead",
  (half) => {
    const result = read([half, half]);
    const texts = result.ok ? Object.entries(result.values).flat(2) : [];
    expect(texts).toEqual([half.toWellFormed(), half.toWellFormed()]);
  },
);

test("a file is refused, even an empty one, even under the name of a text field", () => {
  for (const content of ["", "texte"]) {
    expect(read(["name", new File([content], "x.txt")])).toEqual(unreadable);
    expect(read(["name", "Maëlle"], ["name", new Blob([content])])).toEqual(unreadable);
  }
});

test("the one file a form has a field for is read beside the texts; a second, or one elsewhere, is refused", () => {
  const photo = new File(["x"], "photo.jpg", { type: "image/jpeg" });
  const judge = (...fields: [string, string | Blob][]) => readForm(aForm(...fields), "photo");
  expect(judge(["photo", photo], ["name", "Maëlle"])).toMatchObject({
    ok: true,
    values: { name: "Maëlle" },
    file: { size: 1, name: "photo.jpg" },
  });
  expect(judge(["name", "Maëlle"])).toEqual({ ok: true, values: { name: "Maëlle" } });
  expect(judge(["photo", photo], ["photo", new File(["y"], "b.jpg")])).toEqual(unreadable);
  expect(judge(["name", photo])).toEqual(unreadable);
});

test("a megabyte in one field, in a name, or cut in many fields is refused", () => {
  const megabyte = "x".repeat(1_000_000);
  expect(read(["name", megabyte])).toEqual(tooLong);
  expect(read([megabyte, "name"])).toEqual(tooLong);
  const thousand = Array.from({ length: 1_000 }, (): [string, string] => ["n", "x".repeat(1_000)]);
  expect(read(...thousand)).toEqual(tooLong);
  const names = Array.from({ length: 20_000 }, (_, index): [string, string] => [`n${index}`, ""]);
  expect(read(...names)).toEqual(tooLong);
});

test("a text just within the limit is read, one letter more is not", () => {
  expect(read(["name", "x".repeat(20_000)])).toMatchObject({ ok: true });
  expect(read(["name", "x".repeat(20_001)])).toEqual(tooLong);
});

test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
  "a field called %s is only a field",
  (name) => {
    const result = read([name, "polluted"], ["name", "Maëlle"]);
    if (!result.ok) throw new Error(result.because);
    const values = withoutEmpty(result.values);
    for (const each of [result.values, values]) {
      expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
      expect(Object.entries(each)).toContainEqual([name, "polluted"]);
    }
    expect(Object.getOwnPropertyNames({})).toEqual([]);
    expect("polluted" in {}).toBe(false);
    expect(profileInput.safeParse(values).success).toBe(false);
  },
);

test("a field never sent is empty when the form is shown again, whatever its name", () => {
  const state = { status: "refused" as const, code: "", message: "", data: null, values: {} };
  expect(["toString", "__proto__", "name"].map((name) => typedValue(state, name))).toEqual([
    "",
    "",
    "",
  ]);
});

test("a field that was emptied stays empty, and the value it had returns only before anything is sent", () => {
  const values = { horizon: "" };
  const state = { status: "refused" as const, code: "", message: "", data: null, values };
  expect(typedValue(state, "horizon", "60")).toBe("");
  expect(typedValue(state, "other", "60")).toBe("60");
  expect(typedValue(idleForm, "horizon", "60")).toBe("60");
});

test("a field more than the form has, or one sent twice, is refused by the form", () => {
  const good: [string, string] = ["email", "maelle@exemple.test"];
  const judge = (...fields: [string, string][]) => {
    const result = read(...fields);
    return result.ok && requestCodeInput.safeParse(withoutEmpty(result.values)).success;
  };
  expect(judge(good)).toBe(true);
  expect(judge(good, ["suite", ""])).toBe(true);
  expect(judge(good, ["role", "admin"])).toBe(false);
  expect(judge(good, good)).toBe(false);
  expect(judge(good, ["__proto__", "x"])).toBe(false);
});

test("only the empty text is empty: spaces, zero and lists stay", () => {
  expect(withoutEmpty({ a: "", b: " ", c: "0", d: ["", ""] })).toEqual({
    b: " ",
    c: "0",
    d: ["", ""],
  });
});

test("whatever is sent, reading it answers; what is read is well-formed text within the limits", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constant("\ud800"));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 20 }), (fields) => {
      const result = read(...fields);
      const values = result.ok ? Object.entries(result.values).flat(2) : [];
      expect(values.every((each) => each.isWellFormed() && !each.includes("\0"))).toBe(true);
      for (const schema of [
        requestCodeInput,
        signInCodeInput,
        grantRoleInput,
        nameHolderInput,
        profileInput,
      ]) {
        expect(() => schema.safeParse(result.ok ? withoutEmpty(result.values) : {})).not.toThrow();
      }
    }),
  );
});
