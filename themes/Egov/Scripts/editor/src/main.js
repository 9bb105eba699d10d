// The editing page's own script: a rich text field over each Markdown textarea, the checks beside it.
import { tools } from './desk.js';
import { Field } from './field.js';
import { liveChecks } from './checks.js';

const root = document.getElementById('editor-tools');
if (root) {
  const page = tools(root);
  const fields = [...document.querySelectorAll('[data-rich]')].map(box => new Field(box, page));
  liveChecks(page, fields);
}
