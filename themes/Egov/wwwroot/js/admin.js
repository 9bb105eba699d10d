// Makes the editors' desk nicer; every screen works without it.

sideNavigation();
languageTabs();
signingOut();
document.querySelectorAll('form[data-editor]').forEach(editor);
document.querySelectorAll(':is(input, textarea)[data-count]').forEach(counter);

/** On a phone the stylesheet opens the navigation by :target. The script only moves the target. */
function sideNavigation() {
  const key = document.querySelector('.side-key');
  const panel = key && document.getElementById(key.hash.slice(1));
  if (!panel) return;

  const isOpen = () => panel.matches(':target');
  const sync = () => key.setAttribute('aria-expanded', isOpen());

  function toggle() {
    // Only a navigation moves :target; replace() leaves no history entry, an unknown id does not scroll.
    location.replace(isOpen() ? '#-' : key.hash);
    history.replaceState(history.state, '', location.pathname + location.search);
    sync();
    key.focus({ preventScroll: true });
  }

  key.setAttribute('role', 'button');
  key.setAttribute('aria-controls', panel.id);
  key.addEventListener('click', event => {
    event.preventDefault();
    toggle();
  });
  key.addEventListener('keydown', event => {
    if (event.key !== ' ') return;
    event.preventDefault();
    toggle();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && isOpen()) toggle();
  });
  addEventListener('hashchange', sync);
  sync();
}

function languageTabs() {
  const tabs = [...document.querySelectorAll('input.tab')];
  // After an error the server has chosen the tab that needs a look.
  const last = !document.querySelector('[aria-invalid="true"]') && storage(store => store.getItem('tab'));
  const tab = tabs.find(candidate => candidate.id === last);
  if (tab) tab.checked = true;

  for (const each of tabs) each.addEventListener('change', () => storage(store => store.setItem('tab', each.id)));
}

/** Whoever comes to this computer next finds no text of the one who left; other tabs are told to keep none either. */
function signingOut() {
  const form = document.querySelector('[data-sign-out]');
  form?.addEventListener('submit', event => {
    const drafts = storage(store => Object.keys(store).filter(key => key.startsWith(`egov-draft:${form.dataset.signOut}:`)), 'localStorage') ?? [];
    if (drafts.length && !confirm(form.dataset.unsent)) {
      event.preventDefault();
      return;
    }
    document.dispatchEvent(new Event('signing-out'));
    storage(store => {
      for (const key of drafts) store.removeItem(key);
      store.setItem('egov-signed-out', Date.now());
    }, 'localStorage');
  });
}

function storage(use, which = 'sessionStorage') {
  // Touching it throws where the browser forbids it.
  try {
    return use(window[which]);
  } catch {
    return null;
  }
}

/** Ctrl+S presses the button marked data-save, never the one that publishes. */
function editor(form) {
  let unsaved = form.hasAttribute('data-unsaved');

  form.addEventListener('input', event => {
    if (!event.target.matches('.tab')) unsaved = true;
  });
  form.addEventListener('submit', event => {
    if (!event.defaultPrevented) unsaved = false;
  });
  addEventListener('beforeunload', event => {
    if (unsaved) event.preventDefault();
  });
  document.addEventListener('keydown', event => {
    // The place of the key, not its letter: on a Cyrillic layout it types "ы".
    if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const save = [...form.elements].find(button => button.matches('[data-save]'));
    if (!save) return;
    event.preventDefault();
    if (!save.disabled && !event.repeat) form.requestSubmit(save);
  });
}

/** data-count holds the limit; without one, maxlength; without both, only the length is shown. */
function counter(field) {
  const limit = Number(field.dataset.count) || field.maxLength;
  const note = document.createElement('span');
  note.className = 'hint';

  function show() {
    const { length } = field.value;
    note.textContent = limit > 0 ? `${length} / ${limit}` : length;
    note.classList.toggle('error', limit > 0 && length > limit);
  }

  field.after(note);
  field.addEventListener('input', show);
  show();
}
