/**
 * What PostgreSQL refuses in a text: the null character, and halves of surrogate pairs in JSON. Foreign texts hold
 * both, now and then on purpose.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

/** JSON of foreign texts that PostgreSQL takes as `jsonb`. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'string' ? storable(each) : each));
}
