/** Foreign text on its way to Discord: cleaned, cut and escaped. All of it happens here. */

/**
 * Nothing in it is markup any more: no mention, link, invite, emoji, timestamp, heading, list, quote, spoiler or code.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_`[\]<]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/\|\|/g, '\\|\\|')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, '\\@')
    .replace(/(discord(?:app)?\.(?:gg|com\/invite))\//gi, '$1\\/')
    .replace(/^(\s*)(#|-|>)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.');
}

/** `[label](url)` with nothing in either that could end it early. */
export function maskedLink(url: string, label: string): string {
  const address = url.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${escapeMarkdown(label.replaceAll('[', '(').replaceAll(']', ')'))}](${address})`;
}

/** @returns null where nothing can be opened. @param max what the place has room for. */
export function webAddress(url: string | null, max: number): string | null {
  if (url === null || url.length > max || /[\s<>]/.test(url) || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** What a person typed, from Discord's markup back to the words. @param names of the people who are mentioned. */
export function readMarkup(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<(https?:\/\/[^\s<>]+)>/g, '$1')
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.get(id) ?? 'someone'}`)
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .replace(/<#\d+>|<@&\d+>/g, ' ');
}
