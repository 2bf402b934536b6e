/** What a terminal shows at the start: short, and each thing that is off with what turns it on. */
import { styleText } from 'node:util';
import type { PlatformState } from './platforms.ts';

export interface BannerFacts {
  version: string;
  /** Where it is for whoever started us, with the token; null where this process serves no pages. */
  address: string | null;
  database: string;
  queue: string;
  model: string;
  roles: string;
  platforms: PlatformState[];
  feeds: number;
  readyMs: number;
}

/** A token that the operator has chosen is known to them: the link that is logged does not tell it to all who read logs. */
export function linkFor(address: string | null, { chosen, terminal }: { chosen: boolean; terminal: boolean }) {
  return address !== null && chosen && !terminal ? address.replace(/\?token=.*$/, '') : address;
}

export function banner(facts: BannerFacts, color: boolean): string {
  const dim = (text: string) => (color ? styleText('dim', text) : text);
  const bold = (text: string) => (color ? styleText('bold', text) : text);
  const green = (text: string) => (color ? styleText('green', text) : text);
  const row = (name: string, value: string) => `  ${dim(name.padEnd(10))}${value}`;
  const platform = ({ name, on, variable }: PlatformState) =>
    on ? row(name, green('on')) : row(name, dim(`off · ${variable} turns it on`));
  return [
    '',
    `  ${bold('Tidings')} ${dim(facts.version)}  ${dim(`ready in ${(facts.readyMs / 1000).toFixed(1)} s`)}`,
    '',
    ...(facts.address === null ? [] : [row('Web', bold(facts.address))]),
    row('Database', facts.database),
    row('Queue', facts.queue),
    row('Model', facts.model),
    ...facts.platforms.map(platform),
    row('Feeds', String(facts.feeds)),
    ...(facts.roles === 'all' ? [] : [row('Roles', facts.roles)]),
    '',
  ].join('\n');
}
