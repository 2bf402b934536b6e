/** Who asks, in which language, and with which colours: read from each request's headers and cookies. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../model.ts';
import { languageNamed } from '../words/words.ts';
import type { Access } from './access.ts';
import type { Assets } from './assets.ts';
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

/** The first of the browser's languages that we speak. */
export function browserLanguage(c: Context, fallback: Language): Language {
  const wanted = (c.req.header('accept-language') ?? '').split(',').slice(0, 20);
  const known = wanted.map((entry) => languageNamed(entry.split(';')[0] ?? '')).find((language) => language !== null);
  return known ?? fallback;
}
