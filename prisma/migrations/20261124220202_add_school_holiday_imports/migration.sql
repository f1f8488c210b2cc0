-- CreateTable
CREATE TABLE "school_holiday_imports" (
    "zone" TEXT NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "refusal" TEXT,
    "imported_at" TIMESTAMPTZ(3),

    CONSTRAINT "school_holiday_imports_pkey" PRIMARY KEY ("zone")
);
