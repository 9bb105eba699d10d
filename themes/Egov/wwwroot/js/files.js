// A file control in the page's language instead of the browser's; without script the browser's own stays.

for (const input of document.querySelectorAll('input[type="file"][data-choose]')) own(input);

/** The input stays where it is for keyboards, readers and the form; seen are a label for it and what was chosen. */
function own(input) {
  const key = document.createElement('label');
  key.className = 'button second plain';
  key.htmlFor = input.id;
  key.textContent = input.dataset.choose;
  const chosen = document.createElement('ul');
  chosen.className = 'hint';
  chosen.setAttribute('aria-live', 'polite');
  const row = document.createElement('div');
  row.className = 'row';
  row.append(key, chosen);
  input.classList.replace('input', 'hidden');
  input.after(row);

  const show = () => chosen.replaceChildren(...lines(input).map(line));
  input.addEventListener('change', show);
  // Told before the form has forgotten the files.
  input.form?.addEventListener('reset', () => setTimeout(show));
  row.addEventListener('dragover', event => event.preventDefault());
  row.addEventListener('drop', event => take(event, input));
  show();
}

function lines(input) {
  const files = [...input.files];
  return files.length ? files.map(file => `${file.name}, ${size(file.size, input.dataset.units.split(' '))}`) : [input.dataset.none];
}

function line(text) {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

/** As the server says it: whole kilobytes, tenths of a megabyte, a comma but in English. */
function size(bytes, units) {
  let unit = 0;
  const shown = () => unit < 2 ? Math.round(bytes) : Math.round(bytes * 10) / 10;
  while (unit < 3 && shown() >= 1024) {
    bytes /= 1024;
    unit++;
  }
  const [point, between] = document.documentElement.lang === 'en' ? ['.', ','] : [',', '\u00a0'];
  const number = String(shown()).replace('.', point).replace(/^(\d)(?=\d{3}$)/, `$1${between}`);
  return `${number}\u00a0${units[unit]}`;
}

/** Some forms take what is dropped anywhere on them; here only this row does. */
function take(event, input) {
  if (input.form?.matches('[data-uploads]') || !event.dataTransfer.files.length) return;
  event.preventDefault();
  const files = new DataTransfer();
  for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
