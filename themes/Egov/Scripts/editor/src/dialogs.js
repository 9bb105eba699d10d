// The questions a toolbar asks; each is a <dialog> the server wrote, in the editor's language.
import { addressOf, isSafe, isVideo } from './links.js';
import { debounced, make } from './desk.js';

/** Opens a dialog; what its form says is given to take, which may refuse. The focus returns to the text. */
function open(field, dialog, prepare, take) {
  const form = dialog.querySelector('form');
  const error = form.querySelector('[role=alert]');
  const leave = new AbortController();
  const until = { signal: leave.signal };
  form.reset();
  error.textContent = '';
  prepare(form, until);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const refusal = event.submitter?.value === 'cancel' ? null : take(form, event.submitter?.value);
    error.textContent = refusal ?? '';
    if (!refusal) dialog.close();
  }, until);
  dialog.addEventListener('close', () => {
    leave.abort();
    field.focus();
  }, { once: true });
  dialog.showModal();
}

/** A list of answers below a search field: arrows go among them, a press takes one. */
function answers(form, until, ask, show, take) {
  const list = form.querySelector('[data-answers]');
  const query = form.elements.q;
  const fill = async () => {
    const found = await ask(query.value.trim());
    list.replaceChildren(...found.map(one => {
      const button = make('button', { type: 'button', className: 'answer' }, ...show(one));
      button.addEventListener('click', () => take(one, button));
      return make('li', {}, button);
    }));
  };
  const soon = debounced(200, fill);
  query.addEventListener('input', soon, until);
  form.addEventListener('keydown', event => {
    const stops = [query, ...list.querySelectorAll('button')];
    const at = stops.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    stops[Math.min(Math.max(to, 0), stops.length - 1)].focus();
  }, until);
  fill();
}

export function askLink(field) {
  const { editor, page } = field;
  const dialog = page.dialog('link');
  const present = editor.getAttributes('link').href ?? '';
  const hasText = !editor.state.selection.empty || present;
  const set = (form, href, words) => {
    const text = form.elements.text.value.trim() || words;
    const mark = { type: 'link', attrs: { href, title: null } };
    if (hasText) editor.chain().focus().extendMarkRange('link').setMark('link', mark.attrs).run();
    else editor.chain().focus().insertContent({ type: 'text', text, marks: [mark] }).run();
    dialog.close();
  };

  open(field, dialog, (form, until) => {
    form.elements.text.closest('.field').hidden = Boolean(hasText);
    form.querySelector('[value=remove]').hidden = !present;
    form.elements.q.value = present;
    answers(form, until,
      async query => isSafe(query) ? [] : await page.find('/find', { q: query, culture: field.culture }) ?? [],
      one => [make('b', { lang: one.culture }, one.title), make('small', {}, `${one.type}, ${one.state}`)],
      one => set(form, `item:${one.id}`, one.title));
  }, (form, verb) => {
    if (verb === 'remove') return void editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    const href = addressOf(form.elements.q.value);
    if (!href) return page.say('unsafe');
    set(form, href, form.elements.q.value.trim());
  });
}

export function askMedia(field, kind) {
  const { editor, page } = field;
  const dialog = page.dialog(kind);
  let chosen;
  open(field, dialog, (form, until) => {
    form.querySelector('[data-chosen]').hidden = true;
    answers(form, until,
      async query => await page.find('/media/find', { q: query, kind, culture: field.culture }) ?? shelf(kind, query),
      one => [...(one.thumb ? [make('img', { src: one.thumb, alt: '', loading: 'lazy' })] : []), make('span', {}, one.alt || one.name)],
      (one, button) => {
        chosen = one;
        for (const other of form.querySelectorAll('.answer')) other.setAttribute('aria-pressed', String(other === button));
        form.querySelector('[data-chosen]').hidden = false;
        form.elements.alt.value = one.alt ?? '';
        form.elements.alt.focus();
      });
  }, form => {
    if (!chosen) return page.say('choose');
    const text = form.elements.alt.value.trim();
    if (!text) return page.say(kind === 'picture' ? 'describe' : 'name');
    editor.chain().focus().insertContent(kind === 'picture'
      ? { type: 'picture', attrs: { id: chosen.id, alt: text, caption: form.elements.caption.value.trim() } }
      : linked(text, `media:${chosen.id}`)).run();
  });
}

/** What the form itself offers, where the library cannot be asked. */
function shelf(kind, query) {
  const isPicture = kind === 'picture';
  const boxes = [...document.querySelectorAll('.bench-side fieldset input:is([type=radio], [type=checkbox])')];
  const found = new Map(boxes.filter(box => /^[0-9a-z]{26}$/.test(box.value)).map(box => {
    const place = box.closest('li, label');
    const thumb = place.querySelector('img')?.src ?? (box.closest('fieldset').querySelector('input[accept^="image/"]') ? '' : null);
    return [box.value, { id: box.value, name: place.textContent.trim(), thumb }];
  }));
  return [...found.values()].filter(one => (one.thumb !== null) === isPicture && one.name.toLowerCase().includes(query.toLowerCase()));
}

export function askVideo(field) {
  const { editor, page } = field;
  open(field, page.dialog('video'), () => {}, form => {
    const href = addressOf(form.elements.address.value);
    const title = form.elements.title.value.trim();
    if (!href || !isVideo(href)) return page.say('notVideo');
    if (!title) return page.say('name');
    editor.chain().focus().insertContent({ type: 'paragraph', content: [linked(title, href, form.elements.length.value.trim())] }).run();
  });
}

export function askTerm(field) {
  const { page } = field;
  const dialog = page.dialog('terms');
  open(field, dialog, (form, until) => answers(form, until,
    async query => await page.find('/terms', { q: query, culture: field.culture }) ?? [],
    one => [make('b', { lang: field.culture }, one.text), make('small', {}, one.others.join(' · '))],
    one => {
      field.insert(one.text);
      dialog.close();
    }), () => null);
}

const linked = (text, href, title) => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href, title: title || null } }] });
