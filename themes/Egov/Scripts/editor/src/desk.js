// What the server knows: addresses of this site's desk, and the page's words in the editor's language.

/** Reads the hidden element that carries both. */
export function tools(root) {
  const { desk, media, type } = root.dataset;
  const form = document.querySelector('form[data-editor]');
  return {
    form,
    media,
    type,
    say: key => root.dataset[key] ?? '',
    dialog: name => document.getElementById(`ask-${name}`),
    find: (path, query) => ask(`${desk}${path}?${new URLSearchParams(query)}`),
    post: (path, values) => ask(`${desk}${path}`, {
      method: 'POST',
      body: values,
      headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
    }),
  };
}

/** The answer, or null when the server has none: a signed-out editor still writes. */
async function ask(address, options) {
  try {
    const answer = await fetch(address, { redirect: 'error', ...options });
    if (!answer.ok) return null;
    return answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : await answer.text();
  } catch {
    return null;
  }
}

/** Calls at most once in so many milliseconds, after the last wish. */
export function debounced(milliseconds, action) {
  let waiting;
  return (...values) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => action(...values), milliseconds);
  };
}

/** An element with attributes, properties and children; text is only ever text. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
