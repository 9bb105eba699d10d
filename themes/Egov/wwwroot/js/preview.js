// Shows the page beside its form, at the width of a phone or of a desktop, as it is typed.

const link = document.querySelector('[data-preview]');
const panel = document.querySelector('[data-preview-panel]');
const form = document.querySelector('form[data-autosave]');
const frame = panel.querySelector('[data-frame]');

link.addEventListener('click', event => {
  event.preventDefault();
  if (panel.hidden) open();
  else close();
});
panel.querySelector('[data-close]').addEventListener('click', close);
panel.addEventListener('keydown', event => {
  if (event.key === 'Escape') close();
});
for (const button of panel.querySelectorAll('[data-width]')) button.addEventListener('click', () => widen(button));
form.addEventListener('kept', refresh);
form.addEventListener('change', event => {
  if (event.target.matches('.tab')) load();
});

function open() {
  panel.hidden = false;
  document.body.classList.add('with-preview');
  form.dispatchEvent(new Event('keep'));
  load();
  panel.querySelector('[data-width]').focus();
}

function close() {
  panel.hidden = true;
  document.body.classList.remove('with-preview');
  link.focus();
}

function load() {
  const tab = form.querySelector('.tab:checked');
  if (!panel.hidden) frame.src = link.dataset.preview + tab.value;
}

// By the desk's address, which renews the preview's own; the reader is brought back to where he was on the page.
function refresh() {
  if (panel.hidden || !frame.contentWindow) return;
  const place = frame.contentWindow.scrollY;
  frame.addEventListener('load', () => frame.contentWindow.scrollTo(0, place), { once: true });
  frame.contentWindow.location.replace(link.dataset.preview + form.querySelector('.tab:checked').value);
}

function widen(button) {
  panel.classList.toggle('wide', button.dataset.width === 'desktop');
  for (const each of panel.querySelectorAll('[data-width]')) each.setAttribute('aria-pressed', each === button);
}
