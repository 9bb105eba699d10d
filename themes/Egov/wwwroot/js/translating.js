// Takes the translation memory's page into the editor; without it the link opens that page to copy from.

for (const link of document.querySelectorAll('a[data-suggest]')) link.addEventListener('click', event => open(event, link));

async function open(event, link) {
  const field = document.getElementById(link.dataset.suggest);
  if (!field || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();

  const shown = link.parentElement.querySelector('.suggestions');
  if (shown) {
    shown.remove();
    link.setAttribute('aria-expanded', 'false');
    return;
  }

  try {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = document.adoptNode(page.querySelector('.suggestions'));
    found.removeAttribute('id');
    for (const button of found.querySelectorAll('[data-use]')) {
      button.hidden = false;
      button.addEventListener('click', () => put(field, button.parentElement.querySelector('[data-text]').textContent));
    }
    link.parentElement.append(found);
    link.setAttribute('aria-expanded', 'true');
  } catch {
    // Signed out or offline: the page itself says so.
    location.assign(link.href);
  }
}

/** Puts a sentence where the cursor stood, parted by a space from what is before it. */
function put(field, text) {
  // The rich editor, where it stands in the place of this field, takes the words itself.
  if (!field.dispatchEvent(new CustomEvent('insertwords', { detail: text, cancelable: true }))) return;
  const before = field.value.slice(0, field.selectionStart);
  const words = /\S$/.test(before) ? ' ' + text : text;
  field.focus();
  // Deprecated, yet the only way that keeps the browser's own undo.
  if (!document.execCommand('insertText', false, words)) {
    field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
