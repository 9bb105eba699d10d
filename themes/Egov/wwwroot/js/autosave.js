// Keeps what is typed: on the server every few seconds, on this device while the line is lost and when the page is left.

const EVERY = 8000;
const SUBMITTED = 'egov-submitted';

document.querySelectorAll('form[data-autosave]').forEach(keep);

function keep(form) {
  const address = form.dataset.autosave;
  const key = `egov-draft:${form.dataset.who}:${form.getAttribute('action')}`;
  const status = form.querySelector('.saved');
  const token = form.querySelector('[name=__RequestVerificationToken]').value;
  let typed = form.hasAttribute('data-unsaved');
  let isChanged = typed;
  let isBehind = false;
  let isSending = false;
  let isOnItsWay = false;
  let isLeaving = false;
  let isSignedOut = false;
  // The place on the device whose words wait for a decision; meanwhile what is typed goes into the other one.
  let offered = null;

  forgetSaved();
  offerLocal();
  form.addEventListener('input', event => {
    if (event.target.matches('.tab')) return;
    typed = isChanged = true;
    isLeaving = false;
  });
  form.addEventListener('submit', submit);
  form.addEventListener('keep', send);
  addEventListener('online', send);
  document.addEventListener('signing-out', () => { isSignedOut = true; });
  addEventListener('storage', event => { if (event.key === 'egov-signed-out') isSignedOut = true; });
  document.addEventListener('visibilitychange', hide);
  setInterval(send, EVERY);
  send();

  // The answer may never come; the page after it says whether it did.
  function submit(event) {
    isLeaving = !event.defaultPrevented;
    if (!isLeaving || !(typed || isOnItsWay)) return;
    keepHere();
    store(() => sessionStorage.setItem(SUBMITTED, place()));
  }

  // What was saved, or came back with its faults, stands in the form: the device need not offer it. A page gone back to
  // may carry "done" from an earlier save; one revision on, and come to by a redirect, says that this one arrived.
  function forgetSaved() {
    const submitted = store(() => sessionStorage.getItem(SUBMITTED));
    if (!submitted) return;
    store(() => sessionStorage.removeItem(SUBMITTED));
    if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') return;
    const sent = new URLSearchParams(store(device => device.getItem(submitted)) ?? '');
    const isSaved = new URLSearchParams(location.search).has('done') && Number(form.elements.revision.value) > Number(sent.get('revision'));
    if (isSaved || form.hasAttribute('data-unsaved')) store(device => device.removeItem(submitted));
  }

  // What is sent from a page that goes away may not arrive, and nobody hears of it: the device keeps it until the server has it.
  function hide() {
    if (!document.hidden || isLeaving || !(typed || isOnItsWay)) return;
    keepHere();
    if (navigator.onLine) send();
  }

  async function send() {
    if (isSending || isLeaving) return;
    isSending = true;
    const wasSignedOut = isSignedOut;
    const sent = isOnItsWay = typed;
    const controls = words();
    typed = false;
    controls.set('typed', sent);
    try {
      const response = await fetch(address, {
        method: 'POST',
        body: controls,
        redirect: 'manual',
        headers: { RequestVerificationToken: token },
      });
      if (!response.ok) throw response;
      heard(await response.json(), sent, wasSignedOut);
    } catch (fault) {
      lost(fault, sent);
    }
    isSending = isOnItsWay = false;
  }

  // Only what was asked after a sign-out shows that somebody is signed in again.
  function heard({ saved, others, revision, changedBy }, sent, wasSignedOut) {
    show('[data-lost]', false);
    if (wasSignedOut) isSignedOut = false;
    if (sent) {
      if (!typed) store(device => device.removeItem(place()));
      form.dispatchEvent(new Event('kept'));
      if (saved) status.textContent = form.dataset.kept.replace('{0}', saved);
    }
    say('[data-here]', others.join(', '));
    // Another tab of the same person has one copy with this one: what it saved may have been kept over these words.
    const wasBehind = isBehind;
    isBehind = revision > Number(form.elements.revision.value);
    if (isBehind && !wasBehind) typed ||= isChanged;
    say('[data-newer]', isBehind ? changedBy : '');
  }

  // Signed out answers with a redirect, which fetch shows as "opaqueredirect".
  function lost(fault, sent) {
    typed ||= sent;
    if (typed) keepHere();
    show('[data-lost]', true);
    const isOut = fault.type === 'opaqueredirect' || fault.status === 400;
    show('[data-signed-out]', isOut);
    show('[data-lost-line]', !isOut);
  }

  function keepHere() {
    if (!isSignedOut) store(device => device.setItem(place(), words().toString()));
  }

  function place() {
    return offered === key ? `${key}:later` : key;
  }

  function words() {
    const controls = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && !name.startsWith('__')) controls.append(name, value);
    }
    return controls;
  }

  function offerLocal() {
    offered = [`${key}:later`, key].find(one => store(device => device.getItem(one))) ?? null;
    if (!offered) return;
    const kept = store(device => device.getItem(offered));
    show('[data-local]', true);
    form.querySelector('[data-take]').addEventListener('click', () => {
      fill(new URLSearchParams(kept));
      typed = true;
      decide();
      send();
    });
    form.querySelector('[data-drop]').addEventListener('click', decide);
  }

  function decide() {
    store(device => device.removeItem(offered));
    if (typed) store(device => device.removeItem(place()));
    offered = null;
    if (typed) keepHere();
    show('[data-local]', false);
  }

  // The words lie over the revision they were typed on: a colleague's later save is compared, not undone.
  function fill(controls) {
    form.elements.revision.value = controls.get('revision') ?? form.elements.revision.value;
    for (const control of form.elements) {
      if (!control.name || control.type === 'hidden' || control.type === 'file' || control.type === 'submit') continue;
      const values = controls.getAll(control.name);
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
      else if (values.length) control.value = values[0];
      control.dispatchEvent(new Event('written'));
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  function say(selector, words) {
    const place = form.querySelector(selector);
    const text = place.querySelector('[data-text]');
    text.textContent = text.dataset.text.replace('{0}', words);
    place.hidden = !words;
  }

  function show(selector, isShown) {
    form.querySelector(selector).hidden = !isShown;
  }
}

function store(use) {
  // Touching localStorage throws where the browser forbids it.
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
