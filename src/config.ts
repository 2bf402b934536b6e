/** The environment, read once: every mistake is reported at once, with how to mend it. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { readPrices } from './llm/prices.ts';
import { languages } from './model.ts';
import { isZone } from './zone.ts';

export const roles = ['gateway', 'worker', 'scheduler', 'web'] as const;
export type Role = (typeof roles)[number];

const text = z.string().trim().min(1);
const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((value) => ['true', '1', 'yes'].includes(value));
const databaseUrl = text.regex(
  /^postgres(ql)?:\/\//,
  'must begin with postgres://, such as postgres://user:password@host:5432/tidings',
);
const redisUrl = text.regex(/^rediss?:\/\//, 'must begin with redis://, such as redis://127.0.0.1:6379');
const address = z.url({ protocol: /^https?$/, error: 'must be a whole address, such as https://news.example.org' });
const number = z.coerce.number({ error: 'must be a number' });

const variables = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: number.refine(isPort, 'must be a whole number up to 65535').default(3700),
  BASE_URL: address.transform((url) => url.replace(/\/+$/, '')).optional(),
  WEB_TOKEN: text.min(16, 'must have at least 16 characters; leave it out and one is made').optional(),
  DATA_DIR: text.default('.tidings'),
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  SECRET_KEY: text.min(16, 'must have at least 16 characters; leave it out and one is made').optional(),
  TRIAL: z.enum(['auto', 'samples', 'off'], { error: 'is auto, samples or off' }).default('auto'),
  TIMEZONE: text
    .refine(isZone, 'is no time zone; name one like Europe/Paris')
    .default(Intl.DateTimeFormat().resolvedOptions().timeZone),
  LANGUAGE: z.preprocess(ofTheSystem, z.enum(languages, { error: `is one of ${languages.join(', ')}` }).default('en')),
  ADMINS_ONLY: flag.optional(),
  CONTACT: text.optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is debug, info, warn, error or silent' })
    .default('warn'),

  SLACK_BOT_TOKEN: text.startsWith('xoxb-', 'begins with xoxb-: it is the Bot User OAuth Token').optional(),
  SLACK_APP_TOKEN: text
    .startsWith('xapp-', 'begins with xapp-: it is an App-Level Token with connections:write')
    .optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_API_URL: address.optional(),
  DISCORD_TOKEN: text.optional(),
  DISCORD_API_URL: address.optional(),
  DISCORD_EMBEDS: flag.default(false),
  LINE_CHANNEL_ACCESS_TOKEN: text.optional(),
  LINE_CHANNEL_SECRET: text.optional(),
  LINE_API_URL: address.optional(),

  OPENAI_API_KEY: text.optional(),
  OPENAI_BASE_URL: address.optional(),
  OPENAI_MODEL: text.optional(),
  OPENAI_ANSWER_MODEL: text.optional(),
  OPENAI_EMBEDDING_MODEL: text.optional(),
  MODEL_DAILY_BUDGET: number.positive('must be more than 0, in US dollars').optional(),
  MODEL_PRICES: text
    .refine(isPriceList, 'is like gpt-5=1.25/10, llama=0/0: US dollars for a million tokens in and out')
    .optional(),
  QUESTIONS_PER_PERSON: number.int().min(1).default(40),

  TOPICS_FILE: text.optional(),
  GAUGES_FILE: text.optional(),
});

/**
 * Many a Linux desktop sets LANGUAGE itself, as a list like `ja_JP:en`: the first that we speak is taken, else the default.
 *
 * @see https://www.gnu.org/software/gettext/manual/html_node/The-LANGUAGE-variable.html
 */
function ofTheSystem(given: unknown): unknown {
  if (typeof given !== 'string' || !/[_:.]/.test(given)) return given;
  return given
    .split(':')
    .map(
      (locale) =>
        languages.find((each) => each.replace('-', '_') === locale.split('.')[0]) ??
        languages.find((each) => each === locale.split(/[_.]/)[0]),
    )
    .find((language) => language !== undefined);
}

function isPort(given: number): boolean {
  return Number.isInteger(given) && given >= 0 && given <= 65_535;
}

function isPriceList(given: string): boolean {
  try {
    readPrices(given);
    return true;
  } catch {
    return false;
  }
}

type Variables = z.infer<typeof variables>;

export interface Config extends Variables {
  /** Set where a platform is configured whole. */
  slack: { botToken: string; appToken: string | null; signingSecret: string | null } | null;
  discord: { token: string } | null;
  line: { channelAccessToken: string; channelSecret: string } | null;
  model: { apiKey: string | null; baseUrl: string | null; model: string; answerModel: string } | null;
}

export type ReadConfig = { ok: true; config: Config } | { ok: false; mistakes: string[] };

/** @returns the configuration, or every mistake with the variable's name and what to do. */
export function readConfig(env: Record<string, string | undefined>): ReadConfig {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(given);
  const mistakes = [
    ...(parsed.success ? [] : parsed.error.issues.map(sayIssue)),
    ...halfSet(given),
    ...misspelt(given),
  ];
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, config: { ...parsed.data, ...platforms(parsed.data) } };
}

function sayIssue(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])} ${issue.message}`;
}

/** Settings that are of no use without others. */
function halfSet(env: Record<string, string | undefined>): string[] {
  const mistakes: string[] = [];
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    mistakes.push(
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode, no public address) or SLACK_SIGNING_SECRET (HTTP) beside it',
    );
  }
  if ((env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET) && !env.SLACK_BOT_TOKEN) {
    mistakes.push('SLACK_BOT_TOKEN is missing: the other Slack settings need it');
  }
  if (env.LINE_CHANNEL_ACCESS_TOKEN && !env.LINE_CHANNEL_SECRET)
    mistakes.push('LINE_CHANNEL_SECRET is missing: LINE_CHANNEL_ACCESS_TOKEN needs it');
  if (env.LINE_CHANNEL_SECRET && !env.LINE_CHANNEL_ACCESS_TOKEN)
    mistakes.push('LINE_CHANNEL_ACCESS_TOKEN is missing: LINE_CHANNEL_SECRET needs it');
  if ((env.OPENAI_API_KEY || env.OPENAI_BASE_URL) && !env.OPENAI_MODEL) {
    mistakes.push('OPENAI_MODEL is missing: name the model that writes the briefs');
  }
  if (env.OPENAI_MODEL && !env.OPENAI_API_KEY && !env.OPENAI_BASE_URL) {
    mistakes.push(
      'OPENAI_API_KEY is missing (or OPENAI_BASE_URL, for a server of your own): OPENAI_MODEL needs one of them',
    );
  }
  return mistakes;
}

/** A name of ours with a slip in it would quietly do nothing. */
function misspelt(env: Record<string, string | undefined>): string[] {
  const known = new Set(Object.keys(variables.shape));
  return Object.keys(env)
    .filter((name) => /^(SLACK|DISCORD|LINE_CHANNEL|OPENAI)_/.test(name) && !known.has(name) && !foreignNames.has(name))
    .map((name) => `${name} is no setting of Tidings; see .env.example`);
}

/** Read by the SDKs themselves, or by other tools of the same makers. */
const foreignNames = new Set([
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
  'OPENAI_LOG',
  'OPENAI_WEBHOOK_SECRET',
  'OPENAI_ADMIN_KEY',
  'OPENAI_ORGANIZATION',
]);

function platforms(read: Variables): Pick<Config, 'slack' | 'discord' | 'line' | 'model'> {
  return {
    slack: read.SLACK_BOT_TOKEN
      ? {
          botToken: read.SLACK_BOT_TOKEN,
          appToken: read.SLACK_APP_TOKEN ?? null,
          signingSecret: read.SLACK_SIGNING_SECRET ?? null,
        }
      : null,
    discord: read.DISCORD_TOKEN ? { token: read.DISCORD_TOKEN } : null,
    line:
      read.LINE_CHANNEL_ACCESS_TOKEN && read.LINE_CHANNEL_SECRET
        ? { channelAccessToken: read.LINE_CHANNEL_ACCESS_TOKEN, channelSecret: read.LINE_CHANNEL_SECRET }
        : null,
    model: read.OPENAI_MODEL
      ? {
          apiKey: read.OPENAI_API_KEY ?? null,
          baseUrl: read.OPENAI_BASE_URL ?? null,
          model: read.OPENAI_MODEL,
          answerModel: read.OPENAI_ANSWER_MODEL ?? read.OPENAI_MODEL,
        }
      : null,
  };
}

/** The environment with what `.env` adds; what is set already wins. */
export function withDotEnv(env: Record<string, string | undefined>, file = '.env'): Record<string, string | undefined> {
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env;
}
