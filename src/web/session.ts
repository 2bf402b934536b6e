/** Who asks, in which language, and with which colours: read from each request's headers and cookies. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../model.ts';
import { languageNamed } from '../words/words.ts';
import { isZone } from '../zone.ts';
import type { Access } from './access.ts';
import type { Assets } from './assets.ts';
import type { Visitor } from './chat.ts';
import { type Frame, type Theme, themes } from './page.ts';

const cookieName = 'tidings';
/** The longest that browsers keep a cookie: 400 days. */
const maxAge = 400 * 86_400;

export interface Session {
  person(c: Context): string | null;
  keepPerson(c: Context, cookie: string): void;
  keepTheme(c: Context, theme: string): void;
  frame(c: Context, language: Language): Frame;
}

export function createSession(access: Access, assets: Assets, baseUrl: string | null): Session {
  const options = {
    path: '/',
    maxAge,
    httpOnly: true,
    sameSite: 'Strict' as const,
    secure: baseUrl?.startsWith('https:') ?? false,
  };
  const person = (c: Context) => access.personOf(getCookie(c, cookieName));
  return {
    person,
    keepPerson: (c, cookie) => setCookie(c, cookieName, cookie, options),
    keepTheme: (c, theme) => setCookie(c, 'theme', themeNamed(theme), options),
    frame: (c, language) => ({
      assets,
      language,
      theme: themeNamed(getCookie(c, 'theme')),
      path: c.req.path,
      signedIn: person(c) !== null,
    }),
  };
}

function themeNamed(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'auto';
}

/** The first of the browser's languages that we speak, and the zone that the page's script has put into a cookie. */
export function visitorOf(c: Context): Visitor {
  const wanted = (c.req.header('accept-language') ?? '').split(',').slice(0, 20);
  const known = wanted.map((entry) => languageNamed(entry.split(';')[0] ?? '')).find((language) => language !== null);
  const zone = getCookie(c, 'zone') ?? '';
  return { language: known ?? null, zone: isZone(zone) ? zone : null };
}

export function browserLanguage(c: Context, fallback: Language): Language {
  return visitorOf(c).language ?? fallback;
}
