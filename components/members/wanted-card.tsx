import { getTranslations } from "next-intl/server";
import { addressOfSearch, readAdSearch } from "@/lib/members/ads/rules";
import type { Wanted } from "@/lib/members/wanted/rules";

/** Others ask for what one offers: said with the way to their requests. */
export async function WantedCard({ wanted, name }: { wanted: Wanted; name: string | null }) {
  const t = await getTranslations("directory.wanted");
  const { offer, people: count } = wanted;
  const [firstName = ""] = (name ?? "").split(" ");
  const address = addressOfSearch({ ...readAdSearch({ q: offer }), kind: "ask" });
  return (
    <section className="band wanted" aria-labelledby="vous-pouvez">
      <h2 id="vous-pouvez" className="text-h3">
        {t("title", { count, offer })}
      </h2>
      <p className="muted mt-1 mb-4">
        {firstName ? t("yours", { name: firstName }) : t("yoursNameless")}
      </p>
      <a className="btn btn-band" href={address}>
        {t("see", { count })}
      </a>
    </section>
  );
}
