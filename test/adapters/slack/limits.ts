/** What Slack refuses of blocks, in words: from its reference, and from what its users have measured. */

// biome-ignore lint/suspicious/noExplicitAny: any JSON may be sent.
type Json = any;

const knownBlocks = new Set([
  'header',
  'section',
  'context',
  'actions',
  'divider',
  'rich_text',
  'context_actions',
  'input',
]);
const onlyInForms = new Set(['input']);
const onlyInMessages = new Set(['context_actions']);

/** @returns nothing when Slack would take them. */
export function blockProblems(blocks: Json, surface: 'message' | 'modal' | 'home' = 'message'): string[] {
  if (!Array.isArray(blocks)) return ['blocks: not a list'];
  const most = surface === 'message' ? 50 : 100;
  return [
    ...(blocks.length > most ? [`${blocks.length} blocks`] : []),
    ...(surface === 'message' && JSON.stringify(blocks).length > 13_200 ? ['msg_blocks_too_long'] : []),
    ...blocks.flatMap((block, index) =>
      blockProblem(block, surface).map((problem) => `blocks[${index}] ${block.type}: ${problem}`),
    ),
    ...duplicates(blocks.map((block) => block.block_id).filter(Boolean), 'block_id'),
  ];
}

function blockProblem(block: Json, surface: string): string[] {
  if (!knownBlocks.has(block.type)) return ['unknown type'];
  if (onlyInForms.has(block.type) && surface === 'message') return ['not in messages'];
  if (onlyInMessages.has(block.type) && surface !== 'message') return ['only in messages'];
  switch (block.type) {
    case 'header':
      return [
        ...textProblem(block.text, 150),
        ...(block.text?.type === 'plain_text' ? [] : ['header must be plain_text']),
      ];
    case 'section':
      return textProblem(block.text, 3_000);
    case 'context':
      return [...count(block.elements, 10), ...block.elements.flatMap((element: Json) => textProblem(element, 2_000))];
    case 'actions':
      return [
        ...count(block.elements, 25),
        ...block.elements.flatMap(elementProblem),
        ...duplicates(
          block.elements.map((each: Json) => each.action_id),
          'action_id',
        ),
      ];
    case 'context_actions':
      return [...count(block.elements, 5), ...block.elements.flatMap(elementProblem)];
    case 'input':
      return [
        ...textProblem(block.label, 2_000),
        ...(block.hint ? textProblem(block.hint, 2_000) : []),
        ...elementProblem(block.element),
      ];
    case 'rich_text':
      return [...count(block.elements, 1_000), ...block.elements.flatMap(richProblem)];
    default:
      return [];
  }
}

function count(items: Json, most: number): string[] {
  if (!Array.isArray(items) || items.length === 0) return ['no elements'];
  return items.length > most ? [`${items.length} elements`] : [];
}

function textProblem(text: Json, most: number): string[] {
  if (typeof text?.text !== 'string' || !['plain_text', 'mrkdwn'].includes(text.type)) return ['not a text object'];
  if (text.text.length === 0) return ['empty text'];
  return text.text.length > most ? [`text of ${text.text.length}`] : wellFormed(text.text);
}

function wellFormed(text: string): string[] {
  return text.isWellFormed() ? [] : ['half a character'];
}

function elementProblem(element: Json): string[] {
  const id = typeof element.action_id === 'string' && element.action_id.length <= 255 ? [] : ['action_id'];
  switch (element.type) {
    case 'button':
      return [
        ...id,
        ...textProblem(element.text, 75),
        ...((element.value ?? '').length > 2_000 ? ['value'] : []),
        ...(element.url === undefined || (element.url.length <= 3_000 && URL.canParse(element.url)) ? [] : ['url']),
        ...(element.style === undefined || ['primary', 'danger'].includes(element.style) ? [] : ['style']),
      ];
    case 'overflow':
      return [...id, ...count(element.options, 5), ...element.options.flatMap(optionProblem)];
    case 'feedback_buttons':
      return [
        ...id,
        ...[element.positive_button, element.negative_button].flatMap((each) => [
          ...textProblem(each?.text, 75),
          ...(each?.value?.length > 2_000 ? ['value'] : []),
        ]),
      ];
    case 'static_select':
    case 'checkboxes':
    case 'radio_buttons':
      return [
        ...id,
        ...count(element.options, element.type === 'static_select' ? 100 : 10),
        ...element.options.flatMap(optionProblem),
        ...initialProblem(element),
      ];
    case 'external_select':
    case 'multi_external_select':
      return [
        ...id,
        ...[element.initial_option ?? [], element.initial_options ?? []].flat().flatMap(optionProblem),
        ...(element.initial_options?.length === 0 ? ['empty initial_options'] : []),
      ];
    case 'timepicker':
      return [...id, ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(element.initial_time) ? [] : ['initial_time'])];
    case 'plain_text_input':
      return [
        ...id,
        ...(element.max_length > 3_000 ? ['max_length'] : []),
        ...(element.placeholder ? textProblem(element.placeholder, 150) : []),
      ];
    default:
      return [`unknown element ${element.type}`];
  }
}

function optionProblem(option: Json): string[] {
  const value = typeof option?.value === 'string' && option.value.length > 0 && option.value.length <= 150;
  return [...textProblem(option?.text, 75), ...(value ? [] : ['option value'])];
}

/** Slack takes an initial option only when it is one of the options, word for word. */
function initialProblem(element: Json): string[] {
  const options = element.options.map((each: Json) => JSON.stringify(each));
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat();
  return initial.every((each: Json) => options.includes(JSON.stringify(each)))
    ? []
    : ['initial option is none of the options'];
}

function richProblem(element: Json): string[] {
  if (element.type === 'rich_text_list')
    return [...count(element.elements, 1_000), ...element.elements.flatMap(richProblem)];
  if (!['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'].includes(element.type))
    return [`unknown ${element.type}`];
  return [...count(element.elements, 1_000), ...element.elements.flatMap(runProblem)];
}

function runProblem(run: Json): string[] {
  if (run.type === 'text')
    return typeof run.text === 'string' && run.text.length > 0 ? wellFormed(run.text) : ['empty run'];
  if (run.type === 'link')
    return URL.canParse(run.url) && run.url.length <= 3_000 ? wellFormed(run.text ?? '') : ['link url'];
  return ['channel', 'user'].includes(run.type) ? [] : [`unknown run ${run.type}`];
}

function duplicates(ids: string[], what: string): string[] {
  return new Set(ids).size === ids.length ? [] : [`${what} twice`];
}

/** Modals and App Home. */
export function viewProblems(view: Json): string[] {
  const titles =
    view.type === 'modal' ? [view.title, view.submit, view.close].flatMap((each) => textProblem(each, 24)) : [];
  return [
    ...titles,
    ...((view.private_metadata ?? '').length > 3_000 ? ['private_metadata'] : []),
    ...((view.callback_id ?? '').length > 255 ? ['callback_id'] : []),
    ...blockProblems(view.blocks, view.type),
  ];
}

/** Every visible word. */
export function visibleText(blocks: Json): string {
  if (Array.isArray(blocks)) return blocks.map(visibleText).filter(Boolean).join('\n');
  if (typeof blocks !== 'object' || blocks === null) return '';
  if (blocks.type === 'text' || blocks.type === 'plain_text') return blocks.text;
  if (blocks.type === 'mrkdwn') return unmark(blocks.text);
  if (blocks.type === 'link') return blocks.text ?? blocks.url;
  if (blocks.type === 'rich_text_section' || blocks.type === 'rich_text_quote')
    return blocks.elements.map(visibleText).join('');
  return visibleText(blocks.elements ?? blocks.text ?? []);
}

export function unmark(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^|>]*)(?:\|([^>]*))?>/g, (_, url, label) => label ?? url)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What comes alive: addresses that a tap opens, and whom it would notify. */
export function liveParts(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(liveParts);
  if (typeof value !== 'object' || value === null) return [];
  if (value.type === 'mrkdwn') return liveMrkdwn(value.text, value.verbatim === true);
  if (value.type === 'link' || (value.type === 'button' && value.url)) return [value.url];
  if (['user', 'usergroup', 'broadcast', 'emoji'].includes(value.type)) return [JSON.stringify(value)];
  return Object.values(value).flatMap(liveParts);
}

/** Without `verbatim` Slack makes links of bare addresses too. */
export function liveMrkdwn(text: string, verbatim: boolean): string[] {
  const marked = [...text.matchAll(/<([^>|]+)(?:\|[^>]*)?>/g)].map((match) => unmark(match[1]!));
  const bare = verbatim
    ? []
    : [...text.replace(/<[^>]*>/g, ' ').matchAll(/https?:\/\/[^\s<>|]+/g)].map((match) => unmark(match[0]));
  return [...marked, ...bare];
}
