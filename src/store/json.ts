/** JSON for a column. Feeds and people send what PostgreSQL refuses: NUL, and halves of surrogate pairs; both go. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, each) => (typeof each === 'string' ? storable(each) : each));
}

export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
