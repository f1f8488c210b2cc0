/** What we use of it; it comes without types of its own. */
declare module "web-push" {
  type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } };
  type Options = {
    vapidDetails: { subject: string; publicKey: string; privateKey: string };
    TTL: number;
    topic: string;
  };
  type Details = { headers: Record<string, string | number>; body: Buffer };
  const webPush: {
    generateRequestDetails(subscription: Subscription, payload: string, options: Options): Details;
  };
  export default webPush;
}
