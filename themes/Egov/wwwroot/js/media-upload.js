// Sends files in pieces and goes on where a broken connection stopped; without script the form sends them whole.

const form = document.querySelector('form[data-uploads]');
const attempts = 8;

if (form) {
  const input = form.querySelector('input[type="file"]');
  form.querySelector('.drop-hint').hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    send([...input.files]);
  });
  for (const name of ['dragenter', 'dragover']) form.addEventListener(name, event => {
    event.preventDefault();
    form.classList.add('over');
  });
  for (const name of ['dragleave', 'drop']) form.addEventListener(name, () => form.classList.remove('over'));
  form.addEventListener('drop', event => {
    event.preventDefault();
    send([...event.dataTransfer.files]);
  });
}

/** One after another: a slow line gets a picture through sooner than five halves. */
async function send(files) {
  const rows = files.map(row);
  form.querySelector('[type="submit"]').disabled = true;
  const sent = [];
  for (const [index, file] of files.entries()) {
    const done = await upload(file, rows[index]);
    if (done) sent.push(done);
  }
  form.querySelector('[type="submit"]').disabled = false;
  if (sent.length === files.length && sent.length > 0) leave(sent);
}

/** As the form without script does: to the one file, or to the list. */
function leave(sent) {
  const library = form.getAttribute('action');
  const folder = encodeURIComponent(form.elements.folder.value);
  const kind = sent.some(file => file.width > 0) ? '' : '&kind=files';
  location.assign(sent.length === 1 ? `${library}/${sent[0].id}?done=uploaded` : `${library}?done=uploaded&folder=${folder}${kind}`);
}

function row(file) {
  const list = form.querySelector('.uploads');
  list.hidden = false;
  const item = document.createElement('li');
  const name = document.createElement('span');
  const bar = document.createElement('progress');
  const note = document.createElement('small');
  name.textContent = file.name;
  note.textContent = form.dataset.waiting;
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  item.append(name, bar, note);
  list.append(item);
  return { bar, say: text => note.textContent = text };
}

async function upload(file, { bar, say }) {
  if (file.size > Number(form.dataset.largest)) return say(form.dataset.large);
  try {
    const begun = await ask('', { name: file.name, size: file.size, folder: form.elements.folder.value }, say);
    for (let at = begun.offset; at < file.size;) {
      at = (await piece(begun.id, file, at, begun.piece, say)).offset;
      bar.value = at;
      say(`${Math.round(at / file.size * 100)} %`);
    }
    const done = await ask(`/${begun.id}?handler=Finish`, {}, say);
    say(form.dataset.done);
    return done;
  } catch (error) {
    say(error.message);
  }
}

/** A piece that was refused says where the next one must begin. */
function piece(id, file, at, size, say) {
  return ask(`/${id}?offset=${at}`, file.slice(at, at + size), say, async () => (await call(`/${id}`)).json());
}

/** Posts; after a broken connection it waits, longer each time, and asks how things stand before it tries again. */
async function ask(path, body, say, resume) {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await call(path, body);
      if (answer.ok || answer.status === 409) return await answer.json();
      if (answer.status < 500) throw new Refusal(answer.status === 422 ? (await answer.json()).problem : String(answer.status));
      throw new Error(String(answer.status));
    } catch (error) {
      if (error instanceof Refusal || attempt === attempts) throw error;
      say(form.dataset.broken);
      await new Promise(resolve => setTimeout(resolve, Math.min(30000, 500 * 2 ** attempt)));
    }
    if (resume) {
      const state = await resume().catch(() => null);
      if (state) return state;
    }
  }
}

function call(path, body) {
  const token = form.querySelector('[name="__RequestVerificationToken"]').value;
  const isPiece = body instanceof Blob;
  return fetch(form.dataset.uploads + path, body === undefined ? {} : {
    method: 'POST',
    headers: { RequestVerificationToken: token, 'Content-Type': isPiece ? 'application/octet-stream' : 'application/json' },
    body: isPiece ? body : JSON.stringify(body),
  });
}

class Refusal extends Error {}
