/** The Flex pieces that all our bubbles are made of. Flex draws every string as it is: no markup in it comes alive. */
import type { messagingApi } from '@line/bot-sdk';
import { type Action, encodeAction } from '../../src/action.ts';
import { line, plain } from '../../src/text/clean.ts';

export type Message = messagingApi.Message;
export type Bubble = messagingApi.FlexBubble;
export type Box = messagingApi.FlexBox;
export type Text = messagingApi.FlexText;
export type Piece = messagingApi.FlexComponent;
export type Tap = messagingApi.PostbackAction | messagingApi.URIAction;

export const ink = {
  accent: '#1F3A4D',
  pale: '#EAF0F4',
  text: '#1B1F23',
  soft: '#4A5560',
  quiet: '#7B8794',
  update: '#B4470F',
  white: '#FFFFFF',
};

/** @see https://developers.line.biz/en/reference/messaging-api/#flex-message */
export const limits = {
  carousel: 12,
  carouselBytes: 50_000,
  bubbleBytes: 30_000,
  altText: 400,
  text: 5_000,
  messages: 5,
  quickReplies: 13,
};

/** Never empty: LINE refuses that. */
export function text(words: string, style: Partial<Text> = {}): Text {
  return { type: 'text', text: words === '' ? '–' : words, wrap: true, color: ink.text, ...style };
}

export function box(layout: Box['layout'], contents: Piece[], style: Partial<Box> = {}): Box {
  return { type: 'box', layout, contents, ...style };
}

/** LINE: 300 characters of data, 20 of a quick reply's label. @param shown what the chat shows of the press. */
export function postback(label: string, press: Action, shown?: string): messagingApi.PostbackAction {
  return {
    type: 'postback',
    label: line(label, 20) || '–',
    data: encodeAction(press),
    ...(shown && { displayText: plain(shown, 300) }),
  };
}

export function open(label: string, uri: string): messagingApi.URIAction {
  return { type: 'uri', label: line(label, 20) || '–', uri };
}

/** A button of our own drawing: it wraps nothing, shrinks to fit, and three fit in a row. */
export function pill(label: string, action: Tap, kind: 'full' | 'pale' = 'pale'): Box {
  const words = text(label, {
    size: 'sm',
    weight: 'bold',
    align: 'center',
    wrap: false,
    adjustMode: 'shrink-to-fit',
    color: kind === 'full' ? ink.white : ink.accent,
  });
  const backgroundColor = kind === 'full' ? ink.accent : ink.pale;
  return box('vertical', [words], {
    action,
    backgroundColor,
    cornerRadius: '8px',
    paddingAll: '10px',
    flex: 1,
    justifyContent: 'center',
  });
}

export function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

export function flexMessage(altText: string, contents: messagingApi.FlexContainer): messagingApi.FlexMessage {
  return { type: 'flex', altText: line(altText, limits.altText) || '–', contents };
}
