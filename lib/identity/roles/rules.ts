import type { RoleName } from "@/lib/core/actor";
import type { WithdrawRefusal } from "./schema";

/**
 * Null when that role may be taken back. The last admin stays: nobody could name another one but from
 * the machine itself. `admins`: people who hold the role now, this one included.
 */
export function decideWithdrawal(role: RoleName, admins: number): WithdrawRefusal | null {
  return role === "admin" && admins <= 1 ? "last_admin" : null;
}
