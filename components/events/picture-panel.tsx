import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { FileField } from "@/components/ui/file-field";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { longest } from "@/lib/events/schema";

type PicturePanelProps = {
  event: {
    id: string;
    slug: string;
    picture: { version: string; alternative: string } | null;
  };
  save: FormAction;
  remove: FormAction;
};

/** The picture of an event and the words said in its place. */
export async function PicturePanel({ event, save, remove }: PicturePanelProps) {
  const t = await getTranslations("eventsEdit.picture");
  const { id, slug, picture } = event;
  return (
    <Section id="image" title={t("title")} className="mt-6">
      {picture ? (
        // biome-ignore lint/performance/noImgElement: sized when it was taken in, its address changes with it
        <img
          className="mb-4 h-auto w-full max-w-[30rem] rounded-bank"
          src={`/evenements/${slug}/photo?v=${picture.version}`}
          alt={picture.alternative}
          width={1200}
          height={800}
        />
      ) : (
        <p className="muted mb-4">{t("none")}</p>
      )}
      <ActionForm action={save} hidden={{ eventId: id }} className="grid max-w-[30rem] gap-5">
        <FileField
          name="photo"
          label={t("file")}
          hint={t("fileHint")}
          accept="image/jpeg,image/png,image/webp"
        />
        <TextField
          name="alternative"
          label={t("alternative")}
          hint={t("alternativeHint")}
          defaultValue={picture?.alternative ?? ""}
          maxLength={longest.alternative}
          required
        />
        <p>
          <SubmitButton className="btn btn-secondary" pending={t("pending")}>
            {t("save")}
          </SubmitButton>
        </p>
      </ActionForm>
      {picture ? (
        <ActionForm action={remove} hidden={{ eventId: id }} className="mt-4">
          <SubmitButton className="btn btn-quiet" pending={t("pending")}>
            {t("remove")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </Section>
  );
}
