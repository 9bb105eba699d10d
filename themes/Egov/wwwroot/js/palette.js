// The palette and the keys of the desk; /palette and /admin/keys do the same without script.

const palette = document.getElementById('palette');
const keys = document.getElementById('keys');
if (palette && keys) {
  search(palette);
  shortcuts();
}

function open(dialog) {
  if (!dialog.open) dialog.showModal();
}

function search(dialog) {
  const form = dialog.querySelector('form');
  const field = form.querySelector('input');
  const list = form.querySelector('[role=listbox]');
  const status = form.querySelector('[role=status]');
  let chosen = 0;
  let asked = null;

  document.querySelectorAll(`.side-nav a[href="${form.getAttribute('action')}"]`).forEach(link => link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    start();
  }));
  field.addEventListener('input', () => find());
  field.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || list.children.length === 0) return;
    event.preventDefault();
    choose((chosen + step + list.children.length) % list.children.length);
  });
  form.addEventListener('submit', event => {
    const link = list.children[chosen];
    if (!link) return;
    event.preventDefault();
    location.assign(link.dataset.href);
  });
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) location.assign(option.dataset.href);
  });
  // A press beside the box closes it, as Escape does.
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('desk:open', start);

  function start() {
    open(dialog);
    field.select();
    find();
  }

  async function find() {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.getAttribute('action')}?q=${encodeURIComponent(field.value)}`, {
        headers: { Accept: 'application/json' },
        signal: asked.signal,
      });
      if (answer.ok) show(await answer.json());
    } catch (error) {
      if (error.name !== 'AbortError') show([]);
    }
  }

  function show(found) {
    list.replaceChildren(...found.map(option));
    field.setAttribute('aria-expanded', found.length > 0);
    status.textContent = found.length > 0 ? status.dataset.found.replace('{0}', found.length) : status.dataset.none;
    choose(0);
  }

  function option({ text, hint, href, lang }, index) {
    const line = document.createElement('li');
    const name = document.createElement('span');
    const small = document.createElement('small');
    Object.assign(line, { id: `palette-${index}`, role: 'option' });
    line.dataset.href = href;
    name.textContent = text;
    if (lang) name.lang = lang;
    small.textContent = hint;
    line.append(name, ' ', small);
    return line;
  }

  function choose(index) {
    chosen = index;
    [...list.children].forEach((line, at) => line.setAttribute('aria-selected', at === index));
    const line = list.children[index];
    if (line) field.setAttribute('aria-activedescendant', line.id);
    else field.removeAttribute('aria-activedescendant');
    line?.scrollIntoView({ block: 'nearest' });
  }
}

function shortcuts() {
  const single = palette.dataset.keys !== 'off';
  let wentAt = -Infinity;

  document.addEventListener('keydown', event => {
    // Keys by their place, for on a Cyrillic layout they type other letters. An editor may use Ctrl+K itself.
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === 'KeyK') {
      event.preventDefault();
      palette.dispatchEvent(new Event('desk:open'));
      return;
    }

    if (!single || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const goes = event.timeStamp - wentAt < 1500;
    wentAt = -Infinity;
    const action = goes ? () => keys.querySelector(`[data-go="${event.code}"]`)?.click() : actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });

  function actionOf(event) {
    // The key right of the full stop types "." and "," on a Cyrillic layout.
    const isSlash = event.key === '/' || (event.code === 'Slash' && event.key === '.');
    if (event.key === '?' || (event.code === 'Slash' && event.key === ',')) return () => open(keys);
    if (isSlash) return focusSearch;
    if (event.shiftKey) return null;
    if (event.code === 'KeyG') return () => { wentAt = event.timeStamp; };
    if (event.code === 'KeyN') return () => document.querySelector('[data-new]')?.click();
    return null;
  }

  function focusSearch() {
    const field = document.querySelector('main [data-find], main input[type=search]');
    if (field) field.focus();
    else palette.dispatchEvent(new Event('desk:open'));
  }
}

function isTyping(target) {
  return target instanceof Element && (target.matches('input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select') || target.closest('[contenteditable]'));
}
