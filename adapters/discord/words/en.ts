/** Words that only Discord needs: its forms, its whispers and what is said where it does not let us. */
export const en = {
  /** At most 32 characters: the entry in a message's Apps menu. */
  askAboutThis: 'Ask about this',
  command: 'A short news digest every morning, and answers from the articles',
  opml: 'What this channel follows, as a file',
  askAbout: 'Ask about a story…',
  tune: 'More or less like a story…',
  /** A thread's name where no headline is known. */
  thread: 'Questions',
  asked: (question: string) => `asked: ${question}`,
  answeredIn: (thread: string) => `The answer is in ${thread}.`,
  posted: 'Here it is.',
  locked: 'That thread is locked, so the answer is here, for you alone.',
  /** Of a file that is for one alone. */
  fileSent: 'The file is in our direct messages.',
  fileKept: 'I cannot write to you directly. Use `/tidings opml export`: then the file comes to you alone.',
  forum: 'Forums are not served yet. Use `/tidings` in a text or announcement channel, or write to me directly.',
  notKept: 'That did not reach me. Please try once more.',
  lacks: (permissions: string) =>
    `I cannot post here yet: ${permissions} is missing. Whoever manages this server can allow it under Server Settings → Roles → Tidings, or in the channel’s own permissions.`,
  stopped: (channel: string, permissions: string) =>
    `Discord does not let me post in ${channel} any more: ${permissions} is missing. Its settings are kept; once it is allowed again, \`/tidings resume\` there starts the digests.`,
  mute: 'I cannot read what is written in threads of this server. Mention me, or press **Ask**, and I answer.',
  form: {
    title: 'Settings',
    topics: 'Topics and sources',
    days: 'Days',
    language: 'Language',
    stories: 'Stories a digest, at most',
    storiesOption: (count: number) => (count === 1 ? '1 story' : `${count} stories`),
    layout: 'Layout',
    compact: 'One message',
    cards: 'One message a story, each with its thread',
    clock: 'Hour and time zone',
    time: 'Hour, such as 07:30',
    zone: 'Time zone, such as Europe/Paris or Tokyo',
    more: 'Anything else to follow: `/tidings subscribe` and a source, a page’s address or a "keyword".',
  },
  ask: {
    title: 'Ask Tidings',
    question: 'Your question',
    placeholder: 'What happens next?',
    about: 'About',
  },
  options: {
    what: 'A topic, a source, a page’s address or a "keyword"; several with commas',
    words: 'Words or a "phrase"; several with commas',
    rule: 'The rule’s number, as list shows it',
    word: 'A word of the source’s name',
    time: 'Such as 07:30',
    zone: 'A city or a zone',
    days: 'Such as weekdays, or mon wed fri',
    count: '1 to 12',
    choice: 'One of these',
    question: 'Answered from the articles',
    story: 'Its number in the last digest, or a link',
    address: 'The address of an OPML file',
    file: 'An OPML file',
  },
};

export type DiscordWords = typeof en;
