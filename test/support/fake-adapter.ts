/** An adapter whose platform is a list: it can lose answers, hold back and close, as real ones do. */
import type { Adapter, Posted } from '../../src/adapter.ts';
import type { Content } from '../../src/content.ts';
import type { MessageId, PartId } from '../../src/model.ts';

export interface FakePlatform extends Adapter {
  /** What stands on the platform, in order. */
  posts: { part: PartId; channel: string; payload: unknown }[];
  /** What the next calls throw, one each. `after`: the platform has posted all the same. */
  faults: { error: Error; after: boolean }[];
  calls: number;
}

export function fakeAdapter(overrides: Partial<Adapter> = {}): FakePlatform {
  const posts: FakePlatform['posts'] = [];
  const faults: FakePlatform['faults'] = [];
  const postedAs = (part: PartId): Posted => ({
    messages: [{ id: `fake:${part}` as MessageId, story: null }],
    thread: null,
  });
  const take = async (part: PartId, channel: string, payload: unknown): Promise<Posted> => {
    fake.calls++;
    const fault = faults.shift();
    if (fault && !fault.after) throw fault.error;
    posts.push({ part, channel, payload });
    if (fault) throw fault.error;
    return postedAs(part);
  };
  const fake: FakePlatform = {
    platform: 'fake',
    pace: { channelMs: 0, workspaceMs: 0 },
    posts,
    faults,
    calls: 0,
    start: async () => {},
    stop: async () => {},
    render: (digest, _channel, partId) =>
      digest.stories.map((story, index) => ({
        id: partId(index),
        payload: { headline: story.headline },
        about: [story.story],
      })),
    post: (place, part) => take(part.id, place.channel, part.payload),
    reply: (to, content: Content, part) => take(part, to.place.channel, content),
    find: async (_place, part) => (posts.some((post) => post.part === part) ? postedAs(part) : null),
    ...overrides,
  };
  return fake;
}
