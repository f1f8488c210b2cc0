-- Values of their own migration: Postgres lets nobody use them in the transaction that adds them.
ALTER TYPE "booking_state" ADD VALUE 'requested';
ALTER TYPE "booking_state" ADD VALUE 'held';
ALTER TYPE "booking_state" ADD VALUE 'refused';
ALTER TYPE "booking_state" ADD VALUE 'no_show';
ALTER TYPE "booking_state" ADD VALUE 'released';
ALTER TYPE "booking_state" ADD VALUE 'lapsed';
ALTER TYPE "booking_source" ADD VALUE 'waiting_list';
ALTER TYPE "booking_part" ADD VALUE 'hours';
