/** A message's blocks as one mrkdwn text with its links: what is posted should Slack refuse the blocks. */

import { plain } from '../../src/text/clean.ts';
import type { Block, Run, SlackMessage } from './blocks.ts';
import { deadMrkdwn, mrkdwnLink } from './text.ts';

/** Slack asks for at most 4,000 characters of text, and cuts at 40,000. */
const maxText = 4_000;

export function spokenText({ text, blocks }: SlackMessage): string {
  const lines: string[] = [];
  let length = 0;
  for (const spoken of blocks.flatMap(spokenBlock)) {
    length += spoken.length + 2;
    if (length > maxText) break;
    lines.push(spoken);
  }
  return lines.length === 0 ? text.slice(0, maxText) : lines.join('\n\n');
}

function spokenBlock(block: Block): string[] {
  if (block.type === 'header') return [`*${deadMrkdwn(block.text.text)}*`];
  if (block.type === 'context')
    return block.elements.flatMap((element) =>
      'text' in element ? [element.type === 'mrkdwn' ? element.text : deadMrkdwn(element.text)] : [],
    );
  if (block.type !== 'rich_text') return [];
  return block.elements.flatMap((element) => {
    if (element.type === 'rich_text_list') {
      const mark = (index: number) => (element.style === 'ordered' ? `${index + 1}.` : '•');
      return element.elements.map((item, index) => `${mark(index)} ${spokenRuns(item.elements)}`);
    }
    return [spokenRuns(element.elements as Run[])];
  });
}

function spokenRuns(runs: Run[]): string {
  return runs
    .map((run) => {
      if (run.type === 'link') return mrkdwnLink(run.url, plain(run.text ?? run.url, 300));
      return run.type === 'text' ? deadMrkdwn(run.text) : '';
    })
    .join('');
}
