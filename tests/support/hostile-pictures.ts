import sharp from "sharp";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#306080" } });

/** What is sent as a picture and is none, or one that would cost too much to open: its name, its bytes, and why not. */
export async function hostilePictures(): Promise<[string, Buffer, string][]> {
  const png = await picture(10, 10).png().toBuffer();
  const whole = await picture(900, 900).png({ compressionLevel: 0 }).toBuffer();
  return [
    ["a text", Buffer.from("Bonjour"), "not_an_image"],
    ["an SVG", Buffer.from(svg), "not_an_image"],
    ["an SVG that says it is a JPEG", startingAs([0xff, 0xd8, 0xff], svg), "not_an_image"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "not_an_image"],
    ["a PDF", Buffer.from("%PDF-1.7"), "not_an_image"],
    ["nothing", Buffer.alloc(0), "not_an_image"],
    ["the first bytes of a PNG", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "not_an_image"],
    ["a photo cut short", whole.subarray(0, 200_000), "not_an_image"],
    ...(await movingPictures(png)),
    ["a long strip", await picture(30_000, 2).png().toBuffer(), "too_many_pixels"],
    ["ten megabytes", Buffer.alloc(10_000_000, 0xff), "too_heavy"],
  ];
}

function startingAs(first: number[], text: string): Buffer {
  return Buffer.concat([Buffer.from(first), Buffer.from(text)]);
}

async function movingPictures(png: Buffer): Promise<[string, Buffer, string][]> {
  const frames = Buffer.concat([Buffer.alloc(300, 10), Buffer.alloc(300, 200)]);
  const moving = sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } });
  const at = png.indexOf("IDAT") - 4;
  const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from("acTL"), Buffer.alloc(12)]);
  const animated = Buffer.concat([png.subarray(0, at), control, png.subarray(at)]);
  return [
    ["a GIF that moves", await moving.clone().gif().toBuffer(), "moving"],
    ["a WebP that moves", await moving.clone().webp({ lossless: true }).toBuffer(), "moving"],
    ["a PNG that moves", animated, "moving"],
  ];
}
