import { afterAll, expect, test, vi } from "vitest";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { replyToConversation } from "@/lib/members/conversations/commands";
import { deliverNotification } from "@/lib/notifications/commands";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { headerOf, partsOf } from "@/tests/support/mail-server";
import { aConversation, aListedMember } from "@/tests/support/mutual-help";

// Started before anything reads the environment: this file is a real installation.
const server = await vi.hoisted(async () => {
  const { startMailServer } = await import("@/tests/support/mail-server");
  const started = await startMailServer();
  process.env["DEMO"] = "0";
  process.env["SMTP_URL"] = started.url;
  return started;
});

afterAll(() => server.stop());

/** The last mail about a message that reached this person. */
async function received({ personId, email }: PersonActor) {
  const { id } = await db.notification.findFirstOrThrow({
    where: { personId, kind: "message-received" },
    orderBy: { id: "desc" },
  });
  await deliverNotification(systemActor("worker"), { notificationId: id }, mondayMorning);
  const mail = server.received.filter(({ to }) => to.includes(email ?? "")).at(-1);
  if (!mail) throw new Error("nothing was received");
  return mail;
}

test("a message is told by the network: the sender's words and name, no address of theirs anywhere", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  await db.person.update({ where: { id: writer.personId }, data: { name: "Nora" } });
  const id = await aConversation(writer, other, "Bonjour,\nje peux aider.");
  const mail = await received(other);
  expect(mail).toMatchObject({ from: "cowloting@gmail.com", to: [other.email] });
  expect(headerOf(mail, "Subject")).toBe("Message de Nora");
  expect(headerOf(mail, "Reply-To")).toBe("");
  expect(headerOf(mail, "From")).toContain("cowloting@gmail.com");
  const [text = ""] = partsOf(mail, "text/plain");
  expect(text).toContain("Bonjour,\r\nje peux aider.");
  expect(text).toContain(`/messages/${id}`);
  expect(mail.source + text + partsOf(mail, "text/html").join("")).not.toContain(writer.email);
});

test("an address given is in that mail and no other", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  const reply = { conversationId, text: "Écrivez-moi.", givesAddress: "yes" as const };
  await replyToConversation(other, reply, mondayMorning);
  expect(partsOf(await received(writer), "text/plain")[0]).toContain(other.email);
  await replyToConversation(other, { conversationId, text: "Merci." }, mondayMorning);
  expect(partsOf(await received(writer), "text/plain")[0]).not.toContain(other.email);
});

test.each([
  ["line breaks", "Luc\r\nBcc: evil@example.com\r\nReply-To: evil@example.com\r\n\r\nautre"],
  ["a bare line feed", "Luc\nBcc: evil@example.com"],
  ["a bare carriage return", "Luc\rBcc: evil@example.com"],
  ["other separators", "Luc\u2028Bcc: evil@example.com\u0085\u000bReply-To: evil@example.com"],
  ["direction marks and a great length", `\u202e${"Luc ".repeat(500)}\r\nBcc: evil@example.com`],
])("a name with %s adds neither header nor recipient to the mail", async (_what, name) => {
  const [writer, other] = [await aMember(), await aListedMember()];
  // As an import or another form could have left it in the database.
  await db.person.update({ where: { id: writer.personId }, data: { name } });
  await aConversation(writer, other, "Bonjour\r\nBcc: evil@example.com\r\n\r\n<b>x</b>");
  const mail = await received(other);
  expect(mail.to).toEqual([other.email]);
  expect(headerOf(mail, "Bcc")).toBe("");
  expect(headerOf(mail, "Reply-To")).toBe("");
  const [head = ""] = mail.source.split("\r\n\r\n");
  expect(head).not.toMatch(/^(bcc|reply-to):/im);
  expect(headerOf(mail, "Subject").length).toBeLessThan(120);
  expect(partsOf(mail, "text/html")[0]).not.toContain("<b>x</b>");
});
