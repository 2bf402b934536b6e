/** `EN-us` → `en`; Chinese keeps what tells its script. */
export function normalLanguage(tag: string | null): string | null {
  const [language = '', ...rest] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  if (!/^[a-z]{2,3}$/.test(language)) return null;
  if (language !== 'zh') return language;
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
}
