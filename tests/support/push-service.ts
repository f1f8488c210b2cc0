import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

type Decrypt = (
  body: Buffer,
  keys: { version: "aes128gcm"; privateKey: ReturnType<typeof createECDH>; authSecret: string },
) => Buffer;

// The reader of the standard's authors, without types: not the code that wrote the message.
const { decrypt }: { decrypt: Decrypt } = createRequire(import.meta.url)("http_ece");

export type PushReceived = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service on a free port of 127.0.0.1 that keeps what it receives and answers `state.status`. */
export async function startPushService() {
  const received: PushReceived[] = [];
  const state = { status: 201 };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
    const { url: path = "", headers } = request;
    received.push({ path, headers, body: Buffer.concat(parts) });
    response.writeHead(state.status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    received,
    state,
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A browser's own keys, and what it reads of a message sent to it. */
export function aBrowser() {
  const pair = createECDH("prime256v1");
  const publicKey = pair.generateKeys("base64url");
  const secret = randomBytes(16).toString("base64url");
  const read = (body: Buffer) =>
    decrypt(body, { version: "aes128gcm", privateKey: pair, authSecret: secret }).toString("utf8");
  return { publicKey, secret, read };
}

/** What the sender says of itself (RFC 8292); throws unless it signed with the key it shows. */
export function senderOf({ headers }: PushReceived): { aud: string; sub: string; exp: number } {
  const [, token = "", key = ""] =
    /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
    half.toString("base64url"),
  );
  const jwk = { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" };
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("not signed by the key it shows");
  return JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
}
