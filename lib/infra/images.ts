import "server-only";

/** Pixels of the largest picture that is decoded at all: 50 million, as a good telephone makes. */
const mostPixels = 50_000_000;
const longestSide = 12_000;

export type ImageRefusal = "not_an_image" | "moving" | "too_many_pixels";

/** First bytes of what is decoded. Nothing else reaches the decoder: an SVG is a program. */
const beginnings: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
  (bytes) =>
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
];

/**
 * A photo decoded and written anew as a WebP of that size, upright, cut around its middle, without
 * anything it said besides its pixels (place, camera, colour profile). JPEG, PNG and WebP that stand still.
 */
export async function webpOf(
  bytes: Buffer,
  size: { width: number; height: number },
): Promise<{ image: Buffer } | { refusal: ImageRefusal }> {
  if (isMoving(bytes)) return { refusal: "moving" };
  if (!beginnings.some((begins) => begins(bytes))) return { refusal: "not_an_image" };
  // Loaded by whoever sends a photo only: its library is large.
  const { default: sharp } = await import("sharp");
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });
  try {
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if ((pages ?? 1) > 1) return { refusal: "moving" };
    if (width * height > mostPixels || Math.max(width, height) > longestSide) {
      return { refusal: "too_many_pixels" };
    }
    const image = await open()
      .timeout({ seconds: 10 })
      .rotate()
      .resize(size.width, size.height, { fit: "cover" })
      .flatten({ background: "#ffffff" })
      .webp({ quality: 82 })
      .toBuffer();
    return { image };
  } catch {
    return { refusal: "not_an_image" };
  }
}

/** GIF, and PNG with several frames (its acTL chunk comes before its pixels). */
function isMoving(bytes: Buffer): boolean {
  if (bytes.toString("latin1", 0, 4) === "GIF8") return true;
  const pixels = bytes.indexOf("IDAT");
  const frames = bytes.indexOf("acTL");
  return bytes.toString("latin1", 1, 4) === "PNG" && frames >= 0 && frames < pixels;
}
