import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const schemaDirectory = path.resolve("prisma/schema");
const migrationsDirectory = path.resolve("prisma/migrations");
const noFilters = { externalTables: [], externalEnums: [] };

export type SchemaFile = { path: string; content: string };

/**
 * Prisma's own migration engine as WebAssembly: the native one is downloaded outside npm, which a
 * closed network refuses. It reads and writes the same `_prisma_migrations` history.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: "-c TimeZone=UTC", max: 1 });
  // The engine keeps its connection a few seconds after use; the server may leave before.
  pool.on("error", () => undefined);
  const adapters = new PrismaPg(pool);
  const connect = adapters.connect.bind(adapters);
  // The adapter cuts a script at every semicolon, function bodies and comments included; Postgres
  // takes it whole, and applies it whole or not at all.
  adapters.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  };
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await SchemaEngine.new(
    { datamodels: readSchema().map(({ path: file, content }) => [file, content]) },
    () => undefined,
    factory,
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

export function readSchema(): SchemaFile[] {
  return readdirSync(schemaDirectory)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({
      path: path.join(schemaDirectory, name),
      content: readFileSync(path.join(schemaDirectory, name), "utf8"),
    }));
}

function migrationList() {
  const directories = readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: directories.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(migrationsDirectory, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/** Applies what is missing and returns the names applied. Throws when an applied migration was edited. */
export function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const migrationsList = migrationList();
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilters,
    });
    if (history.editedMigrationNames.length > 0) {
      throw new Error(`Already applied, then edited: ${history.editedMigrationNames.join(", ")}`);
    }
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: noFilters,
    });
    return appliedMigrationNames;
  });
}

/** SQL that leads from one schema to another; `null` stands for an empty database. */
export function diffSchemas(
  databaseUrl: string,
  from: SchemaFile[] | null,
  to: SchemaFile[],
): Promise<string> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const result = await engine.diff({
      from: from ? { tag: "schemaDatamodel", files: from } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return result.stdout ?? "";
  });
}
