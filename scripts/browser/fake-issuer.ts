import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const client = { id: "cowloting", secret: "secret-of-the-fake-issuer" };

/** Who may sign in there. Only of the first does it say that the address was checked. */
const fakePeople = [
  { sub: "1", name: "Solène Vidal", email: "solene.vidal@exemple.test", email_verified: true },
  { sub: "2", name: "Quelqu’un", email: "membre@demo.test" },
] as const;

type Asked = { person: (typeof fakePeople)[number]; nonce: string; challenge: string };
type Answer = { status?: number; type?: string; body: string };

/**
 * An OpenID Connect provider on this machine, for the journeys: discovery, authorization code with
 * PKCE, signed tokens that name nobody, userinfo that does. It gives its entry of OIDC_PROVIDERS.
 */
export async function startFakeIssuer() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "essai", alg: "RS256", use: "sig" };
  const codes = new Map<string, Asked>();
  const subjects = new Map<string, string>();
  let issuer = "";

  const signed = (claims: object) => {
    const parts = [{ alg: "RS256", kid: key.kid, typ: "JWT" }, claims].map(encoded).join(".");
    return `${parts}.${sign("sha256", Buffer.from(parts), privateKey).toString("base64url")}`;
  };

  const tokens = async (request: IncomingMessage): Promise<Answer> => {
    const form = new URLSearchParams(await text(request));
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const proof = createHash("sha256").update(form.get("code_verifier") ?? "");
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString("base64");
    const isClient = request.headers.authorization === `Basic ${basic}`;
    if (!asked || !isClient || proof.digest("base64url") !== asked.challenge) {
      return json({ error: "invalid_grant" }, 400);
    }
    const accessToken = randomUUID();
    subjects.set(accessToken, asked.person.sub);
    const seconds = Math.floor(Date.now() / 1000);
    const dates = { iat: seconds, exp: seconds + 300 };
    const said = { iss: issuer, aud: client.id, sub: asked.person.sub, nonce: asked.nonce };
    const bearer = { access_token: accessToken, token_type: "Bearer", expires_in: 300 };
    return json({ ...bearer, id_token: signed({ ...said, ...dates }) });
  };

  const userinfo = ({ headers }: IncomingMessage): Answer => {
    const sub = subjects.get(headers.authorization?.replace("Bearer ", "") ?? "");
    const person = fakePeople.find((each) => each.sub === sub);
    return person ? json(person) : json({ error: "invalid_token" }, 401);
  };

  /** A page with one link a person, each with its code: no script, no password. */
  const authorize = ({ searchParams }: URL): Answer => {
    const links = fakePeople.map((person) => {
      const code = randomUUID();
      const nonce = searchParams.get("nonce") ?? "";
      codes.set(code, { person, nonce, challenge: searchParams.get("code_challenge") ?? "" });
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return `<p><a href="${back.toString().replaceAll("&", "&amp;")}">${person.name}</a></p>`;
    });
    const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>`;
    return { type: "text/html; charset=utf-8", body: page + links.join("") };
  };

  const answer = (request: IncomingMessage): Promise<Answer> | Answer => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/.well-known/openid-configuration") return json(metadataOf(issuer));
    if (url.pathname === "/jwks") return json({ keys: [key] });
    if (url.pathname === "/authorize") return authorize(url);
    if (url.pathname === "/token") return tokens(request);
    return url.pathname === "/userinfo" ? userinfo(request) : json({}, 404);
  };

  const server = createServer(async (request, response) => {
    const { status = 200, type = "application/json", body } = await answer(request);
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const named = { id: "essai", name: "le fournisseur d’essai", issuer };
  return {
    provider: { ...named, clientId: client.id, clientSecret: client.secret },
    stop: () => server.close(),
  };
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const json = (value: object, status = 200): Answer => ({ status, body: JSON.stringify(value) });

function metadataOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}
