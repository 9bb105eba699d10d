// Makes public pages nicer; every page works without it.

menuAndSearch();
submenus();
errorSummary();
drafts();
shareLinks();

/** On a phone the stylesheet opens the menu and the search by :target. The script only moves the target. */
function menuAndSearch() {
  const keys = [...document.querySelectorAll('.band-keys a')].filter(key => panelOf(key));
  const open = () => keys.find(key => panelOf(key).matches(':target'));
  const sync = () => keys.forEach(key => key.setAttribute('aria-expanded', key === open()));

  function toggle(key) {
    const opening = key !== open();
    target(opening ? panelOf(key).id : '-');
    sync();
    const field = opening && panelOf(key).querySelector('input[type="search"]');
    if (field) field.focus();
    else key.focus({ preventScroll: true });
  }

  for (const key of keys) {
    key.setAttribute('role', 'button');
    key.setAttribute('aria-controls', panelOf(key).id);
    key.addEventListener('click', event => {
      event.preventDefault();
      toggle(key);
    });
    key.addEventListener('keydown', event => {
      if (event.key !== ' ') return;
      event.preventDefault();
      toggle(key);
    });
  }

  document.querySelector('.menu-close a')?.addEventListener('click', event => {
    event.preventDefault();
    if (open()) toggle(open());
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented && open()) toggle(open());
  });
  addEventListener('hashchange', sync);
  sync();
}

/** The search of the portal's hero is always in sight, so its key stays a plain link. */
function panelOf(key) {
  const panel = document.getElementById(key.hash.slice(1));
  return panel?.matches('.menu, .masthead *') ? panel : null;
}

function target(id) {
  // Only a navigation moves :target; replace() leaves no history entry, an unknown id does not scroll.
  location.replace(`#${id}`);
  history.replaceState(history.state, '', location.pathname + location.search);
}

function submenus() {
  const opened = () => document.querySelector('.menu details[open]');

  document.addEventListener('click', event => {
    if (!event.target.closest('.menu details')) opened()?.removeAttribute('open');
  });
  // Captured, so that on a phone the first Esc closes the submenu and only the second one the menu.
  document.addEventListener('keydown', event => {
    const submenu = event.key === 'Escape' && opened();
    if (!submenu) return;
    event.preventDefault();
    if (submenu.contains(document.activeElement)) submenu.querySelector('summary').focus();
    submenu.open = false;
  }, true);
}

function errorSummary() {
  const summary = document.querySelector('.notice.stop[role="alert"]');
  if (!summary) return;

  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('click', event => {
    const field = document.getElementById(event.target.closest('a')?.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest('.field') ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

function drafts() {
  for (const sent of document.querySelectorAll('[data-draft-sent]')) forget(sent.dataset.draftSent);

  for (const form of document.querySelectorAll('form[data-draft]')) {
    const fields = [...form.elements].filter(isKept);
    // After an error the server has sent back what was typed: that is newer than the draft.
    if (!form.querySelector('[aria-invalid="true"]')) restore(fields, form.dataset.draft);
    form.addEventListener('input', () => keep(fields, form.dataset.draft));
  }
}

/** Consent is given anew each time, so no checkbox is kept; a honeypot is out of the tab order or hidden. */
function isKept(field) {
  return field.name
    && !/^(hidden|file|password|checkbox|submit|button|reset|image|fieldset|output)$/.test(field.type)
    && field.tabIndex >= 0
    && !field.closest('[hidden], .hidden, [aria-hidden="true"], [data-no-draft]');
}

function restore(fields, key) {
  const draft = storage(store => JSON.parse(store.getItem(`draft:${key}`))) ?? {};
  for (const field of fields) {
    if (!Object.hasOwn(draft, field.name)) continue;
    if (field.type === 'radio') field.checked = field.value === draft[field.name];
    else field.value = draft[field.name];
  }
}

function keep(fields, key) {
  const filled = fields.filter(field => field.type !== 'radio' || field.checked);
  const draft = Object.fromEntries(filled.map(field => [field.name, field.value]));
  storage(store => store.setItem(`draft:${key}`, JSON.stringify(draft)));
}

function forget(key) {
  storage(store => store.removeItem(`draft:${key}`));
}

function storage(use) {
  // Touching localStorage throws where the browser forbids it or it is full.
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

function shareLinks() {
  if (!navigator.share) return;

  for (const link of document.querySelectorAll('a[data-share]')) {
    link.addEventListener('click', async event => {
      event.preventDefault();
      try {
        await navigator.share({ title: document.title, url: link.dataset.share || location.href });
      } catch (error) {
        if (error.name !== 'AbortError') location.assign(link.href);
      }
    });
  }
}
