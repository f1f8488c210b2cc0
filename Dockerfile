# Three images from one file: `app` (the standalone server), `worker` (jobs), `migrate` (schema and data).
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The image is Node 24 itself and the database is another container: no install script is needed.
RUN npm install --no-save --include=dev --ignore-scripts --no-audit --no-fund

FROM dependencies AS sources
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
# `prisma generate` only asks that its native engine exists; it is never run.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npx prisma generate

FROM sources AS build
# Only to satisfy the environment's schema: the build talks to nobody and keeps none of it.
RUN DATABASE_URL=postgresql://build@127.0.0.1:1/build \
    NEXTAUTH_SECRET=not-a-secret-only-for-building-this-image \
    NEXTAUTH_URL=http://localhost:3000 \
    SMTP_URL=smtp://127.0.0.1:1 \
    npx next build

FROM node:24-bookworm-slim AS app
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]

FROM sources AS worker
ENV NODE_ENV=production
USER node
CMD ["node", "--import=tsx", "--conditions=react-server", "scripts/containers/worker.ts"]

FROM sources AS migrate
ENV NODE_ENV=production
USER node
CMD ["node", "--import=tsx", "--conditions=react-server", "--disable-warning=ExperimentalWarning", "scripts/containers/migrate.ts"]
