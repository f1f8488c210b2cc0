import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { hashOfToken } from "@/lib/identity/commands";
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

/** next-auth on our tables: persons, provider links, sessions whose token is kept hashed. */
export const authAdapter: Adapter = {
  async createUser(user: Omit<AdapterUser, "id">) {
    const data = { email: user.email.toLowerCase(), name: user.name ?? null };
    const verified = { ...data, emailVerifiedAt: user.emailVerified ?? null };
    return toUser(await db.person.create({ data: verified, select: personSelect }));
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
      where: { provider_providerAccountId: { provider, providerAccountId } },
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
  async createSession({ sessionToken, userId, expires }) {
    await db.session.create({
      data: { tokenHash: hashOfToken(sessionToken), personId: userId, expiresAt: expires },
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
};
