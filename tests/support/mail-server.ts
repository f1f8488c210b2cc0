import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { from: string; to: string[]; source: string };

/**
 * A real mail server on a free port of 127.0.0.1 that keeps what it receives. An address that begins
 * with « plein- » is refused for now (452), with « inconnu- » for good (550). `refuses` makes it refuse us.
 */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const state: { refuses: "nobody" | "password" | "sender" } = { refuses: "nobody" };
  const server = new SMTPServer({
    // Neither certificate nor encryption on the way to oneself.
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      state.refuses === "password"
        ? done(refusal(535, "Wrong password"))
        : done(null, { user: "cowloting" }),
    onMailFrom: (_address, _session, done) =>
      state.refuses === "sender" ? done(refusal(553, "Sender not allowed")) : done(),
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith("plein-")) return done(refusal(452, "Mailbox full"));
      if (address.startsWith("inconnu-")) return done(refusal(550, "No such user"));
      done();
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    state,
    url: `smtp://cowloting:secret@127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** One header of a mail, unfolded; empty when it has none of that name. */
export function headerOf(mail: ReceivedMail, name: string): string {
  const [head = ""] = mail.source.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const line = lines.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? "";
}

/** The parts of a mail of that type, decoded, attachments among them. */
export function partsOf(mail: ReceivedMail, contentType: string): string[] {
  return mail.source
    .split(/\r\n--[^\r\n]+(?:\r\n|$)/)
    .filter((part) => part.toLowerCase().includes(`content-type: ${contentType}`))
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      return decoded(head, body.join("\r\n\r\n"));
    });
}

function decoded(head: string, body: string): string {
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
