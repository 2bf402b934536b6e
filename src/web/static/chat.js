/*
 * Makes the chat live. Every page works without this file: it sends forms without leaving the page, puts in what the
 * server tells of, opens threads beside the channel, and suggests what can be typed.
 */
const frame = document.querySelector('.chat-frame');
const workingMs = 60_000;
/** What the server tells; null while nobody looks. */
let source = null;

setUpThemes();
tellZone();
setInterval(showAges, 60_000);
if (frame) setUpChat();

function setUpChat() {
  const log = document.getElementById('log');
  if (frame.dataset.live === 'yes') setUpListening();
  addEventListener('submit', onSubmit);
  addEventListener('click', onClick);
  addEventListener('keydown', onKey);
  addEventListener('popstate', () => location.reload());
  addEventListener('input', onInput);
  setUpHints(document.querySelector('.hints'));
  for (const form of document.querySelectorAll('.composer')) bringDraft(form);
  showNewest(log);
}

/* Events */

function setUpListening() {
  let resting;
  listen();
  // Browsers open six connections to one host: a page that nobody looks at gives its own back.
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(stopListening, 30_000);
    else if (source === null) listen();
  });
  addEventListener('pagehide', stopListening);
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

function stopListening() {
  source?.close();
  source = null;
}

function listen() {
  let lost;
  source = new EventSource(`/events?channel=${frame.dataset.channel}&since=${frame.dataset.version}`);
  source.addEventListener('hello', () => {
    clearTimeout(lost);
    lost = undefined;
    showStatus('');
    frame.dataset.connected = 'yes';
  });
  source.addEventListener('message', ({ data }) => put(JSON.parse(data)));
  source.addEventListener('working', ({ data }) => showWorking(JSON.parse(data).thread));
  source.addEventListener('hidden', ({ data }) => document.getElementById(`m${data}`)?.remove());
  source.addEventListener('cleared', () => location.reload());
  source.addEventListener('error', ({ target }) => {
    frame.dataset.connected = 'no';
    // Each failed try to come back is an error too: the first of them counts.
    lost ??= setTimeout(() => showStatus(frame.dataset.reconnecting), 3_000);
    // Told to go away (a token that changed, too many pages): a browser does not try again by itself.
    if (target.readyState === EventSource.CLOSED && target === source) setTimeout(listen, 5_000);
  });
}

/** Puts a message where it belongs: in place of its older self, of what was sent and not yet confirmed, or at the end. */
function put(message) {
  frame.dataset.version = Math.max(message.version, Number(frame.dataset.version));
  if (message.language !== document.documentElement.lang && !isWriting()) return location.reload();
  const target = message.thread === null ? document.getElementById('log') : openThread(message.thread);
  if (message.thread !== null) countReplies(message);
  if (!target) return;
  const known = document.getElementById(`m${message.id}`);
  if (known?.dataset.version === String(message.version)) return;
  const turn = parse(message.html).querySelector('li');
  const mine = message.event && document.querySelector(`[data-event="${CSS.escape(message.event.slice(0, 36))}"]`);
  const old = known ?? mine;
  if (old) keepingFocus(old, () => old.replaceWith(turn));
  else insertInOrder(target, turn);
  if (message.ours) stopWorking(target);
  if (!old && message.ours) show(turn, target.closest('.scroller'));
  document.getElementById('empty')?.remove();
}

/** The channel speaks another language now: the page is drawn anew, but for one whose reader has begun to write. */
function isWriting() {
  return [...document.querySelectorAll('textarea')].some(({ value }) => value !== '');
}

/**
 * What is longer than the window is read from its head. Who reads further up is not moved, but told.
 * A reversed scroller counts from its end: 0 is the newest.
 */
function show(turn, scroller) {
  if (scroller.scrollTop < -120) return isBelowItsDigest(turn) || tellOfNewer(turn, scroller);
  if (turn.classList.contains('digest')) setTimeout(() => turn.scrollIntoView({ block: 'start' }), 150);
  else if (turn.offsetHeight > scroller.clientHeight * 0.8) turn.scrollIntoView({ block: 'start' });
}

/** A digest is told of once, by its head. */
function isBelowItsDigest(turn) {
  return turn.classList.contains('story');
}

function tellOfNewer(turn, scroller) {
  const composer = scroller.parentElement.querySelector('.composer');
  composer.querySelector('.newer')?.remove();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'newer';
  button.textContent = `↓ ${turn.querySelector('.speech p:not(.whisper), h2, h3')?.textContent.trim().slice(0, 90) ?? ''}`;
  const leave = () => scroller.scrollTop >= -120 && button.remove();
  button.addEventListener('click', () => turn.scrollIntoView({ block: 'end' }));
  scroller.addEventListener('scroll', leave, { passive: true });
  composer.append(button);
}

/** Ids rise with time, but what comes over the wire may overtake. */
function insertInOrder(log, turn) {
  const id = Number(turn.dataset.id);
  const after = [...log.children].findLast((other) => !other.dataset.id || Number(other.dataset.id) < id);
  if (after && !after.classList.contains('working')) after.after(turn);
  else if (after) after.before(turn);
  else log.prepend(turn);
}

function keepingFocus(old, change) {
  const value = old.contains(document.activeElement) ? document.activeElement.value : null;
  const id = old.id;
  change();
  if (value)
    document
      .getElementById(id)
      ?.querySelector(`[value="${CSS.escape(value)}"]`)
      ?.focus();
}

function countReplies({ thread, replies, label }) {
  const link = document.querySelector(`#log #m${thread} .thread-link`);
  if (!link) return;
  link.classList.toggle('has-replies', replies > 0);
  link.querySelector('span').textContent = label;
}

function openThread(root) {
  const log = document.getElementById('thread-log');
  return log?.dataset.root === String(root) ? log : null;
}

function logOf(thread) {
  return thread ? openThread(thread) : document.getElementById('log');
}

/** Dots until the answer begins. */
function showWorking(thread) {
  const log = logOf(thread);
  if (!log || log.querySelector('.streaming')) return;
  stopWorking(log);
  const turn = document.createElement('li');
  turn.className = 'turn working';
  turn.innerHTML =
    '<p class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span></span></p>';
  turn.querySelector('.typing > span:last-child').textContent = frame.dataset.typing;
  log.append(turn);
  turn.timer = setTimeout(() => {
    turn.querySelector('.typing > span:last-child').textContent = frame.dataset.noAnswer;
  }, workingMs);
}

function stopWorking(log) {
  for (const turn of log.querySelectorAll('.working')) {
    clearTimeout(turn.timer);
    turn.remove();
  }
}

function showStatus(text) {
  let bar = document.querySelector('.status-bar');
  if (!text) return bar?.remove();
  if (!bar) {
    bar = document.createElement('p');
    bar.className = 'status-bar';
    bar.setAttribute('role', 'status');
    document.body.append(bar);
  }
  bar.textContent = text;
}

/* Sending. A form's address is read as an attribute: a button named `action` hides the property. */

function onSubmit(event) {
  const form = event.target;
  if (form.matches('.composer')) {
    event.preventDefault();
    say(form);
  } else if (form.matches('.actions, .starters') && event.submitter?.name === 'action') {
    event.preventDefault();
    if (!isPressedAgain(event.submitter)) press(form, event.submitter);
  }
}

/** The second half of a double click. */
function isPressedAgain(button) {
  const before = Number(button.dataset.pressedAt ?? 0);
  button.dataset.pressedAt = Date.now();
  return Date.now() - before < 700;
}

function say(form) {
  const field = form.elements.text;
  const text = field.value.trim();
  if (!text) return;
  const id = crypto.randomUUID();
  const thread = form.dataset.thread || null;
  const turn = showSaid(text, id, thread);
  field.value = '';
  keepDraft(field);
  field.focus();
  hideHints();
  const body = new URLSearchParams({ text, event: id, ...(thread && { thread }) });
  deliver(form.getAttribute('action'), body, turn, thread);
}

/** What was just written stands there at once; the server's own drawing of it takes its place. */
function showSaid(text, id, thread) {
  const turn = document.createElement('li');
  turn.className = 'turn you text pending';
  turn.dataset.event = id;
  const bubble = document.createElement('p');
  bubble.className = 'bubble';
  bubble.dir = 'auto';
  bubble.textContent = text;
  const who = document.createElement('span');
  who.className = 'sr';
  who.textContent = frame.dataset.you;
  turn.append(who, bubble);
  logOf(thread)?.append(turn);
  document.getElementById('empty')?.remove();
  scrollToEnd(thread);
  return turn;
}

async function deliver(action, body, turn, thread) {
  turn?.querySelector('.failure')?.remove();
  turn?.classList.remove('failed');
  showWorking(thread);
  scrollToEnd(thread);
  const sent = await post(action, body);
  if (sent) return;
  const log = logOf(thread);
  if (log) stopWorking(log);
  if (turn) showFailure(turn, () => deliver(action, body, turn, thread));
  else showStatus(frame.dataset.notSent);
}

/** @returns whether the server has it. */
async function post(action, body) {
  try {
    const response = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } });
    return response.ok;
  } catch {
    return false;
  }
}

function showFailure(turn, again) {
  if (!turn.isConnected || turn.dataset.id) return;
  turn.classList.add('failed');
  const line = document.createElement('p');
  line.className = 'failure';
  line.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = frame.dataset.tryAgain;
  button.addEventListener('click', again);
  line.append(frame.dataset.notSent, ' ', button);
  turn.append(line);
}

async function press(form, button) {
  const id = crypto.randomUUID();
  const turn = form.closest('.turn');
  const inThread = turn?.dataset.thread || turn?.closest('#thread')?.querySelector('#thread-log')?.dataset.root || null;
  const verb = button.value.split(':')[0];
  if (verb === 'settings') return location.assign(`/c/${frame.dataset.channel}/settings`);
  const opens = turn && !inThread && ['points', 'ask', 'suggest', 'pick'].includes(verb);
  const body = new URLSearchParams({ action: button.value, event: id, message: turn?.dataset.id ?? '' });
  const sending = post(form.getAttribute('action'), body);
  const thread = opens ? turn.dataset.id : inThread;
  if (opens) await showThread(`/c/${frame.dataset.channel}/t/${thread}`, turn);
  const answered = opens && document.querySelector('#thread-log > .turn:last-child.us');
  if (!answered) showWorking(thread);
  // A mark for a story leaves its reader where they are.
  if (!['more', 'less'].includes(verb)) scrollToEnd(thread);
  if (await sending) return;
  const log = logOf(thread);
  if (log) stopWorking(log);
  showStatus(frame.dataset.notSent);
}

function scrollToEnd(thread) {
  const scroller = logOf(thread)?.closest('.scroller');
  scroller?.scrollTo({ top: 0 });
}

/** A digest is read from its head, all else from its end. */
function showNewest(log) {
  const head = [...log.querySelectorAll('.turn.digest')].at(-1);
  const onlyStories =
    head && [...log.children].slice([...log.children].indexOf(head) + 1).every((turn) => turn.matches('.story'));
  if (onlyStories) head.scrollIntoView({ block: 'start' });
}

/* Drafts: what is half written is there again after a reload, another page, or a closed thread */

function keepDraft({ form, value }) {
  if (value.trim() === '') sessionStorage.removeItem(draftOf(form));
  else sessionStorage.setItem(draftOf(form), value);
}

function bringDraft(form) {
  const draft = form && sessionStorage.getItem(draftOf(form));
  if (draft && form.elements.text.value === '') form.elements.text.value = draft;
}

function draftOf(form) {
  return `draft ${form.getAttribute('action')} ${form.dataset.thread ?? ''}`;
}

/* Threads */

let opener = null;

function onClick(event) {
  const link = event.target.closest('a');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  if (/^\/c\/[^/]+\/t\/\d+$/.test(link.pathname) && link.origin === location.origin) {
    event.preventDefault();
    opener = link;
    showThread(link.pathname, link.closest('.turn')).then(() => document.getElementById('thread-text')?.focus());
  } else if (link.matches('.thread .close')) {
    event.preventDefault();
    closeThread();
  }
}

/** The thread's page has the panel; only that is taken from it. */
async function showThread(path, turn) {
  if (turn) sketchThread(turn);
  const response = await fetch(path).catch(() => null);
  if (!response?.ok) return location.assign(path);
  const panel = parse(await response.text()).getElementById('thread');
  document.getElementById('thread').replaceWith(panel);
  bringDraft(panel.querySelector('.composer'));
  frame.classList.add('with-thread');
  if (location.pathname !== path) history.pushState(null, '', path);
}

/** The panel at once, with the message that it is about, while the rest is on its way. */
function sketchThread(turn) {
  const panel = document.getElementById('thread');
  const root = turn.cloneNode(true);
  root.removeAttribute('id');
  for (const extra of root.querySelectorAll('.actions, .digest-foot')) extra.remove();
  const log = document.createElement('ol');
  log.className = 'log';
  log.id = 'thread-log';
  log.dataset.root = turn.dataset.id;
  const head = parse(
    '<header class="thread-head"><h2></h2></header><div class="scroller"><div class="column"><ol class="thread-root"></ol></div></div>',
  ).body;
  head.querySelector('h2').textContent = panel.getAttribute('aria-label');
  head.querySelector('.thread-root').append(root);
  head.querySelector('.column').append(log);
  panel.replaceChildren(...head.children);
  frame.classList.add('with-thread');
  showWorking(turn.dataset.id);
}

function closeThread() {
  const panel = document.getElementById('thread');
  if (!panel.firstElementChild) return;
  panel.replaceChildren();
  frame.classList.remove('with-thread');
  history.pushState(null, '', `/c/${frame.dataset.channel}`);
  const back = opener?.isConnected ? opener : document.getElementById('text');
  back?.focus();
}

/* Keys */

function onKey(event) {
  const field = event.target;
  const suggestions = visibleHints();
  if (field.id === 'text' && suggestions.length > 0 && moveInHints(event, suggestions)) return;
  if (event.key === 'Enter' && field.matches?.('.composer textarea') && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    field.form.requestSubmit();
  } else if (event.key === 'Escape') {
    if (document.querySelector('.hints[open]')) hideHints();
    else closeThread();
  } else if (startsWriting(event)) {
    if (event.key === '/') event.preventDefault();
    (document.getElementById('thread-text') ?? document.getElementById('text'))?.focus({ preventScroll: true });
  }
}

/** A character typed outside any field is the first of a message; a slash only goes there. */
function startsWriting({ key, target, ctrlKey, metaKey, altKey }) {
  const elsewhere = !target.matches?.('input, textarea, select');
  return elsewhere && /^\S$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}

/* Suggestions: the list of commands, narrowed by what is written, then what can be followed */

let looking = null;

function setUpHints(hints) {
  const list = hints?.querySelector('ul');
  const field = document.getElementById('text');
  if (!list || !field) return;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', hints.querySelector('summary').textContent);
  for (const [index, item] of [...list.children].entries()) makeOption(item, `hint-${index}`);
  list.addEventListener('click', (event) => {
    const item = event.target.closest('li');
    if (item) take(item);
  });
  field.setAttribute('aria-controls', 'hints');
  field.setAttribute('aria-autocomplete', 'list');
  hints.addEventListener('toggle', () => {
    if (hints.open && field.value === '') for (const item of list.children) item.hidden = item.matches('.found');
  });
  field.addEventListener('blur', () => setTimeout(hideHints, 200));
}

function makeOption(item, id) {
  item.id = id;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
}

function onInput({ target }) {
  if (target.matches('.composer textarea')) keepDraft(target);
  if (target.id !== 'text') return;
  const text = target.value.trimStart().replace(/^\//, '').toLowerCase();
  for (const found of document.querySelectorAll('#hints .found')) found.remove();
  let shown = 0;
  for (const item of document.querySelectorAll('#hints li')) {
    item.setAttribute('aria-selected', 'false');
    const word = item.dataset.example.split(/[ 　]/)[0].toLowerCase();
    item.hidden = text === '' || text === word || !word.startsWith(text) || shown >= 6;
    if (!item.hidden) shown += 1;
  }
  document.querySelector('.hints').open = shown > 0;
  target.removeAttribute('aria-activedescendant');
  lookUp(target);
}

/** Behind a word that follows something: topics and sources whose name fits. */
function lookUp(field) {
  clearTimeout(looking);
  const first = document.querySelector('#hints li')?.dataset.example.split(' ')[0] ?? 'subscribe';
  const [word, ...rest] = field.value.trimStart().split(/[ 　]/);
  if (![first.toLowerCase(), 'subscribe', 'follow', '購読'].includes(word.toLowerCase()) || rest.join('').trim() === '')
    return;
  const asked = field.value;
  looking = setTimeout(async () => {
    const wanted = rest.join(' ').split(',').at(-1).trim();
    const query = new URLSearchParams({ q: wanted, language: document.documentElement.lang });
    const response = await fetch(`/lookup?${query}`).catch(() => null);
    if (!response?.ok || field.value !== asked) return;
    showFound(await response.json(), word);
  }, 120);
}

function showFound(found, word) {
  const list = document.getElementById('hints');
  for (const { value, label } of found.slice(0, 8)) {
    const item = document.createElement('li');
    item.className = 'found';
    // People read names; where a name would read as two, its id.
    item.dataset.example = `${word} ${label.includes(',') ? value : label}`;
    item.textContent = label;
    makeOption(item, `found-${list.children.length}`);
    list.append(item);
  }
  if (found.length > 0) document.querySelector('.hints').open = true;
}

function visibleHints() {
  return document.querySelector('.hints[open]') ? [...document.querySelectorAll('#hints li:not([hidden])')] : [];
}

/** @returns whether the key was for the list. */
function moveInHints(event, items) {
  const at = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = items[(at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % items.length];
    for (const item of items) item.setAttribute('aria-selected', String(item === next));
    next.scrollIntoView({ block: 'nearest' });
    event.target.setAttribute('aria-activedescendant', next.id);
    return true;
  }
  const takes = event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !event.isComposing);
  if (takes && at >= 0) {
    event.preventDefault();
    take(items[at]);
    return true;
  }
  return false;
}

function take(item) {
  const field = document.getElementById('text');
  field.value = item.dataset.example;
  keepDraft(field);
  field.focus();
  hideHints();
}

function hideHints() {
  const hints = document.querySelector('.hints');
  if (hints) hints.open = false;
  document.getElementById('text')?.removeAttribute('aria-activedescendant');
}

/* Ages, as long as the page is open: `2h ago`, in the words that the server has for them */

function showAges() {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const seconds = Math.max(0, (Date.now() - new Date(time.dateTime)) / 1000);
    const [unit, size] = [
      ['day', 86_400],
      ['hour', 3_600],
      ['minute', 60],
    ].find(([, length]) => seconds >= length) ?? ['second', 1];
    const inWords = new Intl.RelativeTimeFormat(document.documentElement.lang, {
      style: unit === 'second' ? 'long' : 'narrow',
      numeric: unit === 'second' ? 'auto' : 'always',
    });
    time.textContent = inWords.format(unit === 'second' ? 0 : -Math.floor(seconds / size), unit);
  }
}

/* Light or dark, at once */

function setUpThemes() {
  const form = document.querySelector('.theme-form');
  form?.addEventListener('submit', (event) => {
    const theme = event.submitter?.value;
    if (!theme) return;
    event.preventDefault();
    document.documentElement.dataset.theme = theme;
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === theme));
    }
    fetch(form.getAttribute('action'), {
      method: 'POST',
      body: new URLSearchParams({ theme, back: '/assets/' }),
      redirect: 'manual',
    });
  });
}

/** A channel that is made here gets this person's zone, which no header tells. */
function tellZone() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const secure = location.protocol === 'https:' ? '; secure' : '';
  if (timeZone)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not there on plain http.
    document.cookie = `zone=${encodeURIComponent(timeZone)}; path=/; max-age=34560000; samesite=strict${secure}`;
}

function parse(text) {
  return new DOMParser().parseFromString(text, 'text/html');
}
