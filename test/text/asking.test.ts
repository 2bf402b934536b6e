import { expect, test } from 'vitest';
import { withoutAsking } from '../../src/text/asking.ts';

test.for([
  ['Please tell me about the quake', 'about the quake'],
  ['can you please explain the cloud outage?', 'the cloud outage?'],
  ['do you know who won today', 'who won'],
  ['any news on chips', 'chips'],
  ['半導体について教えてください', '半導体'],
  ['請問台積電', '台積電'],
  ['반도체에 대해서 알려줘', '반도체'],
  ['อยากรู้ว่าราคาชิป', 'ราคาชิป'],
  // Words that only begin like one.
  ['The Todays pleased fortellers', 'The Todays pleased fortellers'],
  // Nothing else is there.
  ['tell me more', 'tell me more'],
  ['教えて', '教えて'],
  ['what happened to Kestrel?', 'Kestrel?'],
  ["what's going on with chip prices", 'chip prices'],
])('%s asks of %s', ([question, left]) => {
  expect(withoutAsking(question as string)).toBe(left);
});
