import { parentPort } from 'node:worker_threads';
import { decodeText } from '../feed/decode.ts';
import { type Reply, ready } from '../feed/isolate.ts';
import type { ExtractCall, ExtractedPage } from './extract.ts';
import { readPage } from './page.ts';
import { type ArticleText, arrange, readText } from './text.ts';

parentPort?.on('message', (call: ExtractCall) => {
  parentPort?.postMessage(answer(call));
});
parentPort?.postMessage(ready);

function answer(call: ExtractCall): Reply<ExtractedPage | ArticleText[]> {
  try {
    return {
      value:
        call.kind === 'page'
          ? extract(call)
          : call.texts.map(({ html, title, language }) => readText(html, title, language)),
    };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}

function extract({ bytes, contentType, url }: Extract<ExtractCall, { kind: 'page' }>): ExtractedPage {
  const { paragraphs, ...page } = readPage(decodeText(bytes, contentType), url);
  return { ...page, ...arrange(paragraphs, page.title ?? '', page.language) };
}
