import { bookingsResource } from "@/lib/web/api/bookings";
import { handlersOf } from "@/lib/web/api/operation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(bookingsResource);
