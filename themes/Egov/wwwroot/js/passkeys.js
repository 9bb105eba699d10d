// Passkeys: the browser answers the server's question, and the answer travels in an ordinary form.

const able = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !able;
  form.addEventListener('submit', event => {
    event.preventDefault();
    answer(form);
  });
}

async function answer(form) {
  const note = form.querySelector('[data-failed]');
  const button = form.querySelector('button[type="submit"]');
  note.hidden = true;
  button.disabled = true;
  try {
    form.elements.credential.value = JSON.stringify(await credential(form));
    form.submit();
  } catch (error) {
    // What the server said is meant for people; what the browser says is not.
    note.textContent = error instanceof Refusal ? error.message : note.dataset.failed;
    note.hidden = false;
    button.disabled = false;
  }
}

async function credential(form) {
  const options = await question(form);
  const { credentials } = navigator;
  const shown = form.dataset.passkey === 'create'
    ? await credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return shown.toJSON();
}

async function question(form) {
  const response = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
  const body = await response.json();
  if (!response.ok) throw new Refusal(body.problem);
  return body;
}

class Refusal extends Error {}
