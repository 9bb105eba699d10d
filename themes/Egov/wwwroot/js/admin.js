// Makes the editors' desk nicer; every screen works without it.

sideNavigation();
languageTabs();
document.querySelectorAll('form[data-editor]').forEach(editor);
document.querySelectorAll('.marks').forEach(toolbar);
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

function storage(use) {
  // Touching sessionStorage throws where the browser forbids it.
  try {
    return use(sessionStorage);
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

const marks = {
  bold: area => wrap(area, '**'),
  italic: area => wrap(area, '_'),
  h2: area => prefix(area, '## '),
  ul: area => prefix(area, '- '),
  quote: area => prefix(area, '> '),
  link,
  table,
};

function toolbar(bar) {
  bar.hidden = false;
  bar.addEventListener('click', event => {
    const button = event.target.closest('button[data-mark]');
    const name = button?.closest('[data-for]')?.dataset.for;
    const area = name && (document.getElementById(name) ?? document.getElementsByName(name)[0]);
    if (area && !area.readOnly && !area.disabled) marks[button.dataset.mark]?.(area);
  });
}

function wrap(area, mark) {
  const [start, end] = trimmed(area);
  const text = area.value.slice(start, end);
  const { length } = mark;
  const outside = area.value.slice(start - length, start) === mark && area.value.slice(end, end + length) === mark;

  if (outside) replace(area, start - length, end + length, text);
  else if (text.length > 2 * length && text.startsWith(mark) && text.endsWith(mark)) replace(area, start, end, text.slice(length, -length));
  else replace(area, start, end, mark + text + mark, length, length + text.length);
}

function trimmed(area) {
  // Markdown takes no mark that touches a space, and a double click selects the space after the word.
  const text = area.value.slice(area.selectionStart, area.selectionEnd);
  const start = area.selectionStart + (text.trim() ? text.length - text.trimStart().length : 0);
  return [start, start + text.trim().length];
}

function prefix(area, mark) {
  const start = area.value.slice(0, area.selectionStart).lastIndexOf('\n') + 1;
  const next = area.value.indexOf('\n', area.selectionEnd);
  const end = next < 0 ? area.value.length : next;
  const lines = area.value.slice(start, end).split('\n');
  const filled = lines.length === 1 ? lines : lines.filter(line => line.trim());
  const marked = filled.every(line => line.startsWith(mark));
  const text = lines.map(line => !filled.includes(line) ? line : marked ? line.slice(mark.length) : mark + line).join('\n');

  if (lines.length === 1) replace(area, start, end, text, text.length);
  else replace(area, start, end, text);
}

function link(area) {
  const [start, end] = trimmed(area);
  const text = area.value.slice(start, end);

  if (/^(https?:\/\/|mailto:|tel:)\S+$/.test(text)) replace(area, start, end, `[](${text})`, 1, 1);
  else replace(area, start, end, `[${text}](https://)`, text.length + 3, text.length + 11);
}

function table(area) {
  const end = area.selectionEnd;
  const before = area.value.slice(0, end);
  const above = !before || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = /^\n\n|^\n?$/.test(area.value.slice(end)) ? '' : '\n\n';

  replace(area, end, end, `${above}|  |  |\n| --- | --- |\n|  |  |${below}`, above.length + 2, above.length + 2);
}

/** Puts text in place of a range and selects [from, to) inside it. */
function replace(area, start, end, text, from = 0, to = text.length) {
  area.focus();
  area.setSelectionRange(start, end);
  // Deprecated, yet the only way that keeps the browser's own undo.
  if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
    area.setRangeText(text, start, end);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(start + from, start + to);
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
