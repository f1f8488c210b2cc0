import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { BlockedPerson } from "@/lib/members/blocks/queries";

/** What was just done, and the way back. */
export async function JustBlocked({
  person,
  unblock,
}: {
  person: BlockedPerson;
  unblock: FormAction;
}) {
  const [t, profile] = await Promise.all([
    getTranslations("directory.block"),
    getTranslations("profile.blocked"),
  ]);
  return (
    <div className="pt-4">
      <Message tone="ok" role="status">
        <p>{t("done", { name: person.name ?? profile("someone") })}</p>
        <ActionForm action={unblock} hidden={{ personId: person.id }}>
          <SubmitButton className="btn btn-quiet" pending={t("pending")}>
            {t("undo")}
          </SubmitButton>
        </ActionForm>
        <p>
          <a className="inline-flex min-h-11 items-center" href={`/signaler?personne=${person.id}`}>
            {t("report")}
          </a>
        </p>
      </Message>
    </div>
  );
}
