-- CreateTable
CREATE TABLE "network_keys" (
    "day" DATE NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "network_keys_pkey" PRIMARY KEY ("day")
);
