import { apiRoute } from "@/lib/web/api-route";

/**
 * Shows what is pushed and leads to its page; it keeps nothing, and no request of the site goes through it.
 * Only the page of notifications asks a browser to have it.
 */
const script = `self.addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  const title = typeof told.title === "string" ? told.title : "Cowloting";
  const url = typeof told.url === "string" ? told.url : "/mon-espace";
  event.waitUntil(self.registration.showNotification(title, { icon: "/icon.svg", data: { url } }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const page = new URL(event.notification.data.url, self.location.origin);
  if (page.origin === self.location.origin) event.waitUntil(self.clients.openWindow(page.href));
});
`;

export const GET = apiRoute("service-worker", async () => {
  return new Response(script, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
    },
  });
});
