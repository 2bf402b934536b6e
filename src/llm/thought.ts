/**
 * Some models think aloud before they answer, between marks of their own. A server that knows the model keeps that apart;
 * one that does not passes it on as text.
 *
 * @see https://huggingface.co/deepseek-ai/DeepSeek-R1 and https://github.com/openai/harmony
 */
const marks: readonly (readonly [open: string, close: string])[] = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['<reasoning>', '</reasoning>'],
  ['[THINK]', '[/THINK]'],
  ['<|channel|>analysis', '<|channel|>final<|message|>'],
];

export function opensWithThought(text: string): boolean {
  const start = text.trimStart();
  return marks.some(([open]) => start.startsWith(open));
}

/** What stands behind the last thought; a template may have written the opening mark where nobody sees it. */
export function behindThought(text: string): string {
  return text.slice(Math.max(0, ...marks.map(([, close]) => endOf(text, close))));
}

function endOf(text: string, close: string): number {
  const at = text.lastIndexOf(close);
  return at < 0 ? 0 : at + close.length;
}

/** Passes streamed text on, but for a thought at its beginning. */
export function withoutThought(tell: (delta: string) => void): (delta: string) => void {
  let held = '';
  let close: string | null = null;
  let begun = false;
  return (delta) => {
    if (begun) return tell(delta);
    held += delta;
    close ??= closingOf(held);
    if (close === null && mayOpen(held.trimStart())) return;
    const end = close === null ? 0 : held.indexOf(close);
    if (end < 0) return;
    begun = true;
    const rest = held.slice(end + (close?.length ?? 0));
    if (rest !== '') tell(rest);
  };
}

function closingOf(text: string): string | null {
  const start = text.trimStart();
  return marks.find(([open]) => start.startsWith(open))?.[1] ?? null;
}

/** Nothing yet, or the beginning of an opening mark. */
function mayOpen(start: string): boolean {
  return marks.some(([open]) => open.startsWith(start));
}
