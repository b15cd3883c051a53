import { BlockList, isIP } from "node:net";

/**
 * Networks that are nobody's on the public internet, or that lead back into a house: IANA's registries of special
 * addresses for IPv4 and IPv6 (RFC 6890 and what came after).
 */
const notPublic = new BlockList();
const v4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
const v6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

for (const subnet of v4) {
  const [network = "", bits] = subnet.split("/");
  notPublic.addSubnet(network, Number(bits), "ipv4");
}
for (const subnet of v6) {
  const [network = "", bits] = subnet.split("/");
  notPublic.addSubnet(network, Number(bits), "ipv6");
}

/** Whether an IP address is one of the public internet. An IPv4 address inside of an IPv6 one is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, "ipv4");
  return family === 6 && publicV6.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}
