import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readSources } from "@/tests/architecture/source-tree";

const views = readSources().filter(({ path: file }) => /^(app|components)\/.*\.tsx$/.test(file));

/** Opening tags of these names, each with its attributes. */
function tagsIn(text: string, names: string[]): string[] {
  const pattern = new RegExp(`<(?:${names.join("|")})\\b(?:[^>{]|\\{[^}]*\\})*>`, "g");
  return text.match(pattern) ?? [];
}

/** What a source imports of the icons, by the names it uses. */
function iconsOf(text: string): string[] {
  const list = /import \{([^}]*)\} from "lucide-react"/.exec(text)?.[1] ?? "";
  const names = list.split(",").map((name) => name.trim().split(" as ").at(-1) ?? "");
  return names.filter((name) => name !== "" && !name.startsWith("type "));
}

function unnamedPictures(text: string): string[] {
  const isNamed = /aria-hidden|aria-label|role="img"|\balt=/;
  return [
    ...tagsIn(text, ["img", "Icon", ...iconsOf(text)]).filter((tag) => !isNamed.test(tag)),
    ...[...text.matchAll(/<svg\b([^>]*)>\s*(<title>)?/g)]
      .filter(([, own = "", title]) => !title && !isNamed.test(own))
      .map(([tag]) => tag),
  ];
}

const headless = (text: string) => tagsIn(text, ["th"]).filter((tag) => !/\bscope=/.test(tag));
const framesAndFilms = (text: string) =>
  [...text.matchAll(/^\s*<(iframe|frame|video|audio|object|embed)\b/gm)].map(([tag]) => tag);
const dressing = (text: string) =>
  text.match(
    /<(font|center|big|tt|basefont|marquee|blink)\b|\s(align|bgcolor|cellpadding|valign)=/g,
  ) ?? [];
const opensByItself = (text: string) => text.match(/window\.open|http-equiv="refresh"/g) ?? [];

function found(check: (text: string) => string[]): string[] {
  return views.flatMap(({ path: file, text }) => check(text).map((fault) => `${file}: ${fault}`));
}

test("each picture has a name, or is hidden from who does not see it", () => {
  expect(found(unnamedPictures)).toEqual([]);
  expect(unnamedPictures("<img src={x}>")).toHaveLength(1);
  expect(unnamedPictures('<svg viewBox="0 0 1 1">\n<path>')).toHaveLength(1);
  expect(
    unnamedPictures('import { Check } from "lucide-react";\n<Check size={18} />'),
  ).toHaveLength(1);
});

test("each heading of a table says whether it heads a row or a column", () => {
  expect(views.some(({ text }) => tagsIn(text, ["th"]).length > 0)).toBe(true);
  expect(found(headless)).toEqual([]);
  expect(headless('<th scope="col"><th className="x">')).toEqual(['<th className="x">']);
});

test("no page has a frame, a sound or a film", () => {
  expect(found(framesAndFilms)).toEqual([]);
  expect(framesAndFilms('<p>\n  <iframe src="x">')).toHaveLength(1);
});

test("pages are dressed by style sheets alone", () => {
  expect(found(dressing)).toEqual([]);
  expect(dressing('<td align="left">')).toHaveLength(1);
});

test("no window opens by itself", () => {
  expect(found(opensByItself)).toEqual([]);
  expect(opensByItself("window.open(address)")).toHaveLength(1);
});

test("no style sheet imposes how the device is held", () => {
  const root = path.resolve(import.meta.dirname, "../../../app");
  const sheets = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".css"),
  );
  expect(sheets.length).toBeGreaterThan(3);
  const locked = sheets.filter((file) =>
    /orientation\s*:/.test(readFileSync(path.join(root, file), "utf8")),
  );
  expect(locked).toEqual([]);
});
