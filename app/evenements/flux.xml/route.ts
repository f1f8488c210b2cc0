import { apiRoute } from "@/lib/web/api-route";
import { eventFeed } from "../_pages/feeds";

/** What is announced, as news (RSS 2.0). */
export const GET = apiRoute("events-news", (request) => eventFeed(request, "news"));
