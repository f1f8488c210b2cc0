import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const message = {
  senderName: "Owen Clarke",
  adTitle: "Un écran ?",
  text: "J’en ai un.",
  address: null,
  url: "https://cowloting.example/messages/1",
};
const render = (kind: string, payload: object, locale = "fr") =>
  renderNotification({ kind, locale, payload, createdAt });

test("a message says who wrote, about what, in their words, and where to answer", () => {
  const mail = render("message-received", message);
  expect(mail.subject).toBe("Message d’Owen Clarke");
  expect(read(mail)).toMatch(/« Un écran \? »[\s\S]*« J’en ai un\. »/);
  expect(mail.text).toContain(message.url);
  expect(read(mail)).not.toContain("adresse :");
  expect(render("message-received", message, "en").subject).toBe("Message from Owen Clarke");
});

test("a message says where to tell the moderators of it, whatever becomes of the conversation", () => {
  const reportUrl = "https://cowloting.example/signaler?message=2";
  const mail = render("message-received", { ...message, reportUrl });
  expect(mail.text).toContain(reportUrl);
  expect(mail.html).toContain(reportUrl);
});

test("an address given by its owner is in the mail", () => {
  const mail = render("message-received", { ...message, address: "owen@exemple.test" });
  expect(read(mail)).toContain("vous donne son adresse : owen@exemple.test");
});

test("a message of somebody without a name, of hidden marks alone, has a subject all the same", () => {
  for (const senderName of [null, "", "\u202e\u200b"]) {
    const mail = render("message-received", { ...message, senderName });
    expect(mail.subject).toBe("Message d’un membre du réseau");
  }
});

test("a very long message is cut, and what looks like a page is only words", () => {
  const mail = render("message-received", { ...message, text: `<img src=x>${"x".repeat(5000)}` });
  expect(mail.text.length).toBeLessThan(2500);
  expect(mail.html).not.toContain("<img");
});

test("an ad withdrawn says why; shown again it says so; a report says that it was dealt with", () => {
  const ad = {
    title: "Un écran ?",
    reason: "Publicité",
    url: "https://cowloting.example/annonces/1",
  };
  expect(read(render("ad-hidden", ad))).toMatch(/Un écran \?[\s\S]*« Publicité »/);
  expect(read(render("ad-restored", { ...ad, reason: null }))).toContain("de nouveau");
  const handled = render("report-handled", {});
  expect(handled.subject).toBe("Votre signalement a été traité");
  expect(handled.text).not.toMatch(/http/);
});

test("whoever was hidden something of is told what and why, and that it is shown again", () => {
  const url = "https://cowloting.example/mon-espace/profil";
  const subjects = (["message", "text", "photo", "profile"] as const).map((what) => {
    const hidden = render("content-moderated", { what, change: "hidden", reason: "Insultes", url });
    expect(read(hidden)).toContain("« Insultes »");
    expect(hidden.text).toContain(url);
    const shown = render(
      "content-moderated",
      { what, change: "restored", reason: null, url },
      "en",
    );
    expect(shown.subject).toContain("shown again");
    return hidden.subject;
  });
  expect(new Set(subjects).size).toBe(4);
});
