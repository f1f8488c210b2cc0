import { type Import, importsOf, type Source } from "./source-tree";

/** Domains, lowest first, each with those it may use. Changing this table is changing the design. */
export const domainGraph: Record<string, string[]> = {
  identity: [],
  notifications: ["identity"],
  spaces: ["identity", "notifications"],
  members: ["identity", "notifications", "spaces"],
  passes: ["identity", "notifications", "spaces", "members"],
  bookings: ["identity", "notifications", "spaces", "members", "passes"],
  invoices: ["identity", "notifications", "spaces", "members", "passes", "bookings"],
  events: ["identity", "notifications", "spaces", "members", "bookings"],
  surveys: ["identity", "notifications", "spaces", "members"],
  map: ["spaces", "events"],
  reports: [
    "identity",
    "notifications",
    "spaces",
    "members",
    "passes",
    "bookings",
    "events",
    "surveys",
  ],
  privacy: [
    "identity",
    "notifications",
    "spaces",
    "members",
    "passes",
    "bookings",
    "events",
    "surveys",
  ],
};

const domainFiles = ["schema.ts", "rules.ts", "policy.ts", "queries.ts", "commands.ts"];
const pureFiles = /\/(schema|rules|policy)\.ts$/;
const serverFiles = /\/(queries|commands)$/;
const forbiddenNames = /(^|\/)(index|utils?|helpers?|types|service|common|misc|manager)\.tsx?$/;

/** A rule looks at one file and its imports and answers with offences, each saying what to do instead. */
export type Rule = { name: string; check: (source: Source, imports: Import[]) => string[] };

function domainOf(file: string): string | null {
  const folder = /^lib\/([a-z-]+)\//.exec(file)?.[1];
  return folder && folder in domainGraph ? folder : null;
}

type Boundary = { from: RegExp; to: RegExp; typesToo: boolean; instead: string };

const boundaries: Boundary[] = [
  {
    from: /^lib\//,
    to: /^(app|components)\//,
    typesToo: true,
    instead: "pass what lib needs as an argument",
  },
  {
    from: /^components\//,
    to: /^(app|lib\/infra|lib\/web)\//,
    typesToo: true,
    instead: "let the page pass it as a prop",
  },
  {
    from: /^components\//,
    to: /^lib\/.*\/(queries|commands)$/,
    typesToo: false,
    instead: "let the page read and pass plain values",
  },
  {
    from: /^components\/ui\//,
    to: /^(lib\/(?!core\/)|components\/(?!ui\/))/,
    typesToo: true,
    instead: "components/ui must fit another product",
  },
];

const layers: Rule = {
  name: "layers point one way",
  check: (source, imports) =>
    boundaries
      .filter((boundary) => boundary.from.test(source.path))
      .flatMap((boundary) =>
        imports
          .filter(
            ({ target, typeOnly }) => boundary.to.test(target) && (boundary.typesToo || !typeOnly),
          )
          .map(({ target }) => `uses ${target}: ${boundary.instead}`),
      ),
};

const domains: Rule = {
  name: "the domain graph is acyclic and as declared",
  check: (source, imports) => {
    const domain = domainOf(source.path);
    if (!domain) return [];
    return imports.flatMap(({ target }) => {
      if (
        /^(next|react|react-dom|next-auth|next-intl)(\/|$)/.test(target) ||
        /^lib\/web\//.test(target)
      ) {
        return [`a domain uses ${target}: delivery belongs to app/ and lib/web`];
      }
      const used = domainOf(`${target}/`) ?? domainOf(target);
      if (!used || used === domain) return [];
      if (!domainGraph[domain]?.includes(used)) {
        return [`${domain} uses ${used}: the verb belongs to the later domain, see domainGraph`];
      }
      return [];
    });
  },
};

const pureness: Rule = {
  name: "rules, policies and schemas are pure",
  check: (source, imports) => {
    if (!domainOf(source.path) || !pureFiles.test(source.path)) return [];
    const impure = imports
      .filter(
        ({ target }) =>
          /^lib\/infra\//.test(target) || serverFiles.test(target) || /^node:/.test(target),
      )
      .map(({ target }) => `uses ${target}: take the value as an argument`);
    const clock = /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(source.text)
      ? ["reads the clock or chance: take `at` as an argument"]
      : [];
    return [...impure, ...clock];
  },
};

const databaseAccess: Rule = {
  name: "only queries and commands reach the database",
  check: (source, imports) => {
    const allowed =
      /^(lib\/infra|prisma\/seed|tests|scripts)\//.test(source.path) ||
      (domainOf(source.path) && /\/(queries|commands)\.ts$/.test(source.path)) ||
      // The adapter is next-auth's own query and command file; the session and health read through it.
      /^lib\/web\/(auth-adapter|health)\.ts$/.test(source.path);
    if (allowed) return [];
    return imports
      .filter(({ target }) => target === "lib/infra/db" || target.startsWith("prisma/generated"))
      .map(() => "reaches the database: write a query or a command");
  },
};

const vocabulary: Rule = {
  name: "five file names in a domain, no catch-all names anywhere",
  check: (source) => {
    if (forbiddenNames.test(source.path))
      return ["a name that says nothing: name the noun or the verb"];
    if (!domainOf(source.path)) return [];
    if (/^lib\/notifications\/templates\/[a-z-]+\.ts$/.test(source.path)) return [];
    const file = source.path.split("/").at(-1) ?? "";
    return domainFiles.includes(file)
      ? []
      : [`not one of ${domainFiles.join(", ")}: make a noun folder`];
  },
};

const actions: Rule = {
  name: "server actions live in app/**/actions.ts and are made by formAction",
  check: (source) => {
    const isActions = /^app\/.*actions\.ts$/.test(source.path);
    const declares = /^\s*["']use server["']/m.test(source.text);
    if (declares && !isActions)
      return ['"use server" outside app/**/actions.ts: every action is a public address'];
    if (!isActions) return [];
    if (!declares) return ['actions.ts without "use server"'];
    const exported = [...source.text.matchAll(/^export\s+(.*)$/gm)].map((match) => match[1] ?? "");
    return exported
      .filter((line) => !/^const \w+Action = formAction\(/.test(line) && !/^type /.test(line))
      .map((line) => `export ${line}: write export const <verb><Noun>Action = formAction(…)`);
  },
};

const actorFirst: Rule = {
  name: "a command takes who acts first",
  check: (source) => {
    if (!domainOf(source.path) || !/\/commands\.ts$/.test(source.path)) return [];
    return [...source.text.matchAll(/^export async function (\w+)(?:<[^(]*>)?\(\s*(\w+)/gm)]
      .filter((match) => !["actor", "tx"].includes(match[2] ?? ""))
      .map(
        (match) =>
          `${match[1]} takes ${match[2]} first: actor decides who may, or tx inside a caller's transaction`,
      );
  },
};

const environment: Rule = {
  name: "the environment is read in one place",
  check: (source) => {
    // Next asks instrumentation to look at NEXT_RUNTIME before it imports anything.
    if (
      /^(lib\/infra\/env\.ts|instrumentation\.ts|scripts\/|tests\/|prisma\/seed\/)/.test(
        source.path,
      )
    )
      return [];
    return /process\.env/.test(source.text)
      ? ["reads process.env: use env() of lib/infra/env"]
      : [];
  },
};

const sentences: Rule = {
  name: "no sentence in a component",
  check: (source) => {
    if (!/^(app|components)\/.*\.tsx$/.test(source.path)) return [];
    // Text between tags with two words or an accented letter: words belong to messages/.
    const found = [
      ...source.text.matchAll(
        />\s*([^<>{}=;()]*[A-Za-zÀ-ÿ]{3,}\s+[^<>{}=;()]*[A-Za-zÀ-ÿ]{2,}[^<>{}=;()]*)<\//g,
      ),
    ];
    return found.map((match) => `« ${match[1]?.trim().slice(0, 40)} »: move it to messages/`);
  },
};

const productionCode: Rule = {
  name: "production code never uses test support",
  check: (source, imports) => {
    if (/^tests\//.test(source.path)) return [];
    return imports
      .filter(({ target }) => /^tests\//.test(target))
      .map(({ target }) => `uses ${target}`);
  },
};

const freedPlaces: Rule = {
  name: "a place is freed through freeBooking, which serves whoever waits",
  check: (source) => {
    const mayWrite = /^lib\/bookings\/(places|freeings)\/commands\.ts$/.test(source.path);
    return /^lib\//.test(source.path) && !mayWrite && /\bwriteChange\b/.test(source.text)
      ? ["writes a change itself: use freeBooking, or changeBooking for a verb that frees nothing"]
      : [];
  },
};

const oneAtATime: Rule = {
  name: "a transaction is asked one thing at a time",
  check: (source) => {
    if (!/^lib\//.test(source.path)) return [];
    const gathered = /Promise\.all\(\[(?:(?!\]\))[\s\S])*?\btx\b/;
    return gathered.test(source.text)
      ? [
          "asks a transaction several things at once: its one connection answers in turn, await each",
        ]
      : [];
  },
};

export const rules: Rule[] = [
  layers,
  domains,
  pureness,
  databaseAccess,
  vocabulary,
  actions,
  actorFirst,
  environment,
  sentences,
  productionCode,
  freedPlaces,
  oneAtATime,
];

export function offences(sources: Source[], rule: Rule): string[] {
  return sources.flatMap((source) =>
    rule.check(source, importsOf(source)).map((offence) => `${source.path}: ${offence}`),
  );
}

/** Rules and policies and commands without their twin test file. */
export function missingTwins(sources: Source[]): string[] {
  const paths = new Set(sources.map((source) => source.path));
  return sources.flatMap(({ path: file }) => {
    if (!domainOf(file)) return [];
    const match = /^lib\/(.*)\/(rules|policy|queries|commands)\.ts$/.exec(file);
    if (!match) return [];
    const folder = match[2] === "rules" || match[2] === "policy" ? "unit" : "db";
    const twin = `tests/${folder}/${match[1]}/${match[2]}.test.ts`;
    return paths.has(twin) ? [] : [`${file}: write ${twin}`];
  });
}
