import { getTranslations } from "next-intl/server";

type ProvidersProps = { providers: { id: string; name: string }[]; suite: string | undefined };

/** Other ways in. A plain form a button: it leaves for the provider's site, with or without JavaScript. */
export async function Providers({ providers, suite }: ProvidersProps) {
  if (providers.length === 0) return null;
  const t = await getTranslations("identity");
  return (
    <section className="grid gap-3" aria-labelledby="providers">
      <h2 id="providers" className="text-h4">
        {t("providers")}
      </h2>
      {providers.map(({ id, name }) => (
        <form key={id} action={`/api/auth/signin/${id}`} method="post">
          {suite ? <input type="hidden" name="callbackUrl" value={suite} /> : null}
          <button type="submit" className="btn btn-secondary btn-wide">
            {t("with", { name })}
          </button>
        </form>
      ))}
    </section>
  );
}
