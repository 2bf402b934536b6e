/** A model's part, played honestly: it answers from the numbered sentences of the prompt, word for word. */
import type { ChatCompletionRequest } from '@copilotkit/aimock';

export interface ShownSentence {
  id: string;
  text: string;
}

/** The numbered sentences that a request shows. */
export function shownSentences(request: ChatCompletionRequest): ShownSentence[] {
  const prompt = request.messages.map(({ content }) => String(content)).join('\n');
  return [...prompt.matchAll(/^\w+\| \[(\d+\.\d+)\] (.*)$/gmu)].map(([, id = '', text = '']) => ({ id, text }));
}

export function claimOn({ id, text }: ShownSentence, rest: Record<string, unknown> = {}) {
  return { cites: [{ sentence: id, quote: text.slice(0, 40) }], text, ...rest };
}

function both(first: ReturnType<typeof claimOn>, second: ReturnType<typeof claimOn>) {
  return { cites: [...first.cites, ...second.cites], text: `${first.text} ${second.text}` };
}

/** A whole brief from the first sentences shown; `change` gives parts of it other content. */
export function honestBrief(request: ChatCompletionRequest, change: Record<string, unknown> = {}): string {
  const sentences = shownSentences(request);
  const at = (index: number) => claimOn(sentences[index % sentences.length]!);
  return JSON.stringify({
    gist: at(0),
    takeaway: [at(4), both(at(0), at(4))],
    points: { happened: at(1), matters: at(2), watch: at(3) },
    faq: [{ question: 'What happened?', answer: at(0) }],
    ...change,
  });
}

/** `schema`: the names of the sections that a request asks for. */
export function askedSections(request: Record<string, unknown>): string[] {
  const format = request.response_format as { json_schema?: { schema?: { properties?: object } } } | undefined;
  return Object.keys(format?.json_schema?.schema?.properties ?? {});
}
