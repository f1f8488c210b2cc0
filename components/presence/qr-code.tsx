import { create } from "qrcode";

/** Four light modules around, as the standard asks (ISO/IEC 18004). */
const quiet = 4;

/** A square to scan, drawn on the server: black on white in both themes and on paper. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * quiet;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules.data, modules.size)} fill="#000" />
    </svg>
  );
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(data: Uint8Array, size: number): string {
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let start = 0; start < size; start += 1) {
      if (!data[row * size + start]) continue;
      let end = start;
      while (end < size && data[row * size + end]) end += 1;
      runs.push(`M${start + quiet} ${row + quiet}h${end - start}v1h-${end - start}z`);
      start = end;
    }
  }
  return runs.join("");
}
