import { lookup as lookupName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

/** Decides where foreign addresses may lead us: the open internet, and nothing behind it. */
export interface Guard {
  /** @returns why this address is not fetched, in words; null where it may be. */
  refusal(url: URL): string | null;
  /** Opens sockets for undici; the address that is checked is the address that is connected to. */
  connect: buildConnector.connector;
}

/** Thrown into a connection attempt whose host resolves to an address that is not open. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

/**
 * @param allow addresses under which all passes by explicit allowance (`http://127.0.0.1:8123/samples/`): the program's
 * own samples. Its other pages, on the same origin, are none of a feed's business.
 * @param resolve name → addresses; the system's resolver where none is given.
 */
export function createGuard({ allow, resolve = resolveName }: { allow: string[]; resolve?: Resolve }): Guard {
  const prefixes = allow.map((address) => new URL(address).href);
  const allowed = new Set(prefixes.map((address) => new URL(address).origin));
  const plain = buildConnector(connectOptions);
  const guarded = buildConnector({ ...connectOptions, lookup: guardedLookup(resolve) });
  return {
    refusal: (url) => (prefixes.some((prefix) => url.href.startsWith(prefix)) ? null : refusalOf(url)),
    connect(options, callback) {
      const origin = `${options.protocol}//${options.host ?? `${options.hostname}:${options.port}`}`;
      if (URL.canParse(origin) && allowed.has(new URL(origin).origin)) return plain(options, callback);
      guarded(options, (...result) => checkPeer(result, callback));
    },
  };
}

const connectOptions = { timeout: 10_000, allowH2: false };

function refusalOf(url: URL): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `only http and https are read, not ${url.protocol}`;
  if (url.username !== '' || url.password !== '') return 'addresses with a user name or password are not read';
  if (!openPort(url.port)) return `only a site’s usual ports (80, 443, 8000 to 9000) are read, not ${url.port}`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isOpenAddress(host)) return `${host} is not on the open internet`;
  return null;
}

function openPort(port: string): boolean {
  return port === '' || port === '80' || port === '443' || (Number(port) >= 8000 && Number(port) <= 9000);
}

/** Unicast and global. Addresses that wrap an IPv4 one (mapped, 6to4, NAT64, Teredo) are not: they lead elsewhere. */
export function isOpenAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || hostServices.has(address)) return false;
  // Only 2000::/3 is global unicast: https://www.iana.org/assignments/ipv6-unicast-address-assignments
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).parts[0]! >> 13 === 1;
}

// Azure's host: unicast and global by its number, yet it answers to every machine there with that machine's secrets.
// https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
const hostServices = new Set(['168.63.129.16']);

/** Hands the socket only addresses that have passed, so that no second resolution can differ from the checked one. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const open = addresses.filter(({ address }) => isOpenAddress(address));
        const [first] = open;
        if (first === undefined) callback(new RefusedAddress(`${hostname} is not on the open internet`), []);
        else if (options.all) callback(null, open);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };
}

function resolveName(hostname: string): Promise<{ address: string; family: number }[]> {
  return new Promise((resolve, reject) =>
    lookupName(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  );
}

/** The last word: whatever led here, the far end of the socket itself must be open. */
function checkPeer([error, socket]: Parameters<buildConnector.Callback>, callback: buildConnector.Callback): void {
  if (error !== null) {
    callback(error, null);
  } else if (socket.remoteAddress !== undefined && isOpenAddress(socket.remoteAddress)) {
    callback(null, socket);
  } else {
    socket.destroy();
    callback(new RefusedAddress('the connection led to an address that is not on the open internet'), null);
  }
}
