/**
 * Does an address let in whoever knows it: a password, a key, or a long random word in it, as readers' own feeds have?
 * Such a feed is named to nobody but those who brought it. Public feeds that only look so are followed by their address.
 */
export function holdsSecret(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, searchParams, pathname } = new URL(address);
  if (username !== '' || password !== '') return true;
  const keyed = [...searchParams].some(
    ([name, value]) => value !== '' && !publicName.test(name) && (secretName.test(name) || isRandom(value)),
  );
  return keyed || pathname.split('/').some(isRandom);
}

const secretName =
  /(?:^|[_-])(?:auth|key|apikey|token|secret|pass|password|passwd|pwd|sig|signature|session|uid|userid|hash|private)(?:$|[_-])/i;
/** Video channels are public, and named by random words. */
const publicName = /^(?:channel|playlist)_id$/i;

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
/** So long a run of letters and digits, mixed, is no word and no date. */
const longRun = /[A-Za-z0-9]{16,}/g;

function isRandom(word: string): boolean {
  return (
    uuid.test(word) ||
    (word.match(longRun) ?? []).some((run) => (run.match(/[a-z][0-9]|[0-9][a-z]/gi) ?? []).length > 2)
  );
}
