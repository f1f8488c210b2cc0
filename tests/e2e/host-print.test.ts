import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, signInAs, test } from "./support/test";

/** What the browser prints, read by another parser: the sheets and their words. */
async function printed(page: Page) {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  const sheets = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: sheets.numPages }, (_, index) => sheets.getPage(index + 1)),
  );
  const contents = await Promise.all(pages.map((sheet) => sheet.getTextContent()));
  const words = contents
    .flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : "")))
    .join(" ");
  const views = pages.map((sheet) => sheet.getViewport({ scale: 1 }));
  return {
    wide: views.map(({ width, height }) => width > height),
    words: words.replace(/\s+/g, " "),
  };
}

/** Words that would not be read on paper: pale, or on what is not white. */
async function paleWords(page: Page, scope: string, media: "print" | "screen"): Promise<string[]> {
  await page.emulateMedia({ media, colorScheme: "dark" });
  return page.locator(scope).evaluate((root) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const lightness = (colour: string): number => {
      if (!canvas) throw new Error("no canvas");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return alpha === 0 ? 255 : Math.max(red, green, blue);
    };
    const isInverted = (element: Element) => lightness(getComputedStyle(element).color) > 0xf0;
    return [...root.querySelectorAll<HTMLElement>("*")]
      .filter((element) => element.checkVisibility() && !element.closest(".sr-only"))
      .filter(({ childNodes }) =>
        [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      .filter((element) => {
        const { color } = getComputedStyle(element);
        const grounds: number[] = [];
        for (let at: Element | null = element; at; at = at.parentElement) {
          grounds.push(lightness(getComputedStyle(at).backgroundColor));
        }
        if (isInverted(element)) return Math.min(...grounds) > 0x20;
        return lightness(color) > 0x55 || Math.min(...grounds) < 0xff;
      })
      .map((element) => `${element.className}: ${element.textContent}`);
  });
}

const controls = /Fermer un créneau|Ajouter un passage|Flèches|Noter l’arrivée|Affiche de l’entrée/;

for (const { what, address, isWide, board } of [
  { what: "the day", address: "/hote/faitout-prayssac", isWide: true, board: ".host-board" },
  {
    what: "the week",
    address: "/hote/faitout-prayssac/semaine",
    isWide: true,
    board: ".host-board",
  },
  {
    what: "the list of arrivals",
    address: "/hote/faitout-prayssac?vue=liste",
    isWide: false,
    board: ".host-aside",
  },
]) {
  test(`${what} on paper: black on white, no control, every state in words, even from the dark`, async ({
    page,
  }) => {
    await signInAs(page, "host", address);
    await page.locator("html").evaluate((root) => root.setAttribute("data-theme", "dark"));
    expect(await paleWords(page, board, "print")).toEqual([]);
    // The dark screen is all pale words: the check can fail.
    expect(await paleWords(page, board, "screen")).not.toEqual([]);
    await page.emulateMedia({ media: null });
    const { wide, words } = await printed(page);
    expect(new Set(wide)).toEqual(new Set([isWide]));
    expect(words).toMatch(/Colette.{0,60}(en retard|sur place|absence)/);
    expect(words).not.toMatch(controls);
  });
}
