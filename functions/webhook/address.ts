import { BlockList, isIP } from 'node:net';

/** What is not the public internet: RFC 6890 and its registries, with what carries an address of these inside. */
const special: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4],
]; // prettier-ignore

const blocked = new BlockList();
for (const [net, prefix] of special) blocked.addSubnet(net, prefix, 'ipv4');

const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
/** Inside what is global: tunnels that end at an address of IPv4 (Teredo, 6to4), documentation, ORCHID. */
const notQuite: readonly (readonly [net: string, prefix: number])[] = [
  ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['2620:4f:8000::', 48],
]; // prettier-ignore
const blocked6 = new BlockList();
for (const [net, prefix] of notQuite) blocked6.addSubnet(net, prefix, 'ipv6');

/** Whether an address is one of the public internet. Those that hide one of IPv4 inside IPv6 are not. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  if (family === 6)
    return global.check(address, 'ipv6') && !blocked6.check(address, 'ipv6') && !address.includes('%');
  return false;
};

/** The address in a URL's host, when it is one: the URL parser has made one form of decimal, octal and hexadecimal. */
export const addressIn = ({ hostname }: URL): string | undefined => {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
};
