import { expect, test } from 'vitest';
import { holdsSecret } from '../../src/feed/secret-address.ts';

test.for([
  'https://reader:pass@news.example.com/feed',
  'https://news.example.com/feed?token=abc',
  'https://news.example.com/feed?private_key=1',
  'https://news.example.com/feed?auth=yes',
  'https://letters.example.com/private/8f3a91c27bd04e55a1/rss',
  'https://podcasts.example.com/rss/3F2504E0-4F89-11D3-9A0C-0305E82C3301.xml',
  'https://tracker.example.com/issues.atom?key=91c27bd04e55a18f3a',
])('%s lets in whoever knows it', (address) => {
  expect(holdsSecret(address)).toBe(true);
});

test.for([
  'https://news.example.com/feed',
  'https://news.example.com/2026/11/22/index.xml',
  'https://news.example.com/rss.xml?category=science&lang=en',
  'https://news.example.com/monkeybusinessandturkey.rss?hockey=1',
  'https://www.youtube.com/feeds/videos.xml?channel_id=UC8p1vwvWtl6T73JiExfWs1g',
  'https://internationalnewsagency2026.example.com/internationalnewsagency2026/rss',
  'no address',
])('%s is anybody’s', (address) => {
  expect(holdsSecret(address)).toBe(false);
});
