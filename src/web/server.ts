/** Everything on one port: chat, pages, events, webhooks, health. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Language } from '../model.ts';
import { comesFromUs, createAccess } from './access.ts';
import { readAssets } from './assets.ts';
import { createAttempts } from './attempts.ts';
import { channelRoutes } from './channel-routes.ts';
import type { Visitor } from './chat.ts';
import { chatRoutes } from './chat-routes.ts';
import type { WebDeps } from './deps.ts';
import { enterPage, onwardPage } from './enter-page.ts';
import { eventRoutes } from './event-routes.ts';
import { readFields, wantsJson } from './form.ts';
import { securityHeaders } from './headers.ts';
import { machineRoutes } from './machine-routes.ts';
import { type Frame, messagePage } from './page.ts';
import { pageRoutes, publicPageRoutes } from './page-routes.ts';
import { browserLanguage, createSession, visitorOf } from './session.ts';
import { type WebWords, webWordsFor } from './words.ts';

/** What every handler of a page finds in its context. */
export interface PageEnv {
  Variables: {
    /** The browser's id; '' on the public pages without a token. */
    person: string;
    visitor: Visitor;
    frame: (language: Language) => Frame;
    notFound: () => Response | Promise<Response>;
  };
}

/** A form's body in bytes. */
const maxFormBytes = 1_048_576;

export function createWebApp(deps: WebDeps): Hono<PageEnv> {
  const assets = readAssets();
  const access = createAccess(deps.token);
  const session = createSession(access, assets, deps.where.baseUrl);
  const attempts = createAttempts(deps.now);
  const app = new Hono<PageEnv>();

  const inWords = (c: Context): { language: Language; web: WebWords } => {
    const language = browserLanguage(c, deps.defaults.language);
    return { language, web: webWordsFor(language) };
  };
  const say = (c: Context, title: string, text: string, status: 400 | 403 | 404 | 413 | 500 | 503) =>
    wantsJson(c)
      ? c.json({ error: text }, status)
      : c.html(messagePage(title, text, session.frame(c, inWords(c).language)), status);
  const notFound = (c: Context) => {
    const { web } = inWords(c);
    return say(c, web.lost, web.lostText, 404);
  };

  app.use(securityHeaders);
  app.onError((error, c) => {
    deps.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'page failed');
    const { web } = inWords(c);
    return say(c, web.broken, web.brokenText, 500);
  });
  app.notFound(notFound);

  app.get('/assets/:name', (c) => {
    const asset = assets.byPath.get(c.req.path);
    if (asset === undefined) return c.text('gone', 404);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    c.header('content-type', asset.type);
    return c.body(asset.body);
  });
  app.get('/favicon.ico', (c) => c.redirect(assets.icon.path, 302));
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  machineRoutes(app, deps, access);

  const context = createMiddleware<PageEnv>(async (c, next) => {
    c.set('person', session.person(c) ?? '');
    c.set('visitor', visitorOf(c));
    c.set('frame', (language) => session.frame(c, language));
    c.set('notFound', () => notFound(c));
    await next();
  });
  const fromUs = createMiddleware<PageEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || comesFromUs(c.req.raw, deps.where)) return next();
    const { web } = inWords(c);
    return say(c, web.refused, web.refusedText, 403);
  });
  const formLimit = bodyLimit({
    maxSize: maxFormBytes,
    onError: (c) => say(c, inWords(c).web.tooLarge, inWords(c).web.tooLarge, 413),
  });
  app.use(context, fromUs, formLimit);

  /** Right: a cookie, and on to a page whose address does not carry the token. */
  const enter = (c: Context<PageEnv>, token: string, onward: (path: string) => Response | Promise<Response>) => {
    const { language, web } = inWords(c);
    const refuse = (text: string, status: 401 | 429) => c.html(enterPage(session.frame(c, language), text), status);
    if (!attempts.allowed()) return refuse(web.slowDown, 429);
    const cookie = access.enter(token);
    if (cookie === null) {
      attempts.failed();
      return refuse(web.wrongToken, 401);
    }
    if (c.var.person === '') session.keepPerson(c, cookie);
    return onward('/');
  };
  app.post('/enter', async (c) => enter(c, (await readFields(c)).text('token'), (path) => c.redirect(path, 303)));
  app.get('/', async (c, next) => {
    const token = c.req.query('token');
    return token === undefined ? next() : enter(c, token, (path) => c.html(onwardPage(path, assets)));
  });
  app.post('/theme', async (c) => {
    const fields = await readFields(c);
    session.keepTheme(c, fields.text('theme'));
    return c.redirect(/^\/(?![/\\])/.test(fields.text('back')) ? fields.text('back') : '/', 303);
  });

  const withToken = createMiddleware<PageEnv>(async (c, next) => {
    if (c.var.person !== '') return next();
    // The strict cookie stays at home when another site led here; a visit from our own page brings it.
    if (c.req.method === 'GET' && c.req.header('sec-fetch-site') === 'cross-site')
      return c.html(onwardPage(c.req.path.replace(/^[/\\]+/, '/'), assets));
    const { language, web } = inWords(c);
    if (wantsJson(c)) return c.json({ error: web.enterText }, 401);
    return c.html(enterPage(session.frame(c, language), null), 401);
  });
  if (deps.where.baseUrl !== null) publicPageRoutes(app, deps);
  app.use(withToken);
  if (deps.where.baseUrl === null) publicPageRoutes(app, deps);
  pageRoutes(app, deps);
  chatRoutes(app, deps);
  channelRoutes(app, deps);
  eventRoutes(app, deps);
  return app;
}
