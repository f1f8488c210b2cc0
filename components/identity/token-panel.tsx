import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type Day, dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { OwnToken } from "@/lib/identity/api-tokens/queries";
import { networkTimeZone } from "@/lib/spaces/schema";

type TokenPanelProps = { tokens: OwnToken[]; today: Day; create: FormAction; revoke: FormAction };

/** The member's tokens, and the form that makes one: what is made is shown once, by the form itself. */
export async function TokenPanel({ tokens, today, create, revoke }: TokenPanelProps) {
  const t = await getTranslations("keys");
  return (
    <>
      <p className="muted mb-4">{t("tokensLead", { address: "/api/v1/openapi.json" })}</p>
      {tokens.length === 0 ? (
        <p className="mb-6">{t("noTokens")}</p>
      ) : (
        <ul className="rows mb-8">
          {tokens.map((token) => (
            <TokenLine key={token.id} token={token} today={today} revoke={revoke} />
          ))}
        </ul>
      )}
      <ActionForm action={create} className="grid max-w-[30rem] gap-5">
        <TextField
          name="nom"
          label={t("tokenName")}
          hint={t("tokenNameHint")}
          maxLength={60}
          required
        />
        <CheckList
          name="droits"
          legend={t("rights")}
          defaultValues={["bookings:read"]}
          options={[
            { value: "bookings:read", label: t("rightRead"), hint: t("rightReadHint") },
            { value: "bookings:write", label: t("rightWrite"), hint: t("rightWriteHint") },
          ]}
        />
        <SelectField
          name="duree"
          label={t("lifetime")}
          defaultValue="365"
          options={[
            { value: "30", label: t("days30") },
            { value: "90", label: t("days90") },
            { value: "365", label: t("days365") },
            { value: "none", label: t("unlimited") },
          ]}
        />
        <div>
          <SubmitButton pending={t("creating")}>{t("createToken")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

type TokenLineProps = { token: OwnToken; today: Day; revoke: FormAction };

async function TokenLine({ token, today, revoke }: TokenLineProps) {
  const [t, locale] = await Promise.all([getTranslations("keys"), getLocale().then(localeOf)]);
  const on = (instant: Date) => formatDay(dayOf(instant, networkTimeZone), locale, today);
  const rights = token.scopes.map((scope) =>
    scope === "bookings:read" ? t("rightRead") : t("rightWrite"),
  );
  const facts = [
    t("createdOn", { day: on(token.createdAt) }),
    token.usedAt ? t("usedOn", { day: on(token.usedAt) }) : t("neverUsed"),
    ...(token.expiresAt ? [t("expiresOn", { day: on(token.expiresAt) })] : []),
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <h3 className="break-words">{token.name}</h3>
        <p className="small">{rights.length > 0 ? rights.join(", ") : t("rightNone")}</p>
        <p className="small muted">{facts.join(", ")}</p>
      </div>
      <ActionForm action={revoke} hidden={{ tokenId: token.id }}>
        <SubmitButton
          className="btn btn-danger"
          pending={t("revoking")}
          label={t("revokeNamed", { name: token.name })}
        >
          {t("revoke")}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
