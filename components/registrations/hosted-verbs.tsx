import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import type { HostedRegistration } from "@/lib/events/registrations/queries";

export type HostedVerbActions = { remove: FormAction; resize: FormAction; restore: FormAction };

type VerbsProps = {
  row: HostedRegistration;
  where: { space: string; event: string };
  mostPeople: number;
  actions: HostedVerbActions;
};

/** What a host may do about one registration: how many, off the list, and on it again. */
export function HostedVerbs({ row, where, mostPeople, actions }: VerbsProps) {
  const hidden = { ...where, registrationId: row.id };
  const most = Math.max(mostPeople, row.quantity);
  if (row.state === "cancelled" || row.state === "lapsed") {
    const isRemoved = row.endReason !== null && row.name !== "";
    return isRemoved ? <RestoreForm row={row} hidden={hidden} action={actions.restore} /> : null;
  }
  return (
    <div className="no-print flex flex-wrap gap-2">
      {most > 1 ? (
        <ResizeForm row={row} hidden={hidden} most={most} action={actions.resize} />
      ) : null}
      <RemoveForm row={row} hidden={hidden} action={actions.remove} />
    </div>
  );
}

type FormProps = { row: HostedRegistration; hidden: Record<string, string>; action: FormAction };

async function ResizeForm({ row, hidden, most, action }: FormProps & { most: number }) {
  const t = await getTranslations("eventsRegister.host");
  const counts = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <details>
      <summary className="btn btn-quiet" aria-label={t("resizeOf", named(row.name))}>
        {t("resize")}
      </summary>
      <ActionForm action={action} hidden={hidden} className="mt-2 grid gap-3">
        <SelectField
          name="quantity"
          id={`quantity-${row.id}`}
          label={t("quantity")}
          options={counts.map((count) => ({ value: count, label: count }))}
          defaultValue={String(row.quantity)}
        />
        <TextField name="reason" id={`words-${row.id}`} label={t("resizeReason")} maxLength={300} />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("resizing")}>
            {t("resizeSend")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

async function RemoveForm({ row, hidden, action }: FormProps) {
  const t = await getTranslations("eventsRegister.host");
  return (
    <details>
      <summary className="btn btn-quiet" aria-label={t("removeOf", { name: row.name })}>
        {t("remove")}
      </summary>
      <ActionForm action={action} hidden={hidden} className="mt-2 grid gap-3">
        <TextField
          name="reason"
          id={`reason-${row.id}`}
          label={t("reason")}
          maxLength={300}
          required
        />
        <div>
          <SubmitButton className="btn btn-danger" pending={t("removing")}>
            {t("removeSend")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

async function RestoreForm({ row, hidden, action }: FormProps) {
  const t = await getTranslations("eventsRegister.host");
  return (
    <details className="no-print">
      <summary className="btn btn-quiet" aria-label={t("restoreOf", { name: row.name })}>
        {t("restore")}
      </summary>
      <ActionForm action={action} hidden={hidden} className="mt-2 grid gap-3">
        <CheckList
          name="wait"
          id={`wait-${row.id}`}
          legend={t("waitTitle")}
          options={[{ value: "1", label: t("wait") }]}
          defaultValues={[]}
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("restoring")}>
            {t("restoreSend")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
