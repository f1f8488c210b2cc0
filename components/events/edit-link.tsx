import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/core/actor";
import { canDo } from "@/lib/events/policy";
import type { EventView } from "@/lib/events/queries";

/** From the page everybody sees to its form, for whoever may change the event. */
export async function EditLink({ actor, event }: { actor: Actor; event: EventView }) {
  const { space, slug, createdBy, speakers } = event;
  if (!canDo(actor, "edit", { spaceId: space.id, createdBy, speakers })) return null;
  const t = await getTranslations("eventsEdit");
  return (
    <p className="no-print mb-6">
      <a className="btn btn-secondary" href={`/hote/${space.slug}/evenements/${slug}/modifier`}>
        {t("editTitle")}
      </a>
    </p>
  );
}
