/** Who may come in, and from where. The token is one secret for the installation; a browser gets a cookie for it. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

export interface Access {
  /** @returns the cookie's value for a new person when the token is right, else null. */
  enter(token: string): string | null;
  /** The person that a cookie was made for; null for any other text. */
  personOf(cookie: string | undefined): string | null;
  /** Is this the installation's token? */
  isToken(token: string): boolean;
}

/** The cookie is `person.mac`: another token makes every older cookie worthless. */
export function createAccess(token: string): Access {
  const key = createHash('sha256').update('tidings web cookie').update(token).digest();
  const macOf = (person: string) => createHmac('sha256', key).update(person).digest('base64url');
  const isToken = (given: string) => sameText(given, token);
  return {
    isToken,
    enter(given) {
      if (!isToken(given)) return null;
      const person = randomBytes(9).toString('base64url');
      return `${person}.${macOf(person)}`;
    },
    personOf(cookie) {
      const [person, mac] = (cookie ?? '').split('.');
      return person && mac && sameText(mac, macOf(person)) ? person : null;
    },
  };
}

/** In a time that tells nothing of where, or how long, the two differ. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

export interface Origin {
  /** As configured: an address, a name, or a wildcard. */
  host: string;
  port: number;
  /** `https://news.example.com`; null where none is configured. */
  baseUrl: string | null;
}

/**
 * Is a request that changes something from our own page? Its Host must be ours (a rebound name is not), and its
 * Origin the same place. A request without Origin comes from no browser's page; it still needs the cookie.
 */
export function comesFromUs(request: Request, where: Origin): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!isOurHost(host, where)) return false;
  if (request.headers.get('sec-fetch-site') === 'cross-site') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && isOurHost(new URL(origin).host, where) && sameHost(new URL(origin).host, host, where);
}

export function isOurHost(host: string, { host: listening, port, baseUrl }: Origin): boolean {
  if (baseUrl !== null && host === new URL(baseUrl).host) return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname, port: named } = new URL(`http://${host}`);
  if (Number(named || 80) !== port) return false;
  const name = hostname.replace(/^\[|\]$/g, '');
  if (['localhost', '127.0.0.1', '::1', listening].includes(name)) return true;
  // Listening everywhere: an address cannot be rebound, only a name can.
  return ['0.0.0.0', '::'].includes(listening) && isIP(name) !== 0;
}

/** A proxy may pass its own Host on; then the page's origin is the configured address. */
function sameHost(origin: string, host: string, { baseUrl }: Origin): boolean {
  return origin === host || (baseUrl !== null && origin === new URL(baseUrl).host);
}
