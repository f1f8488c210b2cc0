import { apiRoute } from "@/lib/web/api-route";
import { eventFeed } from "../_pages/feeds";

/** The agenda as a calendar (RFC 5545), to subscribe to. */
export const GET = apiRoute("events-calendar", (request) => eventFeed(request, "calendar"));
