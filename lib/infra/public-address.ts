import { BlockList, isIP } from "node:net";

/** Registered as not of the public internet (RFC 6890 and its registry), with two that clouds use inside. */
const refusedIPv4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/** Of the global unicast 2000::/3: what stands for another protocol, holds an IPv4 address, or is for writing only. */
const refusedIPv6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48"];

const refused = listOf(refusedIPv4, "ipv4");
const globalUnicast = listOf(["2000::/3"], "ipv6");
const refusedUnicast = listOf(refusedIPv6, "ipv6");

function listOf(subnets: string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", bits] = subnet.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

/**
 * Whether an address belongs to the public internet. For IPv6 only what is global unicast does, so that
 * mapped, translated, local and link-local forms are all refused without being named.
 */
export function isPublicAddress(address: string): boolean {
  // A zone (fe80::1%eth0) is local by nature.
  if (address.includes("%")) return false;
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, "ipv4");
    case 6:
      return globalUnicast.check(address, "ipv6") && !refusedUnicast.check(address, "ipv6");
    default:
      return false;
  }
}
