import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdRows } from "@/components/ads/ad-rows";
import { DirectoryForm } from "@/components/members/directory-form";
import { DirectoryResults } from "@/components/members/directory-results";
import { JustBlocked } from "@/components/members/just-blocked";
import { PersonRow } from "@/components/members/person-row";
import { PublicDirectory } from "@/components/members/public-directory";
import { WantedCard } from "@/components/members/wanted-card";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listPeopleShownOn } from "@/lib/bookings/shown-days/queries";
import type { PersonActor } from "@/lib/core/actor";
import { type Day, dayOf, day as knownDay } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listNewestAds } from "@/lib/members/ads/queries";
import { isListed } from "@/lib/members/audiences/rules";
import { listBlockedPeople } from "@/lib/members/blocks/queries";
import {
  countListed,
  type ListedPerson,
  listNewcomers,
  searchDirectory,
} from "@/lib/members/directory/queries";
import { askedDay } from "@/lib/members/directory/rules";
import { type DirectorySearch, directorySearch } from "@/lib/members/directory/schema";
import { getOwnProfile } from "@/lib/members/profiles/queries";
import { findWanted } from "@/lib/members/wanted/queries";
import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { currentActor } from "@/lib/web/session";
import { unblockPersonAction } from "../mon-espace/profil/actions";

type Asked = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("directory"))("title") };
}

export default async function MembersPage({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentActor(), searchParams]);
  const search = directorySearch.parse(asked);
  if (actor.kind !== "person") {
    return (
      <div className="wrap">
        <PublicDirectory found={await searchDirectory(actor, search)} search={search} />
      </div>
    );
  }
  return (
    <div className="wrap">
      <Blocked actor={actor} id={asked["bloque"]} />
      <Directory actor={actor} asked={search} typedDay={asked["le"]} />
    </div>
  );
}

/** Said, and taken back at once, only to who did block that person. */
async function Blocked({ actor, id }: { actor: PersonActor; id: Asked[string] }) {
  if (typeof id !== "string") return null;
  const person = (await listBlockedPeople(actor)).find((blocked) => blocked.id === id);
  return person ? <JustBlocked person={person} unblock={unblockPersonAction} /> : null;
}

type DirectoryProps = { actor: PersonActor; asked: DirectorySearch; typedDay: Asked[string] };

async function Directory({ actor, asked, typedDay }: DirectoryProps) {
  const today = dayOf(now(), networkTimeZone);
  const search = { ...asked, le: askedDay(asked.le, today) };
  const here = search.le ? await listPeopleShownOn(actor, search.le) : null;
  const [found, counts, wanted, communes, spaces, t] = await Promise.all([
    searchDirectory(actor, search, here),
    countListed(actor),
    findWanted(actor),
    listCommunes(),
    listSpaceNames(),
    getTranslations("directory"),
  ]);
  const isSearch = isAsked(search);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead", counts)}>
        <a className="btn btn-primary" href="/annonces/nouvelle">
          {t("ask")}
        </a>
      </PageHead>
      <DirectoryForm
        search={search}
        communes={communes.filter(({ isMember }) => isMember)}
        spaces={spaces}
        today={today}
      />
      {typedDay && !search.le ? <p className="field-error mt-3">{t("invalidDay")}</p> : null}
      <div className="columns">
        <div className="min-w-0">
          <DirectoryResults
            found={found}
            search={search}
            isSearch={isSearch}
            viewerId={actor.personId}
          />
          {search.page === 1 ? (
            <Newcomers
              actor={actor}
              today={today}
              isSearch={isSearch}
              shown={isSearch ? found.people : []}
            />
          ) : null}
        </div>
        <aside>
          <AskedFor actor={actor} />
          {wanted ? <WantedCard wanted={wanted} name={actor.name} /> : null}
          <OpenOneself actor={actor} />
        </aside>
      </div>
    </>
  );
}

type NewcomersProps = {
  actor: PersonActor;
  today: Day;
  isSearch: boolean;
  /** Found already, just above. */
  shown: ListedPerson[];
};

async function Newcomers({ actor, today, isSearch, shown }: NewcomersProps) {
  const [newcomers, t] = await Promise.all([
    listNewcomers(actor, firstOfMonth(today)),
    getTranslations("directory"),
  ]);
  const people = newcomers.filter(({ id }) => !shown.some((person) => person.id === id));
  if (people.length === 0) return null;
  return (
    <Section
      id="arrives"
      title={t("newcomers")}
      aside={
        isSearch ? (
          <a className="small" href="/membres">
            {t("allMembers")}
          </a>
        ) : null
      }
    >
      <ul className="people">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} mayWrite />
        ))}
      </ul>
    </Section>
  );
}

const asksShown = 3;

/** What others ask for now: the directory is where one sees that one can help, too. */
async function AskedFor({ actor }: { actor: PersonActor }) {
  const [{ ads, count }, t] = await Promise.all([
    listNewestAds(actor, "ask", asksShown),
    getTranslations("directory"),
  ]);
  return (
    <Section id="demandes" title={t("asked")}>
      {ads.length > 0 ? <AdRows ads={ads} /> : <p className="muted">{t("noneAsked")}</p>}
      <p className="mt-3">
        <a className="btn btn-quiet" href="/annonces">
          {t("seeAds", { count })}
        </a>
      </p>
    </Section>
  );
}

/** Whoever looks for others without being found by them is told how to be. */
async function OpenOneself({ actor }: { actor: PersonActor }) {
  const [{ audiences }, t] = await Promise.all([
    getOwnProfile(actor),
    getTranslations("directory"),
  ]);
  if (isListed(audiences, "member")) return null;
  return (
    <section className="panel mt-6" aria-labelledby="et-vous">
      <h2 id="et-vous" className="text-h3">
        {t("open")}
      </h2>
      <p className="mt-2 mb-4">{t("openLead")}</p>
      <a className="btn btn-secondary" href="/mon-espace/profil">
        {t("openAction")}
      </a>
    </section>
  );
}

function isAsked({ page: _page, autour: _around, ...criteria }: DirectorySearch): boolean {
  return Object.values(criteria).some((said) => said !== "" && said !== null);
}

function firstOfMonth(today: Day): Day {
  return knownDay(`${today.slice(0, 7)}-01`);
}
