const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most `max` UTF-16 units, cut between characters as people see them, with an ellipsis where something is gone. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  // One character can be long by itself (a family emoji is 11 units): a little more than `max` is enough to look at.
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
