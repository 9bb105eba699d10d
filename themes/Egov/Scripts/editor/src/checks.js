// The panel of advice beside the form: the server works it out from what is typed, here it is only put in its place.
import { debounced } from './desk.js';

export function liveChecks(page, fields) {
  const panel = () => document.getElementById('checks');
  if (!panel()) return;
  const refresh = async () => {
    const typed = new FormData(page.form);
    // Files are sent with the form, once.
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    typed.delete('__RequestVerificationToken');
    typed.set('type', page.type);
    const html = await page.post('/checks', typed);
    const made = html && new DOMParser().parseFromString(html, 'text/html').getElementById('checks');
    if (!made) return;
    const hadFocus = panel().contains(document.activeElement);
    panel().replaceWith(document.adoptNode(made));
    bind();
    if (hadFocus) panel().querySelector('button[value=check]').focus();
  };

  function bind() {
    for (const link of panel().querySelectorAll('a[href^="#"]')) {
      const field = fields.find(one => link.hash === `#${one.area.id}`);
      if (field) field.bringsHere(link);
    }
    panel().querySelector('button[value=check]').addEventListener('click', event => {
      event.preventDefault();
      refresh();
    });
    for (const button of panel().querySelectorAll('button[value^="repair:"]')) {
      const field = fields.find(one => button.value === `repair:${one.area.name}`);
      if (field) button.addEventListener('click', event => {
        event.preventDefault();
        field.focus();
        field.hygiene.check();
      });
    }
  }

  page.form.addEventListener('input', debounced(1500, refresh));
  bind();
}
