/** Foreign text on its way to Slack: cleaned, cut and, for mrkdwn alone, escaped. All of it happens here. */

/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Foreign words within mrkdwn: Slack has no way to escape emphasis, so at a word's edge, where alone it works, its marks
 * give way to others that look alike; and it makes a link of an address unless a blank without width parts it.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#basic-formatting
 */
export function deadMrkdwn(text: string): string {
  return escapeMrkdwn(
    text
      .replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, (mark) => lookAlike[mark] ?? mark)
      .replace(/:(?=\/\/)/g, ':\u200b'),
  );
}

const lookAlike: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** `<url|label>` with nothing in either that could end it early. */
export function mrkdwnLink(url: string, label: string): string {
  const address = escapeMrkdwn(url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E'));
  return `<${address}|${deadMrkdwn(label).replaceAll('|', '¦')}>`;
}

/** Slack refuses addresses over 3,000 characters in buttons. @returns null where nothing can be opened. */
export function webAddress(url: string | null): string | null {
  if (url === null || url.length > 3_000 || /[\s<>]/.test(url) || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** What a person typed, from Slack's markup back to the words: `<https://a|b>` is the address, `&lt;` is `<`. */
export function readMrkdwn(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/<(?:mailto|tel):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<[!@][^|>]+\|@?([^>]*)>/g, '@$1')
    .replace(/<[!@](\w+)[^>]*>/g, '@$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
