// The editing page's own script: a rich text field over each Markdown textarea, the checks beside it.
import { tools } from './desk.js';
import { Field } from './field.js';
import { liveChecks } from './checks.js';
import { keepsRaised } from './raised.js';

const root = document.getElementById('editor-tools');
if (root) {
  const page = tools(root);
  const fields = [...document.querySelectorAll('[data-rich]')].map(box => new Field(box, page));
  for (const control of page.form.querySelectorAll('textarea, input[type=text]')) keepsRaised(control, Boolean(control.closest('[data-rich]')));
  liveChecks(page, fields);
}
