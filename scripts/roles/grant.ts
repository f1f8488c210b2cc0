import { systemActor } from "@/lib/core/actor";
import { grantRole } from "@/lib/identity/roles/commands";
import { grantRoleInput } from "@/lib/identity/roles/schema";
import { emailInput } from "@/lib/identity/schema";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { listSpaceNames } from "@/lib/spaces/queries";
import { Stop } from "../launch/step.js";

const usage = `Write: npm run role:grant -- EMAIL ROLE [SPACE]
  staff   reads the figures of the network and names hosts
  admin   may do what staff and every host may, and names them
  host    runs the days of one space, given by its address: host faitout-luzech`;

/**
 * Gives the role that the words of the command line ask for, and answers with what was done. Somebody
 * unknown is refused, not created: a mistyped address would be an account waiting for whoever has it.
 */
export async function grantFromWords(words: string[]): Promise<string> {
  const [address = "", roleName = "", slug, ...more] = words;
  const email = emailInput.safeParse(address);
  const role = grantRoleInput.shape.role.safeParse(roleName);
  if (!email.success || !role.success || more.length > 0) throw new Stop(usage);
  const person = await db.person.findFirst({
    where: { email: email.data, erasedAt: null },
    select: { id: true, grants: { where: { revokedAt: null } } },
  });
  if (!person) {
    throw new Stop(
      `Nobody has signed in as ${email.data} yet. Ask them to sign in once on ${env().NEXTAUTH_URL}/connexion, then write the same command again.`,
    );
  }
  const spaceId = role.data === "host" ? await spaceOf(slug) : withoutSpace(role.data, slug);
  const asked = { role: role.data, spaceId };
  const what = slug ? `${role.data} of ${slug}` : role.data;
  const isHeld = person.grants.some(
    (grant) => grant.role === asked.role && grant.spaceId === asked.spaceId,
  );
  if (isHeld) return `${email.data} already is ${what}: nothing was changed.`;
  await grantRole(systemActor("role:grant"), { personId: person.id, ...asked });
  return `${email.data} is ${what} from their next page on; the journal says so.`;
}

async function spaceOf(slug: string | undefined): Promise<string> {
  const spaces = await listSpaceNames();
  const space = spaces.find((each) => each.slug === slug);
  if (space) return space.id;
  const known = spaces.map((each) => `  ${each.slug}   ${each.name}`).join("\n");
  throw new Stop(`A host is of one space. Give its address, one of:\n${known || "  (none yet)"}`);
}

function withoutSpace(role: string, slug: string | undefined): null {
  if (slug === undefined) return null;
  throw new Stop(`The role ${role} is of the whole network: leave « ${slug} » out.`);
}
