import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { Locale } from "@/lib/core/locale";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";

type PersonRow = {
  id: string;
  email: string | null;
  name: string | null;
  emailVerifiedAt: Date | null;
};

const personSelect = { id: true, email: true, name: true, emailVerifiedAt: true } as const;

function toUser(person: PersonRow): AdapterUser {
  return {
    id: person.id,
    email: person.email ?? "",
    name: person.name,
    emailVerified: person.emailVerifiedAt,
  };
}

/**
 * next-auth on our tables: persons, provider links, sessions whose token is kept hashed. Only for
 * somebody a provider vouches for (callback signIn of auth.ts): their address is then a checked one.
 */
export function authAdapter(locale: Locale): Adapter {
  return { ...people(locale), ...sessions(locale) };
}

const people = (locale: Locale): Adapter => ({
  async createUser(user: Omit<AdapterUser, "id">) {
    const { email, name = null } = user;
    const data = { email: email.toLowerCase(), name, locale, emailVerifiedAt: now() };
    return toUser(await db.person.create({ data, select: personSelect }));
  },
  async getUser(id) {
    const person = await db.person.findFirst({
      where: { id, erasedAt: null },
      select: personSelect,
    });
    return person && toUser(person);
  },
  async getUserByEmail(email) {
    const where = { email: email.toLowerCase(), erasedAt: null };
    const person = await db.person.findFirst({ where, select: personSelect });
    return person && toUser(person);
  },
  async getUserByAccount({ provider, providerAccountId }) {
    const link = await db.providerLink.findUnique({
      where: {
        provider_providerAccountId: { provider, providerAccountId },
        person: { erasedAt: null },
      },
      select: { person: { select: personSelect } },
    });
    return link && toUser(link.person);
  },
  async updateUser(user) {
    const person = await db.person.update({
      where: { id: user.id },
      data: { ...(user.emailVerified ? { emailVerifiedAt: user.emailVerified } : {}) },
      select: personSelect,
    });
    return toUser(person);
  },
  async linkAccount({ provider, providerAccountId, userId }: AdapterAccount) {
    await db.providerLink.create({ data: { provider, providerAccountId, personId: userId } });
  },
});

const sessions = (locale: Locale): Adapter => ({
  async createSession({ sessionToken, userId, expires }) {
    const session = { tokenHash: hashOfToken(sessionToken), expiresAt: expires };
    await db.person.update({
      where: { id: userId },
      data: { locale, sessions: { create: session } },
    });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const session = await db.session.findUnique({
      where: { tokenHash: hashOfToken(sessionToken) },
      select: { personId: true, expiresAt: true, person: { select: personSelect } },
    });
    if (!session) return null;
    return {
      session: { sessionToken, userId: session.personId, expires: session.expiresAt },
      user: toUser(session.person),
    };
  },
  async updateSession({ sessionToken, expires }) {
    if (!expires) return null;
    await db.session.updateMany({
      where: { tokenHash: hashOfToken(sessionToken) },
      data: { expiresAt: expires },
    });
    return null;
  },
  async deleteSession(sessionToken) {
    await db.session.deleteMany({ where: { tokenHash: hashOfToken(sessionToken) } });
  },
});
